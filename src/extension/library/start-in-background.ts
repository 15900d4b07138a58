import * as vscode from 'vscode';
import type { Disposable } from '../disposables.ts';
import type { Libraries } from './libraries.ts';

/**
 * How long the editor is left alone after we were started: it opens editors, restores terminals and starts other
 * extensions in this time, and nobody waits for a badge.
 */
const AFTER_STARTUP_MS = 3_000;

/**
 * Begins to read where somebody keeps a register, so that the badge and the status bar say who is overdue without
 * a view being opened. Where there is none, nothing is read before somebody asks.
 */
export function startInBackground(libraries: Libraries): Disposable {
  const timer = setTimeout(() => {
    void hasRegister(libraries).then((found) => {
      if (found) libraries.start();
    });
  }, AFTER_STARTUP_MS);
  return {
    dispose: () => {
      clearTimeout(timer);
    },
  };
}

async function hasRegister({ all }: Libraries): Promise<boolean> {
  const found = await Promise.all(
    all.map(({ folder, settings }) =>
      vscode.workspace.fs.stat(vscode.Uri.joinPath(folder.uri, settings.register)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
