import { forEachConcurrently } from '../../core/library/for-each-concurrently.ts';
import { compareText } from '../../core/library/order.ts';
import type { CancelSignal, UnlistedFile } from '../../core/library/ports.ts';

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'unknown';
  /** A symbolic link; `kind` tells what it leads to, `unknown` when it leads nowhere. */
  readonly isLink: boolean;
}

/** A tree of folders. Paths are relative to its root, with forward slashes; the root is the empty path. */
export interface FolderTree {
  /** Rejects when the folder can't be read. */
  entries(folder: string): Promise<readonly FolderEntry[]>;
  /** Where the folder really is, every link resolved, with forward slashes; undefined where nobody can tell. */
  realPath(folder: string): Promise<string | undefined>;
}

/** Why a place is not walked, in a reader's words. */
export interface WalkWords {
  unreadable(error: unknown): string;
  readonly brokenLink: string;
  readonly linkToUnknown: string;
  readonly linkToParent: string;
}

export interface WalkOptions {
  readonly isExcluded: (path: string) => boolean;
  readonly isWanted: (path: string) => boolean;
  readonly words: WalkWords;
  readonly signal: CancelSignal;
}

export interface Walked {
  /** Wanted files in path order. */
  readonly files: readonly string[];
  readonly unlisted: readonly UnlistedFile[];
}

interface Place {
  readonly path: string;
  readonly real: string | undefined;
}

/** Folders that are read at the same time: enough to hide a network's delay, few enough for a laptop's disk. */
const CONCURRENT_FOLDERS = 16;

/**
 * Walks a tree of folders below `start`. Links to folders are followed, each real place once, so that loops end and
 * no file is listed twice. Folders that can't be read don't stop the walk: `unlisted` tells them. Ends early, and
 * incomplete, when the signal aborts.
 */
export async function walk(tree: FolderTree, start: string, options: WalkOptions): Promise<Walked> {
  const { isExcluded, isWanted, words, signal } = options;
  const files: string[] = [];
  const unlisted: UnlistedFile[] = [];
  const links: string[] = [];
  const visited = new Set<string>();

  const readFolder = async ({ path: folder, real }: Place): Promise<Place[]> => {
    if (real !== undefined) {
      if (visited.has(real)) return [];
      visited.add(real);
    }
    const below: Place[] = [];
    const entries = await tree.entries(folder).catch((error: unknown) => {
      unlisted.push({ path: folder === '' ? '.' : folder, reason: words.unreadable(error) });
      return [];
    });
    for (const { name, kind, isLink } of entries) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (isExcluded(path)) continue;
      if (kind === 'folder' && isLink) links.push(path);
      else if (kind === 'folder')
        below.push({ path, real: real === undefined ? undefined : `${real}/${name}` });
      else if (isWanted(path) && kind === 'file') files.push(path);
      else if (isWanted(path)) unlisted.push({ path, reason: words.brokenLink });
    }
    return below;
  };

  const readBelow = async (place: Place): Promise<void> => {
    let layer = [place];
    while (layer.length > 0 && !signal.aborted) {
      const next: Place[] = [];
      await forEachConcurrently(layer, CONCURRENT_FOLDERS, signal, async (folder) => {
        next.push(...(await readFolder(folder)));
      });
      layer = next;
    }
  };

  const root = await tree.realPath(start);
  await readBelow({ path: start, real: root });
  // Links come after everything that stands there itself: a place reachable both ways keeps its own name.
  for (let link = links.shift(); link !== undefined && !signal.aborted; link = links.shift()) {
    const real = await tree.realPath(link);
    if (real === undefined) unlisted.push({ path: link, reason: words.linkToUnknown });
    else if (root?.startsWith(`${real}/`) === true) unlisted.push({ path: link, reason: words.linkToParent });
    else await readBelow({ path: link, real });
  }
  return { files: files.sort(compareText), unlisted };
}
