import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localCalendarDate } from '../core/calendar/calendar-date.ts';
import { readPreviousReview } from '../core/summary/carry-forward.ts';
import { draftReview } from '../core/summary/review-summary.ts';
import { TemplateError } from '../core/summary/review-template.ts';
import { WrongUse } from './failures.ts';
import { linksFrom, writeOut } from './output.ts';
import { readLibrary } from './read-library.ts';
import type { SummaryOptions } from './summary-command.ts';
import type { Terminal } from './terminal.ts';
import { reportOf, vendorCalled } from './vendor-argument.ts';

/** Writes the draft of a review of the vendor so called. */
export async function writeSummary(name: string, options: SummaryOptions, terminal: Terminal): Promise<void> {
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
