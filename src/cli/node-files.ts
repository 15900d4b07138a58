import * as fs from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { filePatterns } from '../core/library/file-patterns.ts';
import { isGone, NotAFile } from '../core/library/file-problem.ts';
import { fileAt, type FolderEntry, type FolderTree, type Found } from '../core/library/folder-tree.ts';
import { listFiles } from '../core/library/list-files.ts';
import type { CancelSignal, FileEntry, FileListing, LibraryFiles } from '../core/library/ports.ts';

// A call of node:fs/promises takes nearly twice the processor's time of one of these, and a start makes thousands.
const readdir = promisify(fs.readdir);
const stat = promisify(fs.stat);

export interface NodeFilesOptions {
  /** The folder of the reviews, relative to the root. */
  readonly reviewFolder: string;
  /** Patterns of PDFs and folders to leave out. They don't apply to reviews. */
  readonly exclude: readonly string[];
}

/** The user's files on disk. */
export class NodeFiles implements LibraryFiles {
  readonly #root: string;
  readonly #options: NodeFilesOptions;

  constructor(root: string, options: NodeFilesOptions) {
    this.#root = root;
    this.#options = options;
  }

  async list(signal: CancelSignal): Promise<FileListing> {
    const { reviewFolder, exclude } = this.#options;
    const patterns = filePatterns(exclude);
    const isExcluded = (path: string): boolean => patterns.matches(path);
    return await listFiles(this.#tree, { reviewFolder, isExcluded }, signal);
  }

  async stat(path: string): Promise<FileEntry | undefined> {
    return await fileAt(this.#tree, path);
  }

  async readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
    return await readFile(join(this.#root, path));
  }

  async readText(path: string): Promise<string | undefined> {
    // Opening a pipe waits until somebody writes to it.
    if ((await this.#look(path))?.kind === 'other') throw new NotAFile();
    try {
      return new TextDecoder().decode(await readFile(join(this.#root, path)));
    } catch (error) {
      throwUnlessGone(error);
      return undefined;
    }
  }

  async #look(path: string): Promise<Found | undefined> {
    try {
      const stats = await stat(join(this.#root, path));
      const kind = stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
      return { kind, bytes: stats.size, modified: stats.mtimeMs };
    } catch (error) {
      throwUnlessGone(error);
      return undefined;
    }
  }

  readonly #tree: FolderTree = {
    entries: async (folder) =>
      (await readdir(join(this.#root, folder), { withFileTypes: true })).map(folderEntry),
    look: (path) => this.#look(path),
    realPath: (folder) =>
      realpath(join(this.#root, folder)).then(
        (path) => path.replaceAll('\\', '/'),
        () => undefined,
      ),
  };
}

const folderEntry = (entry: fs.Dirent): FolderEntry => ({
  name: entry.name,
  kind: entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : 'other',
});

function throwUnlessGone(error: unknown): void {
  if (!isGone(error)) throw error;
}
