import { rm } from 'node:fs/promises';
import { cacheRoot } from './cache-folders.ts';
import { Failure } from './failures.ts';
import { exists } from './folder.ts';
import { plain, write, type Terminal } from './terminal.ts';

/** Removes what was kept of all reports that were ever read by the command line. */
export async function clearCache(terminal: Terminal): Promise<void> {
  const folder = cacheRoot(terminal.env);
  const isThere = await exists(folder);
  try {
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new Failure(`${plain(folder)} can’t be removed: ${plain(detail)}`, { cause: error });
  }
  await write(
    terminal.out,
    isThere ? `Removed ${plain(folder)}\n` : `There is nothing to remove: ${plain(folder)} doesn’t exist.\n`,
  );
}
