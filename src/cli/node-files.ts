import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filePatterns } from '../core/library/file-patterns.ts';
import type { CancelSignal, FileEntry, FileListing, LibraryFiles } from '../core/library/ports.ts';
import { isGone } from './listing-problems.ts';
import { walkFolder, type Walked } from './walk-folder.ts';

export interface NodeFilesOptions {
  /** The folder of the reviews, relative to the root. */
  readonly reviewFolder: string;
  /** Patterns of PDFs and folders to leave out. They don't apply to reviews. */
  readonly exclude: readonly string[];
}

const NOTHING: Walked = { files: [], unlisted: [] };

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
    const [pdfs, reviews] = await Promise.all([
      walkFolder(this.#root, {
        signal,
        wanted: (name) => /\.pdf$/i.test(name),
        excluded: (path) => patterns.matches(path),
      }),
      walkFolder(join(this.#root, reviewFolder), {
        signal,
        wanted: (name) => /\.md$/i.test(name),
        excluded: () => false,
      }).catch((error: unknown) => {
        if (isGone(error)) return NOTHING;
        throw error;
      }),
    ]);
    return {
      pdfs: pdfs.files,
      reviews: reviews.files.map((file) => ({ ...file, path: `${reviewFolder}/${file.path}` })),
      unlisted: pdfs.unlisted,
    };
  }

  async stat(path: string): Promise<FileEntry | undefined> {
    try {
      const { size, mtimeMs } = await stat(join(this.#root, path));
      return { path, bytes: size, modified: mtimeMs };
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  }

  async readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
    return await readFile(join(this.#root, path));
  }

  async readText(path: string): Promise<string | undefined> {
    try {
      const place = join(this.#root, path);
      const stats = await stat(place);
      // Opening a pipe waits until somebody writes to it.
      if (!stats.isFile() && !stats.isDirectory()) throw new Error('it is no file but a device or a pipe');
      return new TextDecoder().decode(await readFile(place));
    } catch (error) {
      if (isGone(error)) return undefined;
      throw error;
    }
  }
}
