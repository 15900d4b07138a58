import * as vscode from 'vscode';
import { isReport } from '../../core/report/reading.ts';
import { REPORT_EDITOR } from '../contributions.ts';
import { Disposables, type Disposable } from '../disposables.ts';
import type { FolderLibrary } from '../library/folder-library.ts';
import type { Libraries } from '../library/libraries.ts';
import { opensReportsByDefault } from '../settings.ts';

type Associations = Readonly<Record<string, string>>;

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
  const next = associations(current, folder.name, isWanted ? reportFolders(library) : []);
  if (JSON.stringify(next) === JSON.stringify(current)) return;
  await configuration.update(
    'editorAssociations',
    Object.keys(next).length === 0 ? undefined : next,
    vscode.ConfigurationTarget.Workspace,
  );
}

/** The folders at the top that hold reports; empty for the top itself. */
function reportFolders({ snapshot }: FolderLibrary): readonly string[] {
  const folders = snapshot.documents
    .filter(({ reading }) => isReport(reading) || reading.kind === 'bridge-letter')
    .map(({ path }) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : ''));
  return [...new Set(folders)].sort();
}

/**
 * The workspace's associations with ours for these folders, and without those of ours that no longer hold.
 * @param root the workspace folder's name: patterns match whole paths
 */
export function associations(current: Associations, root: string, folders: readonly string[]): Associations {
  const ours = new Map(
    folders.map((name) => [name === '' ? `**/${root}/*.pdf` : `**/${root}/${name}/**/*.pdf`, REPORT_EDITOR]),
  );
  const isOurs = ([pattern, editor]: readonly [string, string]): boolean =>
    editor === REPORT_EDITOR && pattern.startsWith(`**/${root}/`) && pattern.endsWith('*.pdf');
  const theirs = Object.entries(current).filter((entry) => !isOurs(entry));
  return { ...Object.fromEntries(theirs), ...Object.fromEntries(ours) };
}
