import * as vscode from 'vscode';
import { Disposables, type Disposable } from '../disposables.ts';
import type { Libraries } from '../library/libraries.ts';
import { changesFolderSettings } from '../settings.ts';
import type { FolderRef } from '../tree/node.ts';

/** The files that people write and we read. */
export type OurFile = 'register' | 'review';

/**
 * Registers something for the register and for the reviews of every workspace folder, and anew when folders or
 * settings change. Files are known by their paths, so it works whatever language the editor takes them for.
 */
export function forOurFiles(
  libraries: Libraries,
  register: (selector: vscode.DocumentSelector, file: OurFile, folder: FolderRef) => vscode.Disposable,
): Disposable {
  let registered = new Disposables();
  const registerAll = (): void => {
    registered.dispose();
    registered = new Disposables();
    for (const { folder, settings } of libraries.all) {
      const ref: FolderRef = { uri: folder.uri.toString(), name: folder.name };
      const below = (pattern: string): vscode.DocumentSelector => ({
        pattern: new vscode.RelativePattern(folder, pattern),
      });
      registered.add(register(below(literal(settings.register)), 'register', ref));
      registered.add(register(below(`${literal(settings.reviewFolder)}/**/*.md`), 'review', ref));
    }
  };
  registerAll();
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeWorkspaceFolders(registerAll),
    vscode.workspace.onDidChangeConfiguration((event) => {
      const folders = vscode.workspace.workspaceFolders ?? [];
      if (folders.some((folder) => changesFolderSettings(event, folder))) registerAll();
    }),
    {
      dispose: () => {
        registered.dispose();
      },
    },
  );
}

/** A path as a pattern that matches nothing else. */
const literal = (path: string): string => path.replace(/[*?[\]{}]/g, '[$&]');
