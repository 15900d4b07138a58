import { subserviceCsv, subserviceMarkdown, subserviceView } from '../core/summary/subservice-view.ts';
import { ledgerCsv, ledgerMarkdown, userControlLedger } from '../core/summary/user-control-ledger.ts';
import type { LedgerOptions } from './ledger-commands.ts';
import { notesOf } from './notes-of-reviews.ts';
import { writeOut } from './output.ts';
import { readLibrary } from './read-library.ts';
import type { Terminal } from './terminal.ts';

/** Writes what the reports of all vendors expect of us. */
export async function writeControls(
  folder: string,
  options: LedgerOptions,
  terminal: Terminal,
): Promise<void> {
  const snapshot = await readLibrary(folder, options, terminal);
  const entries = userControlLedger(snapshot, options.asOf, await notesOf(folder, snapshot));
  await writeOut(
    terminal,
    options.out,
    options.format === 'csv' ? ledgerCsv(entries) : ledgerMarkdown(entries),
  );
}

/** Writes whom our vendors rely on. */
export async function writeSubservice(
  folder: string,
  options: LedgerOptions,
  terminal: Terminal,
): Promise<void> {
  const snapshot = await readLibrary(folder, options, terminal);
  const entries = subserviceView(snapshot, options.asOf);
  const text = options.format === 'csv' ? subserviceCsv(entries) : subserviceMarkdown(entries);
  await writeOut(terminal, options.out, text);
}
