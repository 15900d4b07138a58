import * as vscode from 'vscode';
import { posix } from 'node:path';
import type { Disposable } from '../disposables.ts';
import type { StatusBoard } from '../library/status-board.ts';
import { once, type Tone } from '../tree/node.ts';
import { fileMarks, type FileMark } from './file-marks.ts';

/** Colours of names in the Explorer; what is good or plain keeps the Explorer's own. */
const COLOURS: Readonly<Partial<Record<Tone, string>>> = {
  error: 'list.errorForeground',
  warning: 'list.warningForeground',
  info: 'charts.blue',
};

/** Marks reports and reviews in the Explorer: overdue, new, changed, reviewed; draft, invalid. Always as of today. */
export function reportDecorations(board: StatusBoard): Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const markers = () =>
    once(() => new Map(board.today.map((folder) => [folder.folder.uri, fileMarks(folder)])));
  let current = markers();
  const markOf = (file: vscode.Uri): FileMark | undefined => {
    const folder = vscode.workspace.getWorkspaceFolder(file);
    if (folder === undefined) return undefined;
    return current().get(folder.uri.toString())?.(posix.relative(folder.uri.path, file.path));
  };
  return vscode.Disposable.from(
    changed,
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration: (file) => {
        const mark = /\.(?:pdf|md)$/i.test(file.path) ? markOf(file) : undefined;
        return mark && decoration(mark);
      },
    }),
    board.onDidChange(() => {
      current = markers();
      changed.fire(undefined);
    }),
  );
}

function decoration({ badge, tooltip, tone }: FileMark): vscode.FileDecoration {
  const colour = COLOURS[tone];
  return new vscode.FileDecoration(
    badge,
    tooltip,
    colour === undefined ? undefined : new vscode.ThemeColor(colour),
  );
}
