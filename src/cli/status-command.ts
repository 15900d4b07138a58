import { Option, type Command } from 'commander';
import { addSharedOptions, type SharedOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

const FORMATS = ['table', 'json', 'markdown', 'csv'] as const;

export interface StatusOptions extends SharedOptions {
  readonly format: (typeof FORMATS)[number];
}

/** `status`: which vendors are overdue for their review, and why. */
export function addStatusCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('status')
    .summary('show which vendors need a review, and why')
    .description('Shows where every vendor stands on a day: review, report and coverage, with the reasons.')
    .argument('[folder]', 'the folder with the reports', '.')
    .addOption(
      new Option('--format <format>', 'a table for people; JSON or CSV for programs; Markdown for documents')
        .choices(FORMATS)
        .default('table' satisfies StatusOptions['format']),
    );
  addSharedOptions(command).action(async (folder: string, options: StatusOptions) => {
    const { showStatus } = await import('./show-status.ts');
    await showStatus(folder, options, terminal);
  });
}
