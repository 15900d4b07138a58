import type { LibraryDocument } from '../../core/library/snapshot.ts';
import { isReport } from '../../core/report/reading.ts';
import { REPORT_EDITOR } from '../contributions.ts';

/** Editors by patterns of file names, as the editor's own setting has them. */
export type Associations = Readonly<Record<string, string>>;

/** The folders at the top that hold reports; empty for the top itself. */
export function reportFolders(documents: readonly LibraryDocument[]): readonly string[] {
  const folders = documents
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
