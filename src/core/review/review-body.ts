import type { Nodes, Root, RootContent, Table, TableCell, TableRow } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { findFrontMatter } from './front-matter.ts';

/** The headings of a review's sections; what people wrote is found by them, whatever else a person adds. */
export const SECTIONS = {
  atAGlance: 'At a glance',
  changes: 'What changed since the last review',
  opinion: 'Opinion',
  exceptions: 'Exceptions',
  userControls: 'Complementary user entity controls',
  subserviceOrganizations: 'Subservice organizations',
  scope: 'Scope checks',
  bridgeLetters: 'Bridge letters',
  followUps: 'Open follow-ups',
  conclusion: 'Conclusion',
} as const;

/** A part of the body, from a heading of the second level up to the next. Offsets are into the whole text. */
export interface BodySection {
  readonly title: string;
  readonly from: number;
  readonly to: number;
  /** The line of its heading, counted from 1. */
  readonly line: number;
  /** What stands below the heading. */
  readonly contents: readonly RootContent[];
}

/** The text of a node, without its marks. */
export const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

/** The body with the front matter blanked, so that lines and offsets stay. */
function bodyInPlace(text: string): string {
  const frontMatter = findFrontMatter(text);
  if (frontMatter === undefined) return text;
  return text.slice(0, frontMatter.bodyFrom).replace(/[^\r\n]/g, ' ') + text.slice(frontMatter.bodyFrom);
}

const parseBody = (text: string): Root =>
  fromMarkdown(bodyInPlace(text), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** The sections of a review's body, in their order. */
export function bodySections(text: string): BodySection[] {
  const { children } = parseBody(text);
  const starts = children.flatMap((node, index) =>
    node.type === 'heading' && node.depth <= 2 ? [{ node, index }] : [],
  );
  return starts.flatMap(({ node, index }, position): BodySection[] => {
    if (node.depth !== 2) return [];
    const next = starts[position + 1];
    return [
      {
        title: textOf(node).trim(),
        from: node.position?.start.offset ?? 0,
        to: next?.node.position?.start.offset ?? text.length,
        line: node.position?.start.line ?? 1,
        contents: children.slice(index + 1, next?.index),
      },
    ];
  });
}

/** A row of a table, its cells by the names in the table's head. */
export interface BodyRow {
  readonly cells: ReadonlyMap<string, TableCell>;
  /** Counted from 1. */
  readonly line: number;
}

/** What a cell says; empty where the table has no such column. */
export function cellText({ cells }: BodyRow, column: string): string {
  const cell = cells.get(column);
  return cell === undefined ? '' : textOf(cell).trim();
}

/** The names of a table's columns. */
export const columnsOf = ({ children: [head] }: Table): string[] =>
  (head?.children ?? []).map((cell) => textOf(cell).trim());

/** The rows of a table below its head. */
export function tableRows(table: Table): BodyRow[] {
  const columns = columnsOf(table);
  const rowOf = ({ children, position }: TableRow): BodyRow => ({
    cells: new Map(
      columns.flatMap((column, index): [string, TableCell][] => {
        const cell = children[index];
        return cell === undefined ? [] : [[column, cell]];
      }),
    ),
    line: position?.start.line ?? 1,
  });
  return table.children.slice(1).map(rowOf);
}

export const isTable = (node: RootContent): node is Table => node.type === 'table';
