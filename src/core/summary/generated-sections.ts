import type { RootContent, Table, TableCell, TableRow } from 'mdast';
import { ENGLISH } from '../language/language.ts';
import { lineEndOf, UneditableError } from '../register/yaml-edit.ts';
import { readWordsOf, wordsOf, type Entry } from '../report/entries.ts';
import { ENTRY_LISTS, type DocumentReading } from '../report/reading.ts';
import { setReviewFields } from '../review/edit-review.ts';
import { parseReview } from '../review/parse-review.ts';
import {
  bodySections,
  cellText,
  columnsOf,
  isTable,
  SECTIONS,
  tableRows,
  textOf,
  type BodyRow,
  type BodySection,
} from '../review/review-body.ts';
import { generatedDigest, HUMAN_COLUMNS, isAsGenerated } from '../review/section-digest.ts';
import { NOT_CONFIRMED } from './confirmations.ts';
import { oneLine, renderMarkdown } from './markdown.ts';
import { reviewSections, type BodySources } from './review-body.ts';
import type { SectionVariable } from './review-template.ts';

/** The parts that the program writes and can bring up to date again. */
const REFRESHED: ReadonlyMap<string, SectionVariable> = new Map([
  [SECTIONS.atAGlance, 'atAGlance'],
  [SECTIONS.changes, 'changes'],
  [SECTIONS.opinion, 'opinion'],
  [SECTIONS.exceptions, 'exceptions'],
  [SECTIONS.userControls, 'userControls'],
  [SECTIONS.subserviceOrganizations, 'subserviceOrganizations'],
  [SECTIONS.scope, 'scopeChecks'],
  [SECTIONS.bridgeLetters, 'bridgeLetters'],
]);

/** What the program wrote in each section of a review, as short digests by the sections' names. */
export const digestsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    bodySections(text).flatMap(({ title, contents }): [string, string][] => {
      const name = REFRESHED.get(title);
      return name === undefined ? [] : [[name, generatedDigest(contents)]];
    }),
  );

export interface RefreshedReview {
  readonly text: string;
  /** The headings of the sections that were brought up to date. */
  readonly refreshed: readonly string[];
  /** The headings of those that say something else by now and were left alone, because a person edited them. */
  readonly kept: readonly string[];
}

/** Columns that may say something else of the same row. */
const NOT_TELLING = new Set(['No.', 'Page', 'Since last review']);

/** The words that rows had before a person corrected them, by those that they have now. */
type FormerWords = ReadonlyMap<string, string>;

function formerWords(reading: DocumentReading): FormerWords {
  const entries = ENTRY_LISTS.flatMap((list): readonly Entry[] => reading[list]);
  return new Map(
    entries.flatMap((entry): [string, string][] => {
      const [now, before] = [wordsOf(entry), readWordsOf(entry)];
      const pairs = [
        [now.text, before.text],
        [now.number ?? '', before.number ?? ''],
      ] as const;
      return pairs.flatMap(([to, from]): [string, string][] =>
        to === from ? [] : [[oneLine(to), oneLine(from)]],
      );
    }),
  );
}

/** What tells a row from the others: what the program wrote in its first two columns of words. */
function keyOf(row: BodyRow, columns: readonly string[], former: FormerWords = new Map()): string {
  const telling = columns.filter((column) => !NOT_TELLING.has(column) && !HUMAN_COLUMNS.has(column));
  return telling
    .slice(0, 2)
    .map((column) => cellText(row, column))
    .map((words) => former.get(words) ?? words)
    .join('\n');
}

const CONFIRMED = 'Confirmed';

const isFilledIn = (row: BodyRow): boolean =>
  [...row.cells.keys()].some(
    (column) => HUMAN_COLUMNS.has(column) && column !== CONFIRMED && cellText(row, column) !== '',
  );

/** The cell of a fresh row, or what a person wrote in its place. */
function cellOf(fresh: TableCell, column: string, known: BodyRow | undefined): TableCell {
  const own = known?.cells.get(column);
  if (own === undefined || !HUMAN_COLUMNS.has(column)) return fresh;
  // Whether a value is confirmed stands in the record; where that says nothing, what a person wrote here stays.
  return column !== CONFIRMED || [NOT_CONFIRMED, ''].includes(textOf(fresh)) ? own : fresh;
}

/** Puts what people filled in into a fresh table; undefined when a row that they filled in is gone. */
function withHumanCells(fresh: Table, current: Table, former: FormerWords): Table | undefined {
  const columns = columnsOf(fresh);
  const unused = tableRows(current).map((row) => ({ row, key: keyOf(row, columnsOf(current)) }));
  const take = (key: string): BodyRow | undefined => {
    const at = unused.findIndex((one) => one.key === key);
    return at < 0 ? undefined : unused.splice(at, 1)[0]?.row;
  };
  const rows = tableRows(fresh).map((row, index): TableRow => {
    const known = take(keyOf(row, columns)) ?? take(keyOf(row, columns, former));
    const children = fresh.children[index + 1]?.children ?? [];
    return {
      type: 'tableRow',
      children: children.map((cell, position) => cellOf(cell, columns[position] ?? '', known)),
    };
  });
  if (unused.some(({ row }) => isFilledIn(row))) return undefined;
  return { ...fresh, children: [...fresh.children.slice(0, 1), ...rows] };
}

/** A fresh section with what people filled in; undefined where that has no place in it any more. */
function filledIn(
  fresh: readonly RootContent[],
  current: BodySection,
  former: FormerWords,
): RootContent[] | undefined {
  const tables = current.contents.filter(isTable);
  let position = 0;
  const blocks: RootContent[] = [];
  for (const node of fresh) {
    const table = node.type === 'table' ? tables[position++] : undefined;
    const block = node.type === 'table' && table !== undefined ? withHumanCells(node, table, former) : node;
    if (block === undefined) return undefined;
    blocks.push(block);
  }
  const isLost = tables.slice(position).some((table) => tableRows(table).some(isFilledIn));
  return isLost ? undefined : blocks;
}

/**
 * Brings the generated parts of a draft up to date: those sections that say something else by now and in which
 * nobody has edited what the program wrote. What people filled in stays in its row; everything else is left as it
 * stands, byte for byte.
 *
 * @throws UneditableError for a review that is completed, that stands in an unfinished merge, or has no front matter
 */
export function refreshReview(path: string, text: string, sources: BodySources): RefreshedReview {
  const { state, record, problems } = parseReview(path, text);
  if (state === 'completed') {
    throw new UneditableError(ENGLISH.say('A completed review is not changed any more. Begin a new one.'));
  }
  if (record === null)
    throw new UneditableError(problems[0]?.message ?? ENGLISH.say('This file is no review record.'));
  const fresh = reviewSections({ ...sources, confirmed: record.confirmed });
  const refreshed: string[] = [];
  const kept: string[] = [];
  const former = formerWords(sources.document.reading);
  let next = text;
  // From the last to the first, so that the places of those before stay right.
  for (const section of bodySections(text).reverse()) {
    const name = REFRESHED.get(section.title);
    if (name === undefined || fresh[name].length === 0) continue;
    const markdown = replacement(section, fresh[name], record.generated?.[name], former);
    if (markdown === 'same') continue;
    if (markdown === undefined) kept.unshift(section.title);
    else {
      refreshed.unshift(section.title);
      const end = /\s*$/.exec(text.slice(section.from, section.to))?.[0] ?? '';
      const lines = markdown.replaceAll('\n', lineEndOf(text));
      next = `${next.slice(0, section.from)}${lines}${end}${next.slice(section.to)}`;
    }
  }
  if (refreshed.length === 0) return { text, refreshed, kept };
  const generated = { ...record.generated, ...onlyOf(digestsOf(next), refreshed) };
  return { text: setReviewFields(next, { generated }), refreshed, kept };
}

/** The new text of a section; `same` where it says the same already, undefined where it has to be left alone. */
function replacement(
  section: BodySection,
  fresh: readonly RootContent[],
  digest: string | undefined,
  former: FormerWords,
): string | undefined {
  const blocks = filledIn(fresh, section, former);
  const markdown = blocks === undefined ? undefined : renderMarkdown(blocks).trim();
  if (markdown !== undefined) {
    const [asWritten] = bodySections(markdown);
    const isSame =
      asWritten !== undefined &&
      renderMarkdown([...asWritten.contents]) === renderMarkdown([...section.contents]);
    if (isSame) return 'same';
  }
  return isAsGenerated(section, digest) ? markdown : undefined;
}

const onlyOf = (digests: Record<string, string>, titles: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    titles.flatMap((title) => {
      const name = REFRESHED.get(title);
      const digest = name === undefined ? undefined : digests[name];
      return name === undefined || digest === undefined ? [] : [[name, digest]];
    }),
  );
