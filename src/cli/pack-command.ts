import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { localCalendarDate } from '../core/calendar/calendar-date.ts';
import { auditPack } from '../core/summary/audit-pack.ts';
import { portfolioSummary } from '../core/summary/portfolio-summary.ts';
import { Failure } from './failures.ts';
import { writeNew } from './write-new.ts';
import { addSharedOptions, type SharedOptions } from './options.ts';
import { addPeriodOptions, periodOf, type PeriodOptions } from './period-options.ts';
import { notesOf } from './portfolio-command.ts';
import { readLibrary } from './read-library.ts';
import { write, type Terminal } from './terminal.ts';

interface PackOptions extends SharedOptions, PeriodOptions {
  readonly withReports?: boolean;
  readonly out: string;
}

/** `pack`: a folder for the auditor. */
export function addPackCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('pack')
    .summary('put together a folder for an auditor')
    .description(
      'Writes a new folder with the portfolio in all formats, the reviews of the period as they were signed, the\n' +
        'user controls, and a list of the reports with their hashes. The reports themselves only with --with-reports.',
    )
    .argument('[folder]', 'the folder with the reports', '.')
    .requiredOption('--out <folder>', 'the folder to write, which must be empty or not exist yet')
    .option('--with-reports', 'put the PDFs in too; they are confidential');
  addSharedOptions(addPeriodOptions(command)).action(async (folder: string, options: PackOptions) => {
    await mustBeEmpty(options.out);
    const snapshot = await readLibrary(folder, options, terminal);
    const { asOf } = options;
    const period = periodOf(options, asOf, snapshot.register.policy);
    const writtenOn = localCalendarDate(new Date());
    const notes = await notesOf(folder, snapshot);
    const summary = portfolioSummary(snapshot, { period, asOf, writtenOn, notes });
    const pack = await auditPack({ summary, snapshot, notes, withReports: options.withReports === true });
    await mkdir(options.out, { recursive: true });
    for (const { path, contents } of pack.made) await writeNew(join(options.out, path), contents);
    for (const path of pack.copied) {
      await writeNew(join(options.out, path), await readFile(join(folder, path)));
    }
    await write(terminal.out, [...pack.made.map(({ path }) => path), ...pack.copied, ''].join('\n'));
  });
}

async function mustBeEmpty(folder: string): Promise<void> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    const detail = error instanceof Error ? error.message : String(error);
    throw new Failure(`${folder} can’t be written to: ${detail}`, { cause: error });
  }
  if (names.length > 0)
    throw new Failure(`${folder} isn’t empty and was left as it is. Name another folder.`);
}
