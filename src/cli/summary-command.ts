import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { localCalendarDate } from '../core/calendar/calendar-date.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../core/library/snapshot.ts';
import { nearest } from '../core/register/nearest.ts';
import { isSameName } from '../core/register/vendor-name.ts';
import { nextToReview } from '../core/summary/next-to-review.ts';
import { readPreviousReview } from '../core/summary/carry-forward.ts';
import { draftReview } from '../core/summary/review-summary.ts';
import { Failure, WrongUse } from './failures.ts';
import { existingFolder } from './folder.ts';
import { addLibraryOptions } from './options.ts';
import { readLibrary, type LibraryChoices } from './read-library.ts';
import { plain, write, type Terminal } from './terminal.ts';
import { writeNew } from './write-new.ts';

interface SummaryOptions extends Omit<LibraryChoices, 'depth'> {
  readonly folder: string;
  readonly report?: string;
  readonly out?: string;
}

/** `summary`: the review of one vendor's report, prepared for a person to finish. */
export function addSummaryCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('summary')
    .summary('prepare the review of a vendor’s report')
    .description(
      'Writes the review of a vendor’s newest report that has not been reviewed yet, prefilled with what the\n' +
        'report says, each value with a link to its page. It is a draft until a person signs it.',
    )
    .argument('<vendor>', 'the vendor: its name, another name of it, or its id')
    .option('--folder <folder>', 'the folder with the reports', '.')
    .option('--report <path>', 'another report of the vendor, relative to the folder')
    .option('--out <file>', 'write to this file, which must not exist yet, instead of standard output');
  addLibraryOptions(command).action(async (name: string, options: SummaryOptions) => {
    const snapshot = await readLibrary(options.folder, { ...options, depth: 'full' }, terminal);
    const dossier = vendorCalled(name, snapshot);
    const document = reportOf(dossier, options.report);
    const previous = await readPreviousReview(dossier, document, (path) =>
      readFile(join(options.folder, path), 'utf8'),
    );
    const { text } = draftReview({
      dossier,
      document,
      library: snapshot,
      ...(previous === undefined ? {} : { previous }),
      reviewFolder: options.reviews,
      reviewer: null,
      today: localCalendarDate(new Date()),
      ...(options.out === undefined ? {} : await placeOf(options.out, options.folder)),
    });
    if (options.out === undefined) await write(terminal.out, text);
    else await writeNew(options.out, text);
  });
}

function vendorCalled(name: string, { dossiers }: LibrarySnapshot): VendorDossier {
  const found =
    dossiers.find(({ id }) => id === name) ??
    dossiers.find((dossier) => isSameName(dossier.name, name)) ??
    dossiers.find(({ registered }) => registered?.aliases.some((alias) => isSameName(alias, name)));
  if (found !== undefined) return found;
  const near = nearest(
    name,
    dossiers.flatMap((dossier) => [dossier.id, dossier.name]),
  );
  const advice = near === undefined ? 'The status command lists them.' : `Did you mean ${near}?`;
  throw new WrongUse(`There is no vendor called ${name}. ${advice}`);
}

function reportOf(dossier: VendorDossier, path: string | undefined): LibraryDocument {
  const wanted = path?.replace(/^\.\//, '');
  const found =
    wanted === undefined ? nextToReview(dossier) : dossier.reports.find((report) => report.path === wanted);
  if (found !== undefined) return found;
  if (wanted === undefined) throw new Failure(`There is no report of ${dossier.name} in the folder.`);
  const reports = dossier.reports.map((report) => `\n- ${plain(report.path)}`).join('');
  throw new WrongUse(`${wanted} is not among the reports of ${dossier.name}:${reports}`);
}

/** Where the links in a file start from; outside of the folder they stay those of the review's own place. */
async function placeOf(file: string, folder: string): Promise<{ readonly linksFrom?: string }> {
  const { real } = await existingFolder(folder);
  const place = relative(real, resolve(dirname(file)));
  const isOutside = place === '..' || place.startsWith(`..${sep}`) || isAbsolute(place);
  return isOutside ? {} : { linksFrom: place.split(sep).join('/') };
}
