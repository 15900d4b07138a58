import { InvalidArgumentError, Option, type Command } from 'commander';
import { localCalendarDate, parseCalendarDate, type CalendarDate } from '../core/calendar/calendar-date.ts';
import type { ReadingDepth } from '../core/report/read-report.ts';
import type { LibraryChoices } from './read-library.ts';

/** What commander makes of the options that all commands share. */
export interface SharedOptions extends LibraryChoices {
  readonly asOf: CalendarDate;
}

function readDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === undefined)
    throw new InvalidArgumentError('Write a day as YYYY-MM-DD, for example 2026-11-21.');
  return date;
}

/** Adds the options that all commands share, in the order in which the help lists them. */
export const addSharedOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--as-of <date>', 'show where vendors stood at the end of this day (YYYY-MM-DD)')
        .default(localCalendarDate(new Date()), 'today')
        .argParser(readDate),
    )
    .addOption(
      new Option('--depth <depth>', 'read only the pages with the main facts, or every page')
        .choices(['facts', 'full'] satisfies ReadingDepth[])
        .default('full' satisfies ReadingDepth),
    )
    .option(
      '--exclude <pattern>',
      'leave out files or folders, for example "drafts/**"; may be repeated',
      collect,
      [],
    )
    .option('--register <file>', 'the register of vendors, relative to the folder', 'vendors.yaml')
    .option('--reviews <folder>', 'the folder of the review records, relative to the folder', 'reviews')
    .option(
      '--password-file <file>',
      'a file with the password of locked PDFs, or with lines "path or pattern: password"',
    )
    .option('--no-cache', 'read every file anew, and keep nothing');

const collect = (pattern: string, before: readonly string[]): string[] => [...before, pattern];
