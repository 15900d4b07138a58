import type { CalendarDate } from '../core/calendar/calendar-date.ts';
import type { LibrarySnapshot } from '../core/library/snapshot.ts';
import type { IndexOptions } from './index-command.ts';
import { readLibrary } from './read-library.ts';
import { layoutFor, write, type Terminal } from './terminal.ts';

/** Prints what the PDFs below a folder are. */
export async function listReports(folder: string, options: IndexOptions, terminal: Terminal): Promise<void> {
  // What the form takes is loaded while files are read.
  const [snapshot, inForm] = await Promise.all([
    readLibrary(folder, options, terminal),
    options.format === 'json' ? jsonOf(folder, options.asOf) : tableFor(terminal),
  ]);
  await write(terminal.out, inForm(snapshot));
}

type Form = (snapshot: LibrarySnapshot) => string;

async function jsonOf(folder: string, asOf: CalendarDate): Promise<Form> {
  const { indexJson } = await import('../core/library/index-json.ts');
  return (snapshot) => `${JSON.stringify(indexJson(snapshot, asOf, folder), null, 2)}\n`;
}

async function tableFor(terminal: Terminal): Promise<Form> {
  const { indexTable } = await import('./index-table.ts');
  return (snapshot) => indexTable(snapshot, layoutFor(terminal));
}
