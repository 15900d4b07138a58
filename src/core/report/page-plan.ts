import type { PageSource, PageText } from './page-text.ts';
import { firstPagesText, REPORT_TITLE } from './fields/report-signs.ts';
import { lookAlikeReason } from './fields/not-a-report.ts';
import type { DocumentView } from './view/document-view.ts';

/** Pages that are read before anything is decided, and at a time after that. */
const FIRST_PAGES = 8;
const PAGES_AT_A_TIME = 6;
/** A document that isn't called a report within so many pages is none, when it is known to be something else. */
const LOOK_ALIKE_PAGES = 12;
/** Pages of the description on which a service organization introduces itself. */
const OPENING_PAGES = 2;

/** Reads the pages `from` to `to`, both counted. */
export async function readPages(source: PageSource, from: number, to: number): Promise<PageText[]> {
  const pages: PageText[] = [];
  for (let number = from; number <= Math.min(to, source.pageCount); number++)
    pages.push(await source.page(number));
  return pages;
}

export const firstBatch = FIRST_PAGES;
export const nextBatch = (read: number): number => read + PAGES_AT_A_TIME;

/**
 * True when further pages can't change kind, vendor, type and period: the letter and the assertion have been read to
 * their ends and the description has begun, or the document is known to be something else.
 */
export function hasReadTheFacts(view: DocumentView): boolean {
  const read = view.pages.length;
  if (read >= view.pageCount) return true;
  const description = view.parts.filter(({ kind }) => kind === 'description');
  const begun = description.some(({ firstPage, lastPage }) => lastPage - firstPage + 1 > OPENING_PAGES);
  if (view.has('auditors-report') && view.has('assertion') && begun) return true;
  const front = firstPagesText(view, LOOK_ALIKE_PAGES);
  const isSomethingElse = read >= LOOK_ALIKE_PAGES && !REPORT_TITLE.test(front);
  return isSomethingElse && lookAlikeReason(view) !== undefined;
}
