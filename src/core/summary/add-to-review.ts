import type { RootContent, Table } from 'mdast';
import type { LibraryDocument } from '../library/snapshot.ts';
import { lineEndOf } from '../register/yaml-edit.ts';
import type { TestException, UserControl } from '../report/reading.ts';
import {
  bodySections,
  cellText,
  columnsOf,
  isTable,
  SECTIONS,
  tableRows,
  type BodySection,
} from '../review/review-body.ts';
import { heading, oneLine, paragraph, renderMarkdown, table } from './markdown.ts';
import { pageLink, type LinkBase } from './report-link.ts';
import { exceptions, userControls } from './review-sections.ts';

/*
 * Puts what a reviewer found in the report into the review that a person writes: behind what is there, line by
 * line, and everything else byte for byte as it was.
 */

/** A review with something put in. */
export interface Added {
  readonly text: string;
  /** The line to show, counted from 0: of what was put in, or of the same thing that was there already. */
  readonly line: number;
}

/** The section of quotes; it is made before the conclusion. */
const QUOTES = 'Quotes';

/** A passage of the report that a reviewer wants to keep. */
export interface Passage {
  readonly page: number;
  readonly printedPage: string | null;
  readonly quote: string;
}

/** Puts a passage into the review, as a quote with the link to its page. */
export function addQuote(
  text: string,
  base: LinkBase,
  path: string,
  { page, printedPage, quote }: Passage,
): Added {
  const block = renderMarkdown([
    {
      type: 'blockquote',
      children: [paragraph(oneLine(quote)), paragraph(['— ', pageLink(base, path, page, printedPage)])],
    },
  ]);
  const sections = bodySections(text);
  const quotes = sections.find(({ title }) => title === QUOTES);
  if (quotes !== undefined) return insertBlock(text, endOf(text, quotes), block);
  const conclusion = sections.find(({ title }) => title === SECTIONS.conclusion);
  const section = `${renderMarkdown([heading(2, QUOTES)])}\n${block}`;
  return insertBlock(text, conclusion?.from ?? text.length, section);
}

/** Puts an exception into the table of exceptions, where our assessment of it is asked for. */
export const addException = (
  text: string,
  base: LinkBase,
  document: LibraryDocument,
  exception: TestException,
): Added => {
  const reading = { ...document.reading, testExceptions: [exception], untestedControls: [] };
  return addRow(
    text,
    SECTIONS.exceptions,
    'What was found',
    exceptions(base, { ...document, reading }, null),
  );
};

/** Puts a user control into the table of user controls, where a control of ours is mapped to it. */
export const addUserControl = (
  text: string,
  base: LinkBase,
  document: LibraryDocument,
  control: UserControl,
): Added => {
  const reading = { ...document.reading, userControls: [control] };
  return addRow(text, SECTIONS.userControls, 'Control', userControls(base, { ...document, reading }, null));
};

/**
 * @param key the column by which a row is known
 * @param rendered the section as it would be written for this one entry: its table has the row
 */
function addRow(text: string, title: string, key: string, rendered: readonly RootContent[]): Added {
  const wanted = rendered.find(isTable);
  const section = bodySections(text).find((one) => one.title === title);
  if (section === undefined || wanted === undefined)
    return insertBlock(text, text.length, renderMarkdown([...rendered]));
  const table = section.contents.find(isTable);
  if (table === undefined) return insertBlock(text, endOf(text, section), renderMarkdown([wanted]));
  const [row] = tableRows(wanted);
  const same = tableRows(table).find((one) => row && cellText(one, key) === cellText(row, key));
  if (same !== undefined) return { text, line: same.line - 1 };
  return insertLine(text, table.position?.end.offset ?? text.length, rowFor(columnsOf(table), wanted));
}

/** The row in the columns that the table has; columns for people stay empty. */
function rowFor(columns: readonly string[], wanted: Table): string {
  const [row] = tableRows(wanted);
  const cells = columns.map((column) => row?.cells.get(column)?.children ?? []);
  const [, , line = ''] = renderMarkdown([table([...columns], [cells])]).split('\n');
  return line;
}

/** Behind the last thing that a section says. */
const endOf = (text: string, { from, to }: BodySection): number =>
  from + text.slice(from, to).trimEnd().length;

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length - 1;

/** Puts a line behind the line that ends at an offset. */
function insertLine(text: string, offset: number, line: string): Added {
  const lineEnd = lineEndOf(text);
  return {
    text: `${text.slice(0, offset)}${lineEnd}${line}${text.slice(offset)}`,
    line: lineAt(text, offset) + 1,
  };
}

/** Puts a block of Markdown at an offset, parted from what stands around it by one empty line. */
function insertBlock(text: string, offset: number, block: string): Added {
  const lineEnd = lineEndOf(text);
  const before = text.slice(0, offset).trimEnd();
  const after = text.slice(offset).trimStart();
  const content = block.trim().replaceAll('\n', lineEnd);
  const start = before === '' ? '' : `${before}${lineEnd}${lineEnd}`;
  return {
    text: `${start}${content}${lineEnd}${after === '' ? '' : `${lineEnd}${after}`}`,
    line: lineAt(start, start.length),
  };
}
