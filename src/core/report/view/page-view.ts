import type { PageText } from '../page-text.ts';
import { findGutter, readByColumns } from './columns.ts';
import { draftOf, draftsOf, type DraftPage } from './draft-page.ts';
import { columnEdges, groupByBaseline, makeLine, type Line, type PlacedRun } from './lines.ts';
import { plainPage, type PlainPage } from './plain-page.ts';
import { Places } from './places.ts';
import { findRunningText } from './running-text.ts';

/** One page, cleaned and in reading order. */
export interface PageView {
  /** The PDF page, counted from 1. */
  readonly number: number;
  /** The number printed on it, "12" or "iv". */
  readonly printed: string | null;
  readonly isImage: boolean;
  readonly width: number;
  readonly height: number;
  /** Without headers, footers and watermarks; columns one after the other. */
  readonly lines: readonly Line[];
  /** Headers, footers and watermarks, top to bottom. */
  readonly runningLines: readonly Line[];
  /** The cleaned text of `lines`, one line each. */
  readonly text: string;
  /** Everything on the page, in the PDF's order, as quotes are cut from it. */
  readonly plainText: string;
  /** The position in `plainText` of a character of the page's runs, counted through all of them. */
  plainPosition(character: number): number;
}

/** The last view of each page. */
const views = new WeakMap<PageText, ViewedPage>();

/**
 * The pages of a document, in order. What neighbours tell of a page (headers, footers, watermarks, its number) may
 * change as more pages are read; where it doesn't, the view of a page is the same object as before.
 *
 * @param isWhole no further pages will come, so nothing is kept for them
 */
export function viewPages(pages: readonly PageText[], isWhole: boolean): PageView[] {
  const draft = isWhole ? draftsOf(pages) : draftOf;
  const running = findRunningText(pages, draft);
  return pages.map((page) => {
    const printed = running.printedPages.get(page.number) ?? null;
    const removed = running.runs.get(page.number) ?? NONE;
    const view = knownView(page, printed, removed) ?? new ViewedPage(draft(page), printed, removed);
    if (!isWhole) views.set(page, view);
    return view;
  });
}

function knownView(
  page: PageText,
  printed: string | null,
  removed: ReadonlySet<number>,
): ViewedPage | undefined {
  const known = views.get(page);
  return known?.printed === printed && isSameSet(known.removed, removed) ? known : undefined;
}

const NONE: ReadonlySet<number> = new Set();

const isSameSet = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  a.size === b.size && [...a].every((index) => b.has(index));

class ViewedPage implements PageView {
  readonly number: number;
  readonly printed: string | null;
  readonly isImage: boolean;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly runningLines: readonly Line[];
  /** The indices of the runs of headers, footers and watermarks. */
  readonly removed: ReadonlySet<number>;
  readonly #page: PageText;
  #plain: PlainPage | undefined;

  constructor(draft: DraftPage, printed: string | null, removed: ReadonlySet<number>) {
    const { page, runs } = draft;
    this.#page = page;
    this.number = page.number;
    this.printed = printed;
    this.isImage = page.isImage;
    this.width = page.width;
    this.height = page.height;
    this.removed = removed;
    const body = removed.size === 0 ? runs : runs.filter((run) => !removed.has(run.index));
    const gutter = findGutter(body, page.width);
    const groups =
      gutter !== undefined
        ? readByColumns(body, gutter)
        : removed.size === 0
          ? draft.groups
          : groupByBaseline(body);
    const edges = columnEdges(groups);
    const places = new Places();
    this.lines = linesOf(page, groups, edges, places);
    this.runningLines =
      removed.size === 0
        ? []
        : linesOf(page, groupByBaseline(runs.filter((run) => removed.has(run.index))), edges, places);
    places.close();
  }

  /** Joined whenever somebody asks, a few times a page: kept, the text of a long report would be there twice. */
  get text(): string {
    return this.lines.map((line) => line.text).join('\n');
  }

  get plainText(): string {
    return this.#plainPage.text;
  }

  plainPosition(character: number): number {
    return this.#plainPage.positions[character] ?? 0;
  }

  /** Made when somebody quotes from the page: nobody quotes from most. */
  get #plainPage(): PlainPage {
    return (this.#plain ??= plainPage(this.#page));
  }
}

function linesOf(
  { number }: PageText,
  groups: readonly (readonly PlacedRun[])[],
  edges: readonly number[],
  places: Places,
): Line[] {
  return groups.map((group) => makeLine(number, group, edges, places)).filter((line) => line !== undefined);
}
