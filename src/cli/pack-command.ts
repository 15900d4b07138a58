import type { Command } from 'commander';
import { addSharedOptions, type SharedOptions } from './options.ts';
import { addPeriodOptions, type PeriodOptions } from './period-options.ts';
import type { Terminal } from './terminal.ts';

export interface PackOptions extends SharedOptions, PeriodOptions {
  readonly withReports?: boolean;
  readonly out: string;
}

/** `pack`: a folder for the auditor. */
export function addPackCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('pack')
    .summary('put together a folder for an auditor')
    .description(
      'Writes a new folder with the portfolio in all formats, the reviews of the period as they were signed, the\n' +
        'user controls, and a list of the reports with their hashes. The reports themselves only with --with-reports.',
    )
    .argument('[folder]', 'the folder with the reports', '.')
    .requiredOption('--out <folder>', 'the folder to write, which must be empty or not exist yet')
    .option('--with-reports', 'put the PDFs in too; they are confidential');
  addSharedOptions(addPeriodOptions(command)).action(async (folder: string, options: PackOptions) => {
    const { writePack } = await import('./write-pack.ts');
    await writePack(folder, options, terminal);
  });
}
