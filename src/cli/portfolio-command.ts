import { Option, type Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localCalendarDate } from '../core/calendar/calendar-date.ts';
import type { LibrarySnapshot } from '../core/library/snapshot.ts';
import { portfolioCsv } from '../core/summary/portfolio-csv.ts';
import { portfolioMarkdown } from '../core/summary/portfolio-markdown.ts';
import { portfolioPage } from '../core/summary/portfolio-page.ts';
import { portfolioSummary, type PortfolioSummary } from '../core/summary/portfolio-summary.ts';
import { portfolioWorkbook } from '../core/summary/portfolio-workbook.ts';
import { readReviewNotes, type ReviewNotes } from '../core/summary/review-notes.ts';
import { addSharedOptions, type SharedOptions } from './options.ts';
import { writeBytesOut, writeOut } from './output.ts';
import { addPeriodOptions, periodOf, type PeriodOptions } from './period-options.ts';
import { readLibrary } from './read-library.ts';
import type { Terminal } from './terminal.ts';

const FORMATS = ['markdown', 'csv', 'html', 'xlsx'] as const;

interface PortfolioOptions extends SharedOptions, PeriodOptions {
  readonly format: (typeof FORMATS)[number];
  readonly out?: string;
}

/** What the reviews of a folder say, besides their records. */
export const notesOf = (folder: string, snapshot: LibrarySnapshot): Promise<ReviewNotes> =>
  readReviewNotes(snapshot, (path) => readFile(join(folder, path), 'utf8'));

/** `portfolio`: all vendors for an auditor. */
export function addPortfolioCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('portfolio')
    .summary('write all vendors, their reviews and reports, for an auditor')
    .description(
      'The complete list of vendors: what was reviewed in a period, in time or late, what is open, which report is\n' +
        'held, and where each vendor stood on a day.',
    )
    .argument('[folder]', 'the folder with the reports', '.')
    .addOption(
      new Option('--format <format>', 'Markdown, CSV, one HTML page that prints well, or an Excel workbook')
        .choices(FORMATS)
        .default('markdown' satisfies PortfolioOptions['format']),
    )
    .option('--out <file>', 'write to this file, which must not exist yet, instead of standard output');
  addSharedOptions(addPeriodOptions(command)).action(async (folder: string, options: PortfolioOptions) => {
    const snapshot = await readLibrary(folder, options, terminal);
    const { asOf, format, out } = options;
    const period = periodOf(options, asOf, snapshot.register.policy);
    const writtenOn = localCalendarDate(new Date());
    const notes = await notesOf(folder, snapshot);
    const summary = portfolioSummary(snapshot, { period, asOf, writtenOn, notes });
    if (format === 'xlsx') await writeBytesOut(out, 'a workbook', await portfolioWorkbook(summary));
    else await writeOut(terminal, out, formatted(summary, format));
  });
}

function formatted(summary: PortfolioSummary, format: Exclude<PortfolioOptions['format'], 'xlsx'>): string {
  switch (format) {
    case 'markdown':
      return portfolioMarkdown(summary);
    case 'csv':
      return portfolioCsv(summary);
    case 'html':
      return portfolioPage(summary);
  }
}
