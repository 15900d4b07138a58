import { Option, type Command } from 'commander';
import { addSharedOptions, type SharedOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

export interface IndexOptions extends SharedOptions {
  readonly format: 'table' | 'json';
}

/** `index`: what the PDFs of a folder are, and what was read from them. */
export function addIndexCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('index')
    .summary('read the PDFs of a folder and list what they are')
    .description(
      'Reads every PDF below a folder: which are SOC reports, whose, and of which period.\n' +
        'The JSON has everything that was read, with page and quote, and where each vendor stands.',
    )
    .argument('[folder]', 'the folder with the reports', '.')
    .addOption(
      new Option('--format <format>', 'a table for people, or JSON for programs')
        .choices(['table', 'json'] satisfies IndexOptions['format'][])
        .default('table' satisfies IndexOptions['format']),
    );
  addSharedOptions(command).action(async (folder: string, options: IndexOptions) => {
    const { listReports } = await import('./list-reports.ts');
    await listReports(folder, options, terminal);
  });
}
