import type { PageSource, PageText } from './page-text.ts';
import {
  firstPagesText,
  hasLetterInPictures,
  holdsAssertion,
  REPORT_TITLE,
  TITLE_PAGES,
} from './fields/report-signs.ts';
import { lookAlike, titleOf } from './fields/not-a-report.ts';
import type { DocumentView } from './view/document-view.ts';

/** Pages that are read before anything is decided: those of which one bears the title. */
const FIRST_PAGES = TITLE_PAGES;
/** Then so many: a cover, the contents and most of a letter. */
const LETTER_PAGES = 6;
/** Pages that are read at a time after that: a letter ends soon. */
const PAGES_AT_A_TIME = 2;
/** Beyond so many pages, and when a look at them was not enough, ever more at a time: each look costs something. */
const FRONT_PAGES = 16;
const GROWTH = 1.5;
/** A document of so few pages that is something else has no room for a report behind that. */
const NO_ROOM_FOR_A_REPORT = 12;
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
export function nextBatch(read: number, looked: boolean): number {
  if (read < LETTER_PAGES) return LETTER_PAGES;
  return looked || read >= FRONT_PAGES ? Math.ceil(read * GROWTH) : read + PAGES_AT_A_TIME;
}

/**
 * True when the service auditor's letter has been read to its end, so that the facts may be known; or when it stands
 * in pictures in front of what was read, and the assertion, which says the same of them, has been read to its end. Not
 * before so many pages are there as most letters need.
 */
export function isWorthALook(view: DocumentView): boolean {
  if (view.pagesRead < LETTER_PAGES) return false;
  const last = view.parts.at(-1)?.kind;
  if (view.has('auditors-report')) return last !== 'auditors-report';
  return last !== 'assertion' && holdsAssertion(view) && hasLetterInPictures(view);
}

/**
 * True when the document is known to be something other than a report, so that further pages change nothing. It is
 * asked when so many pages are there that a report would show. Many documents speak of reports, as papers and
 * questionnaires do: they are read on where they may be called one, or hold a word of a service auditor's letter.
 */
export function isKnownLookAlike(view: DocumentView, readBefore: number, mayHoldLetter: boolean): boolean {
  const isTimeAt = (pages: number): boolean => readBefore < pages && view.pagesRead >= pages;
  if (isTimeAt(LOOK_ALIKE_PAGES)) return isNoReport(view, mayHoldLetter);
  const hasNoRoom = view.pageCount <= NO_ROOM_FOR_A_REPORT;
  const isEarly = isTimeAt(LETTER_PAGES) || (hasNoRoom && isTimeAt(FIRST_PAGES));
  // What is certain from a few pages: a report bound in behind something else begins with a title of its own.
  return (
    isEarly &&
    !mayHoldLetter &&
    !speaksOfReport(view, TITLE_PAGES) &&
    !view.pages.some((page) => REPORT_TITLE.test(titleOf(page))) &&
    lookAlike(view) !== undefined
  );
}

function isNoReport(view: DocumentView, mayHoldLetter: boolean): boolean {
  const known = lookAlike(view);
  if (known === undefined) return false;
  if (mayHoldLetter) return !speaksOfReport(view, LOOK_ALIKE_PAGES);
  return known.where === 'title' || !speaksOfReport(view, TITLE_PAGES);
}

const speaksOfReport = (view: DocumentView, pages: number): boolean =>
  REPORT_TITLE.test(firstPagesText(view, pages));
