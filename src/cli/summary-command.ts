import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { localCalendarDate } from '../core/calendar/calendar-date.ts';
import { readPreviousReview } from '../core/summary/carry-forward.ts';
import { draftReview } from '../core/summary/review-summary.ts';
import { TemplateError } from '../core/summary/review-template.ts';
import { WrongUse } from './failures.ts';
import { addLibraryOptions } from './options.ts';
import { linksFrom, writeOut } from './output.ts';
import { readLibrary, type LibraryChoices } from './read-library.ts';
import type { Terminal } from './terminal.ts';
import { reportOf, vendorCalled } from './vendor-argument.ts';

interface SummaryOptions extends Omit<LibraryChoices, 'depth'> {
  readonly folder: string;
  readonly report?: string;
  readonly template?: string;
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
    .option('--template <file>', 'a template of your own for the body of the review')
    .option('--out <file>', 'write to this file, which must not exist yet, instead of standard output');
  addLibraryOptions(command).action(async (name: string, options: SummaryOptions) => {
    const template = options.template === undefined ? undefined : await readTemplate(options.template);
    const snapshot = await readLibrary(options.folder, { ...options, depth: 'full' }, terminal);
    const dossier = vendorCalled(name, snapshot);
    const document = reportOf(dossier, options.report);
    const today = localCalendarDate(new Date());
    const previous = await readPreviousReview(dossier, document, today, (path) =>
      readFile(join(options.folder, path), 'utf8'),
    );
    const place = await linksFrom(options.out, options.folder);
    const { text } = inTemplate(options.template, () =>
      draftReview({
        dossier,
        document,
        library: snapshot,
        ...(previous === undefined ? {} : { previous }),
        ...(template === undefined ? {} : { template }),
        ...(place === undefined ? {} : { linksFrom: place }),
        reviewFolder: options.reviews,
        reviewer: null,
        today,
      }),
    );
    await writeOut(terminal, options.out, text);
  });
}

async function readTemplate(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new WrongUse(`The template can’t be read: ${detail}`, { cause: error });
  }
}

/** Says which file a template's mistake is in. */
function inTemplate<T>(file: string | undefined, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new WrongUse(`The template ${file ?? ''} can’t be used. ${error.message}`, { cause: error });
  }
}
