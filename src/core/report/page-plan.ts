import type { PageSource, PageText } from './page-text.ts';
import {
  firstPagesText,
  hasLetterInPictures,
  holdsAssertion,
  REPORT_TITLE,
  TITLE_PAGES,
} from './fields/report-signs.ts';
import { lookAlikeReason } from './fields/not-a-report.ts';
import type { DocumentView } from './view/document-view.ts';

/** Pages that are read before anything is decided: a cover, the contents and most of a letter. */
const FIRST_PAGES = 6;
/** Pages that are read at a time after that: a letter ends soon. */
const PAGES_AT_A_TIME = 2;
/** Beyond so many pages, and when a look at them was not enough, ever more at a time: each look costs something. */
const FRONT_PAGES = 16;
const GROWTH = 1.5;
/** A document that isn't a report within so many pages is none, when it is known to be something else. */
const LOOK_ALIKE_PAGES = 12;

/** Reads the pages `from` to `to`, both counted. */
export async function readPages(source: PageSource, from: number, to: number): Promise<PageText[]> {
  const pages: PageText[] = [];
  for (let number = from; number <= Math.min(to, source.pageCount); number++)
    pages.push(await source.page(number));
  return pages;
}

export const firstBatch = FIRST_PAGES;

/** The last page of the next batch, when so many have been read; `looked` says that a look at them was not enough. */
export const nextBatch = (read: number, looked: boolean): number =>
  looked || read >= FRONT_PAGES ? Math.ceil(read * GROWTH) : read + PAGES_AT_A_TIME;

/**
 * True when the service auditor's letter has been read to its end, so that the facts may be known; or when it stands
 * in pictures in front of what was read, and the assertion, which says the same of them, has been read to its end.
 */
export function isPastTheLetter(view: DocumentView): boolean {
  const last = view.parts.at(-1)?.kind;
  if (view.has('auditors-report')) return last !== 'auditors-report';
  return last !== 'assertion' && holdsAssertion(view) && hasLetterInPictures(view);
}

/**
 * True when the document is known to be something other than a report, so that further pages change nothing. Its
 * first pages tell, so it is asked once: when they are there. Others may speak of reports, as papers and
 * questionnaires do: then they must neither be called one nor hold a word of a service auditor's letter.
 */
export function isKnownLookAlike(view: DocumentView, readBefore: number, mayHoldLetter: boolean): boolean {
  if (readBefore >= LOOK_ALIKE_PAGES || view.pagesRead < LOOK_ALIKE_PAGES) return false;
  const isTitled = (pages: number): boolean => REPORT_TITLE.test(firstPagesText(view, pages));
  if (isTitled(TITLE_PAGES) || (mayHoldLetter && isTitled(LOOK_ALIKE_PAGES))) return false;
  return lookAlikeReason(view) !== undefined;
}
