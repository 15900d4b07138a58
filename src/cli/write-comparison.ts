import { localCalendarDate } from '../core/calendar/calendar-date.ts';
import { comparisonMarkdown } from '../core/summary/comparison.ts';
import { previousReport } from '../core/summary/previous-report.ts';
import type { CompareOptions } from './compare-command.ts';
import { Failure } from './failures.ts';
import { linksFrom, writeOut } from './output.ts';
import { readLibrary } from './read-library.ts';
import type { Terminal } from './terminal.ts';
import { reportOf, vendorCalled } from './vendor-argument.ts';

/** Writes what a report of the vendor so called says otherwise than the one before it. */
export async function writeComparison(
  name: string,
  options: CompareOptions,
  terminal: Terminal,
): Promise<void> {
  const snapshot = await readLibrary(options.folder, { ...options, depth: 'full' }, terminal);
  const dossier = vendorCalled(name, snapshot);
  const after = reportOf(dossier, options.report);
  const before =
    options.with === undefined
      ? previousReport(dossier, after, localCalendarDate(new Date()))
      : reportOf(dossier, options.with);
  if (before === null) {
    throw new Failure(`There is no earlier report on the same service to compare ${after.path} with.`);
  }
  const folder = (await linksFrom(options.out, options.folder)) ?? '';
  await writeOut(terminal, options.out, comparisonMarkdown({ before, after, folder }));
}
