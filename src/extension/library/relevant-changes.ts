import { isInToolFolder } from '../../core/library/tool-folders.ts';

/** What a change of the folder has to be compared with. Paths are relative to it, with forward slashes. */
export interface WatchedFolder {
  readonly register: string;
  readonly reviewFolder: string;
  readonly isExcluded: (path: string) => boolean;
  /** Every file that the library holds now. */
  readonly known: () => Iterable<string>;
}

export interface FileChange {
  readonly kind: 'created' | 'changed' | 'deleted';
  readonly path: string;
}

export interface RelevantChanges {
  /** Files of the library that were created, changed or deleted, and folders of it that were deleted. */
  readonly files: readonly string[];
  /** What appeared and may be a folder with reports in it. */
  readonly perhapsFolders: readonly string[];
}

/**
 * Which of the changes concern the library. Watchers tell of a folder that was moved in, or deleted with all its
 * files, by a single event for the folder.
 */
export function relevantChanges(changes: readonly FileChange[], folder: WatchedFolder): RelevantChanges {
  const files = new Set<string>();
  const perhapsFolders = new Set<string>();
  const deleted = new Set<string>();
  for (const { kind, path } of changes) {
    if (isInToolFolder(path)) continue;
    if (isLibraryFile(path, folder)) files.add(path);
    else if (kind === 'deleted') deleted.add(path);
    else if (kind === 'created' && !folder.isExcluded(path)) perhapsFolders.add(path);
  }
  if (deleted.size > 0) {
    for (const path of folder.known()) {
      const gone = foldersAbove(path).find((above) => deleted.has(above));
      if (gone !== undefined) files.add(gone);
    }
  }
  return { files: [...files], perhapsFolders: [...perhapsFolders] };
}

/** True for PDFs that are not left out, for reviews and for the register. */
export function isLibraryFile(path: string, { register, reviewFolder, isExcluded }: WatchedFolder): boolean {
  if (path === register) return true;
  if (path.startsWith(`${reviewFolder}/`) && /\.md$/i.test(path)) return true;
  return /\.pdf$/i.test(path) && !isExcluded(path);
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));
}
