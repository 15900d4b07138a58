import { documentStandingOn } from '../core/standing/document-standing.ts';
import { portfolioOn } from '../core/standing/portfolio.ts';
import { calendarFile, dueDates } from '../core/summary/due-dates.ts';
import type { CalendarOptions } from './calendar-command.ts';
import { writeOut } from './output.ts';
import { readLibrary } from './read-library.ts';
import type { Terminal } from './terminal.ts';

/** Writes what is due in a folder as a calendar file. */
export async function writeCalendar(
  folder: string,
  options: CalendarOptions,
  terminal: Terminal,
): Promise<void> {
  const snapshot = await readLibrary(folder, { ...options, depth: 'facts' }, terminal);
  const { asOf, out } = options;
  const { documents, policy } = snapshot.register;
  const own = documents.map((document) => ({
    document,
    standing: documentStandingOn(document, asOf, policy),
  }));
  await writeOut(terminal, out, calendarFile(dueDates(portfolioOn(snapshot, asOf), own), asOf));
}
