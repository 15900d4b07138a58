import { InvalidArgumentError, Option, type Command } from 'commander';
import { localCalendarDate, parseCalendarDate, type CalendarDate } from '../core/calendar/calendar-date.ts';
import type { ReadingDepth } from '../core/report/read-report.ts';
import { DEFAULT_LIMITS } from '../pdf/reading-limits.ts';
import type { LibraryChoices } from './read-library.ts';

/** What commander makes of the options that all commands share. */
export interface SharedOptions extends LibraryChoices {
  readonly asOf: CalendarDate;
}

/** A day as it stands on a command line. */
export function readDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === undefined)
    throw new InvalidArgumentError('Write a day as YYYY-MM-DD, for example 2026-11-21.');
  return date;
}

const limitOption = (flags: string, description: string, least: number): Option =>
  new Option(flags, description).argParser((text) => {
    const number = Number(text);
    if (text.trim() !== '' && Number.isFinite(number) && number >= least) return number;
    throw new InvalidArgumentError(`Write a number from ${String(least)} on.`);
  });

/** Adds the options that say which files to read, and how. */
export const addLibraryOptions = (command: Command): Command =>
  command
    .option(
      '--exclude <pattern>',
      'leave out files or folders, for example "drafts/**"; may be given several times',
      (pattern: string, before: readonly string[] | undefined) => [...(before ?? []), pattern],
    )
    .option('--register <file>', 'the register of vendors, relative to the folder', 'vendors.yaml')
    .option('--reviews <folder>', 'the folder of the reviews, relative to the folder', 'reviews')
    .option(
      '--password-file <file>',
      'a file with the password of locked PDFs, or with lines "path or pattern: password"',
    )
    .addOption(
      limitOption('--time-limit <seconds>', 'how long reading one file may take', 1).default(
        DEFAULT_LIMITS.fileTimeLimit / 1000,
      ),
    )
    .addOption(
      limitOption('--memory-limit <MB>', 'how much memory reading one file may take', 64).default(
        DEFAULT_LIMITS.fileMemoryLimit,
      ),
    )
    .addOption(
      limitOption('--size-limit <MB>', 'how large a file may be to be opened at all', 1).default(
        DEFAULT_LIMITS.fileSizeLimit,
      ),
    )
    .option('--no-cache', 'read every file anew, and keep nothing');

/** Adds the options of the commands that show the whole library. */
export const addSharedOptions = (command: Command): Command =>
  addLibraryOptions(
    command
      .addOption(
        new Option('--as-of <date>', 'show where vendors stood at the end of this day (YYYY-MM-DD)')
          .default(localCalendarDate(new Date()), 'today')
          .argParser(readDate),
      )
      .addOption(
        new Option(
          '--depth <depth>',
          'read every page, or only those with the main facts: faster, without controls and exceptions',
        )
          .choices(['full', 'facts'] satisfies ReadingDepth[])
          .default('full' satisfies ReadingDepth),
      ),
  );
