import { localCalendarDate } from '../core/calendar/calendar-date.ts';
import { portfolioCsv } from '../core/summary/portfolio-csv.ts';
import { portfolioMarkdown } from '../core/summary/portfolio-markdown.ts';
import { portfolioPage } from '../core/summary/portfolio-page.ts';
import { portfolioSummary, type PortfolioSummary } from '../core/summary/portfolio-summary.ts';
import { portfolioWorkbook } from '../core/summary/portfolio-workbook.ts';
import { notesOf } from './notes-of-reviews.ts';
import { writeBytesOut, writeOut } from './output.ts';
import { periodOf } from './period-options.ts';
import type { PortfolioOptions } from './portfolio-command.ts';
import { readLibrary } from './read-library.ts';
import type { Terminal } from './terminal.ts';

/** Writes all vendors of a folder for an auditor. */
export async function writePortfolio(
  folder: string,
  options: PortfolioOptions,
  terminal: Terminal,
): Promise<void> {
  const snapshot = await readLibrary(folder, options, terminal);
  const { asOf, format, out } = options;
  const period = periodOf(options, asOf, snapshot.register.policy);
  const writtenOn = localCalendarDate(new Date());
  const notes = await notesOf(folder, snapshot);
  const summary = portfolioSummary(snapshot, { period, asOf, writtenOn, notes });
  if (format === 'xlsx') await writeBytesOut(out, 'a workbook', await portfolioWorkbook(summary));
  else await writeOut(terminal, out, formatted(summary, format));
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
