import type { Nodes, Root, RootContent, Table, TableRow } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { findFrontMatter } from './front-matter.ts';

/** A row of the table of exceptions, as a person filled it in. Lines count from 1. */
export interface ExceptionRow {
  readonly control: string;
  readonly found: string;
  readonly assessment: string;
  readonly followUp: string;
  readonly line: number;
}

/** A row of the table of complementary user entity controls, as a person filled it in. */
export interface UserControlRow {
  readonly id: string;
  readonly text: string;
  readonly ourControl: string;
  readonly owner: string;
  readonly status: string;
  readonly line: number;
}

/** A line of the list of follow-ups. */
export interface FollowUp {
  readonly text: string;
  readonly isDone: boolean;
  readonly line: number;
}

/** What people wrote into the body of a review. */
export interface ReviewTables {
  readonly exceptions: readonly ExceptionRow[];
  readonly userControls: readonly UserControlRow[];
  readonly followUps: readonly FollowUp[];
}

/** The headings of a review's sections; the tables are found by them, whatever else a person adds. */
export const SECTIONS = {
  exceptions: 'Exceptions',
  userControls: 'Complementary user entity controls',
  followUps: 'Open follow-ups',
} as const;

const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

/** The body's contents between a heading of the second level and the next. */
function section(root: Root, title: string): RootContent[] {
  const start = root.children.findIndex(
    (node) => node.type === 'heading' && node.depth === 2 && textOf(node).trim() === title,
  );
  if (start < 0) return [];
  const rest = root.children.slice(start + 1);
  const end = rest.findIndex((node) => node.type === 'heading' && node.depth <= 2);
  return end < 0 ? rest : rest.slice(0, end);
}

/** The rows of a section's first table with the columns that are asked for, by the names in its head. */
function rowsOf(
  contents: readonly RootContent[],
  columns: readonly string[],
): { cells: string[]; line: number }[] {
  const table = contents.find((node): node is Table => node.type === 'table');
  const [head, ...rows] = table?.children ?? [];
  if (head === undefined) return [];
  const cellsOf = (row: TableRow): string[] => row.children.map((cell) => textOf(cell).trim());
  const names = cellsOf(head);
  const positions = columns.map((column) => names.indexOf(column));
  return rows.map((row) => {
    const cells = cellsOf(row);
    return {
      cells: positions.map((position) => cells[position] ?? ''),
      line: row.position?.start.line ?? 1,
    };
  });
}

function followUpsIn(contents: readonly RootContent[]): FollowUp[] {
  return contents.flatMap((node) =>
    node.type !== 'list'
      ? []
      : node.children.flatMap((item): FollowUp[] =>
          typeof item.checked !== 'boolean'
            ? []
            : [
                {
                  text: item.children.map(textOf).join(' ').trim(),
                  isDone: item.checked,
                  line: item.position?.start.line ?? 1,
                },
              ],
        ),
  );
}

/** The body with the front matter blanked, so that lines keep their numbers. */
function bodyInPlace(text: string): string {
  const frontMatter = findFrontMatter(text);
  if (frontMatter === undefined) return text;
  return text.slice(0, frontMatter.bodyFrom).replace(/[^\r\n]/g, '') + text.slice(frontMatter.bodyFrom);
}

/** Reads back what people wrote into a review's tables and lists. Sections that are missing are empty. */
export function readReviewTables(text: string): ReviewTables {
  const root = fromMarkdown(bodyInPlace(text), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const exceptions = rowsOf(section(root, SECTIONS.exceptions), [
    'Control',
    'What was found',
    'Our assessment',
    'Follow-up',
  ]);
  const userControls = rowsOf(section(root, SECTIONS.userControls), [
    'No.',
    'Control',
    'Our control',
    'Owner',
    'Status',
  ]);
  return {
    exceptions: exceptions.map(
      ({ cells: [control = '', found = '', assessment = '', followUp = ''], line }) => ({
        control,
        found,
        assessment,
        followUp,
        line,
      }),
    ),
    userControls: userControls.map(
      ({ cells: [id = '', control = '', ourControl = '', owner = '', status = ''], line }) => ({
        id,
        text: control,
        ourControl,
        owner,
        status,
        line,
      }),
    ),
    followUps: followUpsIn(section(root, SECTIONS.followUps)),
  };
}
