import { Option, type Command } from 'commander';
import { addSharedOptions, type SharedOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

export interface LedgerOptions extends SharedOptions {
  readonly format: 'markdown' | 'csv';
  readonly out?: string;
}

const addLedgerOptions = (command: Command): Command =>
  addSharedOptions(
    command
      .argument('[folder]', 'the folder with the reports', '.')
      .addOption(
        new Option('--format <format>', 'Markdown for people, CSV for spreadsheets')
          .choices(['markdown', 'csv'] satisfies LedgerOptions['format'][])
          .default('markdown' satisfies LedgerOptions['format']),
      )
      .option('--out <file>', 'write to this file, which must not exist yet, instead of standard output'),
  );

/** `controls`: what the reports of all vendors expect of us. */
export function addControlsCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('controls')
    .summary('list the user controls of all vendors, and what we do about them');
  addLedgerOptions(command).action(async (folder: string, options: LedgerOptions) => {
    const { writeControls } = await import('./write-ledgers.ts');
    await writeControls(folder, options, terminal);
  });
}

/** `subservice`: whom our vendors rely on. */
export function addSubserviceCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('subservice')
    .summary('list whom our vendors rely on, and what we hold of them');
  addLedgerOptions(command).action(async (folder: string, options: LedgerOptions) => {
    const { writeSubservice } = await import('./write-ledgers.ts');
    await writeSubservice(folder, options, terminal);
  });
}
