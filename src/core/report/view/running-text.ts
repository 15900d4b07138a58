import type { PageText } from '../page-text.ts';
import type { PlacedRun } from './lines.ts';
import type { MarginText } from './printed-pages.ts';
import { findPrintedPages } from './printed-pages.ts';

/** A page's runs grouped by baseline, before anything is removed. */
export interface DraftPage {
  readonly page: PageText;
  readonly groups: readonly (readonly PlacedRun[])[];
}

export type DraftOf = (page: PageText) => DraftPage;

/** What stands in a page's margins: all that is kept of a draft while those of the other pages are looked at. */
interface Margins {
  readonly page: number;
  readonly height: number;
  readonly groups: readonly (readonly PlacedRun[])[];
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

const groupText = (group: readonly PlacedRun[]): string => group.map((run) => run.text.trim()).join(' ');
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
 * @param draftOf asked twice for each page, so that the drafts of all pages need not be there at the same time
 */
export function findRunningText(pages: readonly PageText[], draftOf: DraftOf): RunningText {
  const withText: PageText[] = [];
  const margins: Margins[] = [];
  for (const page of pages) {
    const { groups } = draftOf(page);
    if (groups.length === 0) continue;
    withText.push(page);
    const inMargins = groups.filter(([first]) => first !== undefined && inMargin(first.y, page.height));
    margins.push({ page: page.number, height: page.height, groups: inMargins });
  }
  const printedPages = findPrintedPages(margins.flatMap(marginTexts));
  const runs = new Map<number, Set<number>>(margins.map(({ page }) => [page, new Set<number>()]));
  markMarginLines(margins, printedPages, runs);
  markWatermarks(withText, draftOf, runs);
  return { runs, printedPages };
}

function marginTexts({ page, groups }: Margins): MarginText[] {
  return groups.flatMap((group) => [
    { page, text: groupText(group) },
    ...group
      .filter((run) => group.length > 1 && run.text.trim().length <= 12)
      .map((run) => ({ page, text: run.text.trim() })),
  ]);
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
  margins: readonly Margins[],
  printedPages: ReadonlyMap<number, string>,
  marked: ReadonlyMap<number, Set<number>>,
): void {
  const counts = new PageCounts();
  const lines = margins.flatMap(({ page, height, groups }) =>
    groups.map((group) => {
      const y = group[0]?.y ?? 0;
      const key = withoutPageNumber(groupText(group), printedPages.get(page));
      counts.add(`${String(place(y))} ${key}`, page);
      return { page, height, group, y, key };
    }),
  );
  for (const { page, height, group, y, key } of lines) {
    const isNumber = key === '' || key === 'page' || key === '-' || key === '--';
    const isTableHeading = group.length > 1 && TABLE_HEADING.test(groupText(group)) && y < height / 2;
    const repeated = counts.count(keysAround(key, y)) >= (margins.length > 8 ? 3 : 2);
    const nearEdge = y < height * 0.09 || y > height * 0.91;
    const repeatedAtEdge = nearEdge && counts.count(keysAround(key, y)) >= 2;
    if (
      (isNumber && printedPages.has(page)) ||
      ((repeated || repeatedAtEdge) && !(isTableHeading && !nearEdge))
    )
      for (const run of group) marked.get(page)?.add(run.index);
  }
}

function markWatermarks(
  pages: readonly PageText[],
  draftOf: DraftOf,
  marked: ReadonlyMap<number, Set<number>>,
): void {
  const needed = Math.max(3, Math.ceil(pages.length * WATERMARK_SHARE));
  if (pages.length < needed) return;
  const texts = textsOnPages(pages, needed);
  if (texts.size === 0) return;
  const counts = new PageCounts();
  const keyOf = (run: PlacedRun): string => `${String(Math.round(run.x / SAME_PLACE))} ${run.text.trim()}`;
  const candidates = pages.map((page) => {
    const runs = draftOf(page)
      .groups.flat()
      .filter((run) => texts.has(run.text.trim()));
    for (const run of runs) counts.add(`${String(place(run.y))} ${keyOf(run)}`, page.number);
    return { page, runs };
  });
  for (const { page, runs } of candidates) {
    const repeated = runs.filter((run) => counts.count(keysAround(keyOf(run), run.y)) >= needed);
    const telling = repeated.filter((run) => run.text.trim().length >= 5 && !TABLE_HEADING.test(run.text));
    for (const run of repeated)
      if (telling.some((other) => other === run || Math.abs(other.y - run.y) < 2))
        marked.get(page.number)?.add(run.index);
  }
}

/** The texts that stand on at least so many pages, wherever: few of all that there are. */
function textsOnPages(pages: readonly PageText[], needed: number): ReadonlySet<string> {
  const seen = new Map<string, { last: number; pages: number }>();
  const texts = new Set<string>();
  for (const [index, { runs }] of pages.entries()) {
    for (const run of runs) {
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
