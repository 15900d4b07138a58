import {
  fileProblem,
  folderProblem,
  isGone,
  leadsNowhere,
  LINK_TO_NOWHERE,
  LINK_TO_PARENT,
  LINK_TO_UNKNOWN,
  NAME_IS_NO_TEXT,
} from './file-problem.ts';
import { fileOf, type FolderTree } from './folder-tree.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import { byPath } from './order.ts';
import type { CancelSignal, FileEntry, UnlistedFile } from './ports.ts';
import { isToolFolder } from './tool-folders.ts';

export interface WalkOptions {
  /** True for the paths of the files that are wanted. */
  readonly isWanted: (path: string) => boolean;
  /** True for the paths of files and whole folders that are left out. */
  readonly isExcluded: (path: string) => boolean;
  readonly signal: CancelSignal;
}

export interface Walked {
  /** In path order. */
  readonly files: readonly FileEntry[];
  /** In path order. */
  readonly unlisted: readonly UnlistedFile[];
  /** Whether there are links to folders: what they lead to may have another path elsewhere in the tree. */
  readonly hasFolderLinks: boolean;
}

/** Folders that are read at the same time: enough to hide a network's delay, few enough for a laptop's disk. */
const CONCURRENT_FOLDERS = 16;
/** Files of one folder that are asked for their size at the same time. */
const CONCURRENT_FILES = 256;

/**
 * Finds the wanted files below a folder of the tree. A folder is entered once, by its own path if it has one below
 * the start, else by the first link that leads to it; so loops of links end. Files that several links lead to are
 * listed by each of their paths. What can't be listed is told in a reader's words, and the walk goes on. Ends
 * early, and incomplete, when the signal aborts; rejects when `start` itself can't be read.
 */
export async function walk(tree: FolderTree, start: string, options: WalkOptions): Promise<Walked> {
  return await new Walk(tree, start, options).run();
}

interface Folder {
  readonly path: string;
  /** Where it really is, links resolved; undefined where nobody can tell. */
  readonly real: string | undefined;
}

class Walk {
  readonly #tree: FolderTree;
  readonly #start: string;
  readonly #options: WalkOptions;
  readonly #files: FileEntry[] = [];
  readonly #unlisted: UnlistedFile[] = [];
  readonly #entered = new Set<string>();
  /** Links to folders: followed once everything that needs no link has been entered. */
  readonly #links: Folder[] = [];
  #hasFolderLinks = false;

  constructor(tree: FolderTree, start: string, options: WalkOptions) {
    this.#tree = tree;
    this.#start = start;
    this.#options = options;
  }

  async run(): Promise<Walked> {
    const top = await this.#tree.realPath('');
    const start = this.#start === '' ? top : await this.#tree.realPath(this.#start);
    await this.#enter({ path: this.#start, real: start });
    while (this.#links.length > 0 && !this.#options.signal.aborted) {
      for (const link of this.#links.splice(0).sort(byPath)) await this.#follow(link, start, top);
    }
    return {
      files: this.#files.sort(byPath),
      unlisted: this.#unlisted.sort(byPath),
      hasFolderLinks: this.#hasFolderLinks,
    };
  }

  /** Enters a folder that a link leads to, unless that holds the start: it would bring in what nobody named. */
  async #follow(link: Folder, start: string | undefined, top: string | undefined): Promise<void> {
    const { path, real } = link;
    if (real === undefined) this.#leaveOut(path, LINK_TO_UNKNOWN);
    else if (start === undefined || !isIn(real, start)) await this.#enter(link);
    // Folders from the top down to the start are the tree's own; only what lies above is missing from it.
    else if (top !== undefined && real !== top && isIn(real, top)) this.#leaveOut(path, LINK_TO_PARENT);
  }

  async #enter(first: Folder): Promise<void> {
    let level = [first];
    while (level.length > 0 && !this.#options.signal.aborted) {
      const below: Folder[] = [];
      await forEachConcurrently(level, CONCURRENT_FOLDERS, this.#options.signal, async (folder) => {
        if (this.#isFresh(folder)) below.push(...(await this.#lookInto(folder)));
      });
      level = below;
    }
  }

  #isFresh({ real }: Folder): boolean {
    if (real === undefined) return true;
    const before = this.#entered.size;
    return this.#entered.add(real).size > before;
  }

  /** Takes up the files of one folder; returns the folders in it. */
  async #lookInto({ path: folder, real }: Folder): Promise<Folder[]> {
    const { isExcluded, isWanted, signal } = this.#options;
    const folders: Folder[] = [];
    const files: (() => Promise<void>)[] = [];
    try {
      for (const { name, kind } of await this.#tree.entries(folder)) {
        const path = folder === '' ? name : `${folder}/${name}`;
        if (kind === 'folder') {
          if (isToolFolder(name) || isExcluded(path)) continue;
          folders.push({ path, real: real === undefined ? undefined : `${withSlash(real)}${name}` });
        } else if (kind === 'link') {
          if (!isExcluded(path)) files.push(() => this.#takeLink(path, name));
        } else if (isWanted(path) && !isExcluded(path)) {
          files.push(() => this.#takeFile(path));
        }
      }
    } catch (error) {
      if (folder === this.#start) throw error;
      if (!isGone(error)) this.#leaveOut(folder, folderProblem(error));
    }
    await forEachConcurrently(files, CONCURRENT_FILES, signal, (take) => take());
    return folders;
  }

  async #takeFile(path: string): Promise<void> {
    try {
      const file = fileOf(path, await this.#tree.look(path));
      if (file !== undefined) this.#files.push(file);
      // Such a name reads as one with replacement characters, and nothing has that name.
      else if (path.includes('\uFFFD')) this.#leaveOut(path, NAME_IS_NO_TEXT);
    } catch (error) {
      this.#leaveOut(path, fileProblem(error));
    }
  }

  async #takeLink(path: string, name: string): Promise<void> {
    const isWanted = this.#options.isWanted(path);
    try {
      const target = await this.#tree.look(path);
      if (target?.kind === 'folder') {
        this.#hasFolderLinks = true;
        if (!isToolFolder(name)) this.#links.push({ path, real: await this.#tree.realPath(path) });
      } else if (isWanted) {
        const file = fileOf(path, target);
        if (file !== undefined) this.#files.push(file);
        else this.#leaveOut(path, LINK_TO_NOWHERE);
      }
    } catch (error) {
      if (isWanted) this.#leaveOut(path, fileProblem(error));
      // It may lead to a folder with reports, for all that anybody can tell.
      else if (!leadsNowhere(error)) this.#leaveOut(path, folderProblem(error));
    }
  }

  #leaveOut(path: string, reason: string): void {
    this.#unlisted.push({ path, reason });
  }
}

const withSlash = (folder: string): string => (folder.endsWith('/') ? folder : `${folder}/`);

/** Whether `inner` is the folder `outer` or lies in it. Both are real paths. */
const isIn = (outer: string, inner: string): boolean => withSlash(inner).startsWith(withSlash(outer));
