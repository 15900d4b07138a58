import type { PageText } from '../page-text.ts';
import { findGutter, readByColumns } from './columns.ts';
import { columnEdges, groupByBaseline, makeLine, placeRuns, type Line } from './lines.ts';
import { plainPage } from './plain-page.ts';
import { findRunningText, type DraftPage } from './running-text.ts';

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
}

export function viewPages(pages: readonly PageText[]): PageView[] {
  const drafts = pages.map((page): DraftPage => ({ page, groups: groupByBaseline(placeRuns(page)) }));
  const running = findRunningText(drafts);
  return drafts.map(({ page, groups }) => {
    const plain = plainPage(page);
    const removed = running.runs.get(page.number) ?? new Set<number>();
    const runs = groups.flat();
    const body = runs.filter((run) => !removed.has(run.index));
    const inOrderOfWriting = [...body].sort((a, b) => a.index - b.index);
    const gutter = findGutter(inOrderOfWriting, page.width);
    const bodyGroups = gutter === undefined ? groupByBaseline(body) : readByColumns(inOrderOfWriting, gutter);
    const edges = columnEdges(bodyGroups);
    const toLines = (from: typeof bodyGroups): Line[] =>
      from.map((group) => makeLine(page.number, group, plain, edges)).filter((line) => line !== undefined);
    const lines = toLines(bodyGroups);
    return {
      number: page.number,
      printed: running.printedPages.get(page.number) ?? null,
      isImage: page.isImage,
      width: page.width,
      height: page.height,
      lines,
      runningLines: toLines(groupByBaseline(runs.filter((run) => removed.has(run.index)))),
      text: lines.map((line) => line.text).join('\n'),
      plainText: plain.text,
    };
  });
}
