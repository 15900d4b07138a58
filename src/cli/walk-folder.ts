import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { byPath } from '../core/library/order.ts';
import type { CancelSignal, FileEntry, UnlistedFile } from '../core/library/ports.ts';
import {
  isGone,
  LINK_TO_PARENT,
  NOT_A_FILE,
  whyFileNotListed,
  whyFolderNotListed,
  whyLinkNotFollowed,
} from './listing-problems.ts';

/** Folders of tools, in which nobody keeps reports: version control, and installed packages. */
const TOOL_FOLDERS: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);

export interface WalkOptions {
  readonly signal: CancelSignal;
  /** True for the names of the files that are wanted. */
  readonly wanted: (name: string) => boolean;
  /** True for the paths of files and whole folders that are left out. */
  readonly excluded: (path: string) => boolean;
}

export interface Walked {
  readonly files: readonly FileEntry[];
  readonly unlisted: readonly UnlistedFile[];
}

/**
 * Finds the wanted files below a folder; paths are relative to it, with forward slashes, in path order. A folder
 * is entered once, by its own path if it has one below the root, else by the first link that leads to it; so loops
 * of links end. Files that several links lead to are listed by each of their paths.
 */
export async function walkFolder(root: string, options: WalkOptions): Promise<Walked> {
  return await new Walk(root, options).run();
}

interface Folder {
  /** Relative to the root; empty for the root. */
  readonly path: string;
  /** Where it really is, links resolved. */
  readonly real: string;
}

class Walk {
  readonly #root: string;
  readonly #options: WalkOptions;
  readonly #files: FileEntry[] = [];
  readonly #unlisted: UnlistedFile[] = [];
  readonly #entered = new Set<string>();
  /** Links to folders: followed once everything that needs no link has been entered. */
  readonly #links: Folder[] = [];

  constructor(root: string, options: WalkOptions) {
    this.#root = root;
    this.#options = options;
  }

  async run(): Promise<Walked> {
    const root = { path: '', real: await realpath(this.#root) };
    await this.#enter(root);
    while (this.#links.length > 0) {
      const links = this.#links.splice(0).sort(byPath);
      for (const link of links) {
        // A link to a folder above the root would bring in what the user didn't name, and the root again.
        if (!`${root.real}${sep}`.startsWith(withSeparator(link.real))) await this.#enter(link);
        else if (link.real !== root.real) this.#unlisted.push({ path: link.path, reason: LINK_TO_PARENT });
      }
    }
    return { files: this.#files.sort(byPath), unlisted: this.#unlisted.sort(byPath) };
  }

  async #enter(first: Folder): Promise<void> {
    let level = [first];
    while (level.length > 0 && !this.#options.signal.aborted) {
      const fresh = level.filter(({ real }) => !this.#entered.has(real));
      for (const { real } of fresh) this.#entered.add(real);
      level = (await Promise.all(fresh.map((folder) => this.#look(folder)))).flat();
    }
  }

  /** Takes up the files of one folder; returns the folders in it. */
  async #look({ path, real }: Folder): Promise<Folder[]> {
    const folders: Folder[] = [];
    const files: Promise<void>[] = [];
    try {
      for (const entry of await readdir(real, { withFileTypes: true })) {
        const child = path === '' ? entry.name : `${path}/${entry.name}`;
        const place = join(real, entry.name);
        if (this.#options.excluded(child)) continue;
        if (entry.isDirectory()) {
          if (!TOOL_FOLDERS.has(entry.name)) folders.push({ path: child, real: place });
        } else if (entry.isSymbolicLink()) {
          files.push(this.#followLink(child, entry.name, place));
        } else if (this.#options.wanted(entry.name)) {
          files.push(this.#takeFile(child, place));
        }
      }
    } catch (error) {
      if (path === '') throw error;
      if (!isGone(error)) this.#unlisted.push({ path, reason: whyFolderNotListed(error) });
    }
    await Promise.all(files);
    return folders;
  }

  async #followLink(path: string, name: string, place: string): Promise<void> {
    try {
      const target = await stat(place);
      if (!target.isDirectory()) {
        if (this.#options.wanted(name)) this.#addFile(path, target);
      } else if (!TOOL_FOLDERS.has(name)) {
        this.#links.push({ path, real: await realpath(place) });
      }
    } catch (error) {
      if (this.#options.wanted(name)) this.#unlisted.push({ path, reason: whyLinkNotFollowed(error) });
    }
  }

  async #takeFile(path: string, place: string): Promise<void> {
    try {
      this.#addFile(path, await stat(place));
    } catch (error) {
      const reason = whyFileNotListed(path, error);
      if (reason !== undefined) this.#unlisted.push({ path, reason });
    }
  }

  #addFile(path: string, stats: Stats): void {
    if (stats.isFile()) this.#files.push({ path, bytes: stats.size, modified: stats.mtimeMs });
    else this.#unlisted.push({ path, reason: NOT_A_FILE });
  }
}

const withSeparator = (folder: string): string => (folder.endsWith(sep) ? folder : `${folder}${sep}`);
