import type { Command } from 'commander';
import { localCalendarDate } from '../core/calendar/calendar-date.ts';
import { comparisonMarkdown } from '../core/summary/comparison.ts';
import { previousReport } from '../core/summary/previous-report.ts';
import { Failure } from './failures.ts';
import { addLibraryOptions } from './options.ts';
import { linksFrom, writeOut } from './output.ts';
import { readLibrary, type LibraryChoices } from './read-library.ts';
import type { Terminal } from './terminal.ts';
import { reportOf, vendorCalled } from './vendor-argument.ts';

interface CompareOptions extends Omit<LibraryChoices, 'depth'> {
  readonly folder: string;
  readonly report?: string;
  readonly with?: string;
  readonly out?: string;
}

/** `compare`: what a vendor's report says otherwise than the one before it. */
export function addCompareCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('compare')
    .summary('show what changed from one report of a vendor to the next')
    .description(
      'Compares a vendor’s report with the one before it of the same kind on the same service: auditor, opinion,\n' +
        'period, scope, subservice organizations, user controls, tested controls and exceptions. As Markdown.',
    )
    .argument('<vendor>', 'the vendor: its name, another name of it, or its id')
    .option('--folder <folder>', 'the folder with the reports', '.')
    .option('--report <path>', 'another report than the one to review next, relative to the folder')
    .option('--with <path>', 'another earlier report, relative to the folder')
    .option('--out <file>', 'write to this file, which must not exist yet, instead of standard output');
  addLibraryOptions(command).action(async (name: string, options: CompareOptions) => {
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
  });
}
