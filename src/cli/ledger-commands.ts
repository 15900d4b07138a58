import { Option, type Command } from 'commander';
import { subserviceCsv, subserviceMarkdown, subserviceView } from '../core/summary/subservice-view.ts';
import { ledgerCsv, ledgerMarkdown, userControlLedger } from '../core/summary/user-control-ledger.ts';
import { addSharedOptions, type SharedOptions } from './options.ts';
import { writeOut } from './output.ts';
import { notesOf } from './portfolio-command.ts';
import { readLibrary } from './read-library.ts';
import type { Terminal } from './terminal.ts';

interface LedgerOptions extends SharedOptions {
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
    const snapshot = await readLibrary(folder, options, terminal);
    const entries = userControlLedger(snapshot, options.asOf, await notesOf(folder, snapshot));
    await writeOut(
      terminal,
      options.out,
      options.format === 'csv' ? ledgerCsv(entries) : ledgerMarkdown(entries),
    );
  });
}

/** `subservice`: whom our vendors rely on. */
export function addSubserviceCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('subservice')
    .summary('list whom our vendors rely on, and what we hold of them');
  addLedgerOptions(command).action(async (folder: string, options: LedgerOptions) => {
    const snapshot = await readLibrary(folder, options, terminal);
    const entries = subserviceView(snapshot, options.asOf);
    const text = options.format === 'csv' ? subserviceCsv(entries) : subserviceMarkdown(entries);
    await writeOut(terminal, options.out, text);
  });
}
