import * as vscode from 'vscode';
import type { FolderLibrary } from '../library/folder-library.ts';
import type { Libraries } from '../library/libraries.ts';

/** The folder that a command is about: the only one, or the one that is picked; undefined when nobody answers. */
export async function pickLibrary(libraries: Libraries, title: string): Promise<FolderLibrary | undefined> {
  const { all } = libraries;
  if (all.length < 2) return all[0];
  const items = all.map((library) => ({
    label: library.folder.name,
    description: library.settings.register,
    library,
  }));
  return (await vscode.window.showQuickPick(items, { title }))?.library;
}
