import { indexJson } from '../core/library/index-json.ts';
import type { IndexOptions } from './index-command.ts';
import { indexTable } from './index-table.ts';
import { readLibrary } from './read-library.ts';
import { layoutFor, write, type Terminal } from './terminal.ts';

/** Prints what the PDFs below a folder are. */
export async function listReports(folder: string, options: IndexOptions, terminal: Terminal): Promise<void> {
  const snapshot = await readLibrary(folder, options, terminal);
  const text =
    options.format === 'json'
      ? `${JSON.stringify(indexJson(snapshot, options.asOf, folder), null, 2)}\n`
      : indexTable(snapshot, layoutFor(terminal));
  await write(terminal.out, text);
}
