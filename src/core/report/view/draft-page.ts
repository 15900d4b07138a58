import type { PageText } from '../page-text.ts';
import { groupByBaseline, placeRuns, type PlacedRun } from './lines.ts';

/** A page by itself, before it is known what of it is a header, a footer or a watermark. */
export class DraftPage {
  readonly page: PageText;
  /** What shows on the page, in the order of writing. */
  readonly runs: readonly PlacedRun[];
  #groups: readonly (readonly PlacedRun[])[] | undefined;

  constructor(page: PageText) {
    this.page = page;
    this.runs = placeRuns(page);
  }

  /** The runs by baseline, top to bottom. */
  get groups(): readonly (readonly PlacedRun[])[] {
    return (this.#groups ??= groupByBaseline(this.runs));
  }
}

export type DraftOf = (page: PageText) => DraftPage;

/** Kept for as long as their pages are, since the document will be viewed again with the next batch of pages. */
const drafts = new WeakMap<PageText, DraftPage>();

export function draftOf(page: PageText): DraftPage {
  const draft = drafts.get(page) ?? new DraftPage(page);
  drafts.set(page, draft);
  return draft;
}

/** Of more pages than these, drafts are made again whenever they are needed: they would be a third of all memory. */
const MANY_PAGES = 400;

/** The drafts of all pages of a document, for no longer than they are asked for. */
export function draftsOf(pages: readonly PageText[]): DraftOf {
  const known: DraftOf = (page) => drafts.get(page) ?? new DraftPage(page);
  if (pages.length > MANY_PAGES) return known;
  const own = new Map(pages.map((page) => [page, known(page)]));
  return (page) => own.get(page) ?? known(page);
}
