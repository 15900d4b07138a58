import { ENGLISH } from '../core/language/language.ts';
import type { PageSource } from '../core/report/page-text.ts';
import { readReport, type ReadingDepth } from '../core/report/read-report.ts';
import { emptyReading, type DocumentReading } from '../core/report/reading.ts';
import { whyNotPdf } from './not-a-pdf.ts';
import { PasswordNeeded, type PdfAccess } from './open-pdf.ts';
import { PdfPages } from './pdf-pages.ts';
import { TolerantPages } from './tolerant-pages.ts';

export interface ReadBytesOptions extends PdfAccess {
  readonly depth: ReadingDepth;
  /** Called when all of a report of more pages than most is to be read, which is begun when it resolves. */
  readonly onLong?: (pages: PdfPages) => Promise<void>;
}

/** Reports of more pages take more than a hundred megabytes while all of them is read; few have a third of it. */
const LONG_REPORT = 800;

/**
 * Reads one file, whatever it is. Takes the bytes away from the caller. Never rejects: a file that can't be read
 * gives a reading of kind `unreadable` with the reason and what to do.
 */
export async function readReportBytes(
  bytes: Uint8Array<ArrayBuffer>,
  options: ReadBytesOptions,
): Promise<DocumentReading> {
  const notPdf = whyNotPdf(bytes);
  if (notPdf !== null) return emptyReading('unreadable', notPdf);
  try {
    return await PdfPages.with(bytes, options, async (pages) => {
      if (options.depth === 'full' && pages.pageCount > LONG_REPORT) await options.onLong?.(pages);
      return await readPages(pages, options.depth);
    });
  } catch (error) {
    return emptyReading('unreadable', whyUnreadable(error));
  }
}

/** Reads a document; that pages of it can't be read is a warning, unless it is all of them. */
export async function readPages(source: PageSource, depth: ReadingDepth): Promise<DocumentReading> {
  if (source.pageCount === 0)
    return emptyReading('unreadable', ENGLISH.say('The PDF has no pages. Fetch it again from the vendor.'));
  const pages = new TolerantPages(source);
  const reading = await readReport(pages, depth);
  const { lost, damaged, pageCount } = pages;
  if (lost.length === pageCount) {
    const reason = ENGLISH.say(
      'The PDF is damaged: none of its pages can be read. Fetch it again from the vendor.',
    );
    return emptyReading('unreadable', reason, pageCount);
  }
  const warnings = [
    ...(lost.length === 0 ? [] : [lostPages(lost)]),
    ...(damaged.length === 0 ? [] : [damagedPages(damaged)]),
  ];
  return warnings.length === 0 ? reading : { ...reading, warnings: [...reading.warnings, ...warnings] };
}

const lostPages = (numbers: readonly number[]): string =>
  numbers.length === 1
    ? ENGLISH.say('Page {0} can’t be read: it is damaged. What stands on it is missing here.', numbers.join())
    : ENGLISH.say(
        'Pages {0} can’t be read: they are damaged. What stands on them is missing here.',
        numbers.join(', '),
      );

const damagedPages = (numbers: readonly number[]): string =>
  numbers.length === 1
    ? ENGLISH.say('Page {0} is damaged: text may be missing from it.', numbers.join())
    : ENGLISH.say('Pages {0} are damaged: text may be missing from them.', numbers.join(', '));

function whyUnreadable(error: unknown): string {
  if (error instanceof PasswordNeeded) {
    return error.problem === 'missing'
      ? ENGLISH.say('Password required: the PDF is encrypted. Give its password, or save a copy without one.')
      : ENGLISH.say(
          'Wrong password: the PDF is encrypted, and the password given does not open it. Ask the vendor for it.',
        );
  }
  const detail = error instanceof Error ? error.message : String(error);
  if (/unknown encryption|unsupported encryption/i.test(detail)) {
    return ENGLISH.say(
      'The PDF is encrypted in a way that this program does not know. Save a copy without encryption.',
    );
  }
  return ENGLISH.say('The PDF is damaged or was cut off on its way. Fetch it again from the vendor.');
}
