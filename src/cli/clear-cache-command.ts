import { rm, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { cacheRoot } from './cache-folders.ts';
import { Failure } from './failures.ts';
import { isGone } from './listing-problems.ts';
import { plain, write, type Terminal } from './terminal.ts';

/** `clear-cache`: removes what was kept of all reports that were ever read by the command line. */
export function addClearCacheCommand(program: Command, terminal: Terminal): void {
  program
    .command('clear-cache')
    .summary('remove what was kept of the reports')
    .description(
      'Removes the text and values that were read from reports and kept, for all folders, so that the next run\n' +
        'reads everything anew.',
    )
    .action(async () => {
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
        isThere
          ? `Removed ${plain(folder)}\n`
          : `There is nothing to remove: ${plain(folder)} doesn’t exist.\n`,
      );
    });
}

const exists = async (path: string): Promise<boolean> => {
  try {
    await stat(path);
    return true;
  } catch (error) {
    return !isGone(error);
  }
};
