import type { Command } from 'commander';
import type { Terminal } from './terminal.ts';

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
      const { clearCache } = await import('./clear-cache.ts');
      await clearCache(terminal);
    });
}
