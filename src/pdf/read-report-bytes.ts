import type { PageSource, PageText } from '../core/report/page-text.ts';
import { readReport, type ReadingDepth } from '../core/report/read-report.ts';
import { emptyReading, type DocumentReading } from '../core/report/reading.ts';
import { FETCH_AGAIN, whyNotPdf } from './not-a-pdf.ts';
import { PasswordNeeded, type PdfAccess } from './open-pdf.ts';
import { PdfPages } from './pdf-pages.ts';

export interface ReadBytesOptions extends PdfAccess {
  readonly depth: ReadingDepth;
}

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
    return await PdfPages.with(bytes, options, (pages) => readTolerantly(pages, options.depth));
  } catch (error) {
    return emptyReading('unreadable', whyUnreadable(error));
  }
}

/** A page that can't be read is missed, and said to be; the rest of the document counts. */
async function readTolerantly(pages: PageSource, depth: ReadingDepth): Promise<DocumentReading> {
  const lost = new Set<number>();
  const page = async (number: number): Promise<PageText> => {
    try {
      return await pages.page(number);
    } catch {
      lost.add(number);
      return { number, ...US_LETTER, runs: [], isImage: false };
    }
  };
  const reading = await readReport({ pageCount: pages.pageCount, page }, depth);
  if (lost.size === 0) return reading;
  if (lost.size === pages.pageCount) {
    return emptyReading(
      'unreadable',
      `The PDF is damaged: none of its pages can be read. ${FETCH_AGAIN}`,
      lost.size,
    );
  }
  return { ...reading, warnings: [...reading.warnings, lostPages([...lost].sort((a, b) => a - b))] };
}

/** The size given to a page that doesn't tell its own, in points. */
const US_LETTER = { width: 612, height: 792 };

const lostPages = (numbers: readonly number[]): string =>
  numbers.length === 1
    ? `Page ${numbers.join()} can't be read: it is damaged. What stands on it is missing here.`
    : `Pages ${numbers.join(', ')} can't be read: they are damaged. What stands on them is missing here.`;

function whyUnreadable(error: unknown): string {
  if (error instanceof PasswordNeeded) {
    return error.problem === 'missing'
      ? 'Password required: the PDF is encrypted. Give its password, or save a copy without one.'
      : 'Wrong password: the PDF is encrypted, and the password given does not open it. Ask the vendor for it.';
  }
  const detail = error instanceof Error ? error.message : String(error);
  if (/unknown encryption|unsupported encryption/i.test(detail)) {
    return 'The PDF is encrypted in a way that this program does not know. Save a copy without encryption.';
  }
  return `The PDF is damaged or was cut off on its way. ${FETCH_AGAIN}`;
}
