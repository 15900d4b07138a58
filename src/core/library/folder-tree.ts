import { NotAFile } from './file-problem.ts';
import type { FileEntry } from './ports.ts';

/** What a folder holds under one name. */
export interface FolderEntry {
  readonly name: string;
  /** A link is one wherever it leads to; `other` is a file, or a device or a pipe. */
  readonly kind: 'folder' | 'link' | 'other';
}

/** What stands at a place, links followed. */
export interface Found {
  readonly kind: 'file' | 'folder' | 'other';
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** The user's folders. Paths are relative to the tree's top, with forward slashes; the top is the empty path. */
export interface FolderTree {
  /** Rejects when the folder can't be read. */
  entries(folder: string): Promise<readonly FolderEntry[]>;
  /** Undefined when there is nothing, or a link that leads nowhere. Rejects when that can't be told. */
  look(path: string): Promise<Found | undefined>;
  /** Where the folder really is, every link resolved, with forward slashes; undefined where nobody can tell. */
  realPath(folder: string): Promise<string | undefined>;
}

/** The file at a place, of which is known what stands there. @throws NotAFile when that is a device or a pipe. */
export function fileOf(path: string, found: Found | undefined): FileEntry | undefined {
  if (found?.kind === 'other') throw new NotAFile();
  return found?.kind === 'file' ? { path, bytes: found.bytes, modified: found.modified } : undefined;
}

/** The file's state now; undefined when there is no such file. @throws NotAFile for a device or a pipe. */
export const fileAt = async (tree: FolderTree, path: string): Promise<FileEntry | undefined> =>
  fileOf(path, await tree.look(path));
