import type { PageText } from '../page-text.ts';
import type { DraftOf } from './draft-page.ts';
import type { PlacedRun } from './lines.ts';
import type { MarginText } from './printed-pages.ts';
import { findPrintedPages } from './printed-pages.ts';

/** A line in a page's margin: all that is kept of a draft while those of the other pages are looked at. */
interface MarginLine {
  readonly page: number;
  readonly height: number;
  readonly y: number;
  readonly runs: readonly PlacedRun[];
  readonly text: string;
}

export interface RunningText {
  /** Runs of headers, footers and watermarks, by PDF page: indices into the page's runs. */
  readonly runs: ReadonlyMap<number, ReadonlySet<number>>;
  readonly printedPages: ReadonlyMap<number, string>;
}

/** Share of the page's height in which headers and footers stand. */
const MARGIN = 0.13;
/** A watermark stands on at least this share of the pages, and on at least three. */
const WATERMARK_SHARE = 0.6;
/** Baselines of repeated text differ by no more than this, in points. */
const SAME_PLACE = 4;
/** Words of a table's heading row, which is repeated on every page of the table and is no running header. */
const TABLE_HEADING =
  /\b(?:controls?|tests?|testing|results?|criteri(?:a|on)|objectives?|activit(?:y|ies)|procedures?|exceptions?|responses?|points? of focus)\b/i;

const place = (y: number): number => Math.round(y / SAME_PLACE);
const inMargin = (y: number, height: number): boolean => y < height * MARGIN || y > height * (1 - MARGIN);

/** Counts on how many pages each key occurs. */
class PageCounts {
  private readonly pages = new Map<string, Set<number>>();
  private readonly counted = new Map<string, number>();

  add(key: string, page: number): void {
    const pages = this.pages.get(key) ?? new Set<number>();
    this.pages.set(key, pages.add(page));
  }

  /** On how many pages at least one of the keys occurs. */
  count(keys: readonly string[]): number {
    const id = keys[0] ?? '';
    const known = this.counted.get(id);
    if (known !== undefined) return known;
    const sets = keys.flatMap((key) => this.pages.get(key) ?? []);
    const count = sets.length === 1 ? (sets[0]?.size ?? 0) : new Set(sets.flatMap((set) => [...set])).size;
    this.counted.set(id, count);
    return count;
  }
}

/** The same text at about the same height, whatever side of a rounding step it fell on. */
const keysAround = (text: string, y: number): string[] =>
  [-1, 0, 1].map((step) => `${String(place(y) + step)} ${text}`);

/**
 * Recognises headers, footers and watermarks by their repetition, and the page numbers in them.
 *
 * @param draftOf asked several times for each page, so that the drafts of all pages need not be there at the same time
 */
export function findRunningText(pages: readonly PageText[], draftOf: DraftOf): RunningText {
  const withText: PageText[] = [];
  const margins: MarginLine[] = [];
  for (const page of pages) {
    const { groups } = draftOf(page);
    if (groups.length > 0) withText.push(page);
    margins.push(...marginLines(page, groups));
  }
  const printedPages = findPrintedPages(margins.flatMap(marginTexts));
  const runs = new Map<number, Set<number>>(withText.map(({ number }) => [number, new Set<number>()]));
  markMarginLines(margins, printedPages, runs);
  markWatermarks(withText, draftOf, runs);
  return { runs, printedPages };
}

function marginLines(
  { number: page, height }: PageText,
  groups: readonly (readonly PlacedRun[])[],
): MarginLine[] {
  return groups.flatMap((runs): MarginLine[] => {
    const y = runs[0]?.y;
    if (y === undefined || !inMargin(y, height)) return [];
    return [{ page, height, y, runs, text: runs.map((run) => run.text.trim()).join(' ') }];
  });
}

function marginTexts({ page, runs, text }: MarginLine): MarginText[] {
  const short = runs.length > 1 ? runs.filter((run) => run.text.trim().length <= 12) : [];
  return [{ page, text }, ...short.map((run) => ({ page, text: run.text.trim() }))];
}

/** The text of a margin line without the page's number, so that the lines of all pages are alike. */
function withoutPageNumber(text: string, printed: string | undefined): string {
  const words = text
    .toLowerCase()
    .split(/[\s|]+/)
    .filter((word) => word !== '');
  const number = printed?.toLowerCase() ?? '';
  const at = /\bof \d+\W*$/i.test(text) ? words.indexOf(number) : words.lastIndexOf(number);
  return words.filter((_, i) => i !== at).join('');
}

function markMarginLines(
  margins: readonly MarginLine[],
  printedPages: ReadonlyMap<number, string>,
  marked: ReadonlyMap<number, Set<number>>,
): void {
  const counts = new PageCounts();
  const keys = margins.map(({ page, y, text }) => {
    const key = withoutPageNumber(text, printedPages.get(page));
    counts.add(`${String(place(y))} ${key}`, page);
    return key;
  });
  const needed = marked.size > 8 ? 3 : 2;
  for (const [i, { page, height, y, runs, text }] of margins.entries()) {
    const key = keys[i] ?? '';
    const isNumber = key === '' || key === 'page' || key === '-' || key === '--';
    const isTableHeading = runs.length > 1 && y < height / 2 && TABLE_HEADING.test(text);
    const nearEdge = y < height * 0.09 || y > height * 0.91;
    const pagesAlike = counts.count(keysAround(key, y));
    const isRepeated = pagesAlike >= needed || (nearEdge && pagesAlike >= 2);
    if ((isNumber && printedPages.has(page)) || (isRepeated && !(isTableHeading && !nearEdge)))
      for (const run of runs) marked.get(page)?.add(run.index);
  }
}

/** More than a table's word: long enough for a watermark. */
const isTelling = (text: string): boolean => text.length >= 5 && !TABLE_HEADING.test(text);

function markWatermarks(
  pages: readonly PageText[],
  draftOf: DraftOf,
  marked: ReadonlyMap<number, Set<number>>,
): void {
  const needed = Math.max(3, Math.ceil(pages.length * WATERMARK_SHARE));
  if (pages.length < needed) return;
  const texts = textsOnPages(pages, draftOf, needed);
  // Without one of these, the others are what a table says again and again.
  if (![...texts].some(isTelling)) return;
  const counts = new PageCounts();
  const keyOf = (run: PlacedRun): string => `${String(Math.round(run.x / SAME_PLACE))} ${run.text.trim()}`;
  // Looked for twice: those of all pages together are more than anything else that is kept by now.
  const candidatesOn = (page: PageText): readonly PlacedRun[] =>
    draftOf(page).runs.filter((run) => texts.has(run.text.trim()));
  for (const page of pages)
    for (const run of candidatesOn(page)) counts.add(`${String(place(run.y))} ${keyOf(run)}`, page.number);
  for (const page of pages) {
    const repeated = candidatesOn(page).filter(
      (run) => counts.count(keysAround(keyOf(run), run.y)) >= needed,
    );
    const telling = repeated.filter((run) => isTelling(run.text.trim()));
    for (const run of repeated)
      if (telling.some((other) => other === run || Math.abs(other.y - run.y) < 2))
        marked.get(page.number)?.add(run.index);
  }
}

/** The texts that stand on at least so many pages, wherever: few of all that there are. */
function textsOnPages(pages: readonly PageText[], draftOf: DraftOf, needed: number): ReadonlySet<string> {
  const seen = new Map<string, { last: number; pages: number }>();
  const texts = new Set<string>();
  for (const [index, page] of pages.entries()) {
    for (const run of draftOf(page).runs) {
      const text = run.text.trim();
      const known = seen.get(text);
      // Of what is first met later, too few pages are left.
      if (known === undefined) {
        if (index + needed <= pages.length) seen.set(text, { last: index, pages: 1 });
      } else if (known.last !== index) {
        known.last = index;
        known.pages++;
        if (known.pages === needed) texts.add(text);
      }
    }
  }
  return texts;
}
