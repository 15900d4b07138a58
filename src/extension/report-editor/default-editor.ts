import * as vscode from 'vscode';
import { Disposables, type Disposable } from '../disposables.ts';
import type { FolderLibrary } from '../library/folder-library.ts';
import type { Libraries } from '../library/libraries.ts';
import { opensReportsByDefault } from '../settings.ts';
import { associations, reportFolders, type Associations } from './associations.ts';

/**
 * Makes our editor the one that opens PDFs in the folders that hold reports, for those who set it so: by the
 * workspace's own setting of editors by file name, since an extension can't say that of itself. What people wrote
 * into that setting is left alone, and ours goes when they no longer want it.
 */
export function defaultEditor(libraries: Libraries): Disposable {
  const owned = new Disposables();
  const follow = (): void => {
    for (const library of libraries.all) void associate(library);
  };
  owned.add(libraries.onDidChange(follow));
  owned.add(vscode.workspace.onDidChangeConfiguration(follow));
  return owned;
}

async function associate(library: FolderLibrary): Promise<void> {
  const { folder } = library;
  const isWanted = opensReportsByDefault(folder);
  // While files are being read, folders with reports are still to be found.
  if (isWanted && !library.isComplete) return;
  const configuration = vscode.workspace.getConfiguration('workbench');
  const current = configuration.inspect<Associations>('editorAssociations')?.workspaceValue ?? {};
  const next = associations(current, folder.name, isWanted ? reportFolders(library.snapshot.documents) : []);
  if (JSON.stringify(next) === JSON.stringify(current)) return;
  await configuration.update(
    'editorAssociations',
    Object.keys(next).length === 0 ? undefined : next,
    vscode.ConfigurationTarget.Workspace,
  );
}
