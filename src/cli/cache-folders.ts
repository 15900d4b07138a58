import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * The user's cache folder, as the platform's convention has it: `XDG_CACHE_HOME` or `~/.cache` on Linux,
 * `~/Library/Caches` on macOS, `%LOCALAPPDATA%` on Windows.
 */
export function userCacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  const home = env['HOME'] ?? homedir();
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  const chosen = env['XDG_CACHE_HOME'] ?? '';
  // The convention: a path that isn't absolute is to be ignored.
  return isAbsolute(chosen) ? chosen : join(home, '.cache');
}

/** The folder in which every library has its own part of the cache. */
export const cacheRoot = (env: NodeJS.ProcessEnv): string =>
  join(userCacheFolder(env, process.platform), 'soc-review-tracker');

/** A library's part of the cache, called by the hash of its place. */
export const libraryCache = (root: string, library: string): string =>
  join(root, createHash('sha256').update(library).digest('hex').slice(0, 32));

/** What nobody has used for half a year belongs to a folder that is gone, or to a report that is. */
const KEPT_MS = 183 * 24 * 60 * 60 * 1000;
/** A file that is still being written is younger than this; an older one was left by a process that was killed. */
const WRITING_MS = 60 * 60 * 1000;

/**
 * Clears out what is left over: parts of libraries that were not opened for half a year, and unfinished files.
 * Costs one listing of a small folder; errors are nobody's business.
 */
export async function tidyCache(root: string, own: string, now: number): Promise<void> {
  for (const entry of await readdir(root, { withFileTypes: true }).catch(() => [])) {
    const folder = join(root, entry.name);
    if (entry.isDirectory() && folder !== own && (await isOlder(folder, KEPT_MS, now))) await remove(folder);
  }
  for (const name of await readdir(own).catch(() => [])) {
    const file = join(own, name);
    if (name.endsWith('.tmp') && (await isOlder(file, WRITING_MS, now))) await remove(file);
  }
}

/** A folder's time is that of the last entry that came or went: every run that finds a change renews it. */
const isOlder = async (path: string, age: number, now: number): Promise<boolean> =>
  await stat(path).then(
    ({ mtimeMs }) => now - mtimeMs > age,
    () => false,
  );

const remove = async (path: string): Promise<void> => {
  await rm(path, { recursive: true, force: true }).catch(() => undefined);
};
