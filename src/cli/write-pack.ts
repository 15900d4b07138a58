import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localCalendarDate } from '../core/calendar/calendar-date.ts';
import { auditPack } from '../core/summary/audit-pack.ts';
import { portfolioSummary } from '../core/summary/portfolio-summary.ts';
import { Failure } from './failures.ts';
import { notesOf } from './notes-of-reviews.ts';
import type { PackOptions } from './pack-command.ts';
import { periodOf } from './period-options.ts';
import { readLibrary } from './read-library.ts';
import { write, type Terminal } from './terminal.ts';
import { writeNew } from './write-new.ts';

/** Writes a folder for an auditor. */
export async function writePack(folder: string, options: PackOptions, terminal: Terminal): Promise<void> {
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
