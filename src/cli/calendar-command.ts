import { Option, type Command } from 'commander';
import { localCalendarDate, type CalendarDate } from '../core/calendar/calendar-date.ts';
import { addLibraryOptions, readDate } from './options.ts';
import type { LibraryChoices } from './read-library.ts';
import type { Terminal } from './terminal.ts';

export interface CalendarOptions extends Omit<LibraryChoices, 'depth'> {
  readonly asOf: CalendarDate;
  readonly out?: string;
}

/** `calendar`: what is due, for a calendar program. */
export function addCalendarCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('calendar')
    .summary('write what is due as a calendar file')
    .description(
      'Reviews that are due and reports that are expected, as an iCalendar file. Importing a later one moves the\n' +
        'entries that have moved, and adds none twice.',
    )
    .argument('[folder]', 'the folder with the reports', '.')
    .addOption(
      new Option('--as-of <date>', 'what was due at the end of this day (YYYY-MM-DD)')
        .default(localCalendarDate(new Date()), 'today')
        .argParser(readDate),
    )
    .option('--out <file>', 'write to this file, which must not exist yet, instead of standard output');
  addLibraryOptions(command).action(async (folder: string, options: CalendarOptions) => {
    const { writeCalendar } = await import('./write-calendar.ts');
    await writeCalendar(folder, options, terminal);
  });
}
