import type { Cell } from './cells.ts';
import type { Line } from './lines.ts';

/** Where a column stands on the page, in points. */
interface Column {
  x: number;
  right: number;
}

/** The text that one column shows between two row boundaries. */
export interface TableCell {
  /** The cell's lines joined by spaces; empty when the column shows nothing in this row. */
  readonly text: string;
  /** The same, a line each. */
  readonly lines: readonly string[];
}

export interface TableRow {
  /** The PDF page on which the row begins. */
  readonly page: number;
  /** One for each column of the table, left to right. */
  readonly cells: readonly TableCell[];
}

/** Rows of one shape on one page. A table that breaks across pages comes as one table a page. */
export interface Table {
  readonly page: number;
  readonly rows: readonly TableRow[];
  /** The index in the given lines of the first line, and of the first line after the table. */
  readonly firstLine: number;
  readonly endLine: number;
}

interface Placed {
  readonly column: number;
  readonly text: string;
}

interface Band {
  readonly y: number;
  readonly cells: readonly Placed[];
}

/** A cell may stand this far to the left of its column's other cells. */
const SLACK = 4;
/** Lines of one row follow each other at the row's pitch; a distance this much larger parts rows. */
const ROW_GAP = 1.22;
/** What stands in the first column of a list or a table of controls begins a row wherever it stands. */
const ROW_MARK = /^(?:•|[–-]|\(?(?:\d{1,3}|[a-z])[.)]|[A-Z]{1,6}-?\d{1,3}(?:[.-]\d{1,3}){0,2})$/;
/** A line this many ems below the last one is no longer of the table. */
const FAR = 6;
/** The sizes of header and body of one table differ by less. */
const SAME_SIZE = 0.2;

/**
 * The tables among some lines in reading order: stretches in which at least one line has several cells and no line
 * runs across the columns. A column of prose beside nothing is no table. Each is found when it is asked for: the tests
 * of a long report are thousands of tables, of which nobody needs two at a time.
 */
export function* findTables(lines: readonly Line[]): Generator<Table> {
  let first = 0;
  while (first < lines.length) {
    const block = blockFrom(lines, first);
    if (block === undefined) {
      first += 1;
      continue;
    }
    const [start] = block.lines;
    if (start !== undefined && block.columns.length > 1) {
      const rows = rowsOf(block);
      yield { page: start.page, rows, firstLine: first, endLine: first + block.lines.length };
    }
    first += block.lines.length;
  }
}

interface Block {
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
}

/** The longest table that starts with the line at `first`; undefined when that line has a single cell. */
function blockFrom(lines: readonly Line[], first: number): Block | undefined {
  const start = lines[first];
  if (start === undefined || start.cells.length < 2) return undefined;
  let columns = columnsOf([start]);
  let end = first + 1;
  for (let previous = start; end < lines.length; end++) {
    const line = lines[end];
    if (line === undefined || !continues(line, previous, columns)) break;
    if (!fits(line, columns)) columns = columnsOf(lines.slice(first, end + 1));
    previous = line;
  }
  return { lines: lines.slice(first, end), columns: columnsOf(lines.slice(first, end)) };
}

/** Widens the columns by a line whose cells each lie in one of them; false when there is another column to find. */
function fits(line: Line, columns: readonly Column[]): boolean {
  const own = line.cells.map((cell) => columns.filter((column) => overlap(cell, column) > 0));
  if (own.some((touched) => touched.length !== 1) || new Set(own.flat()).size < own.length) return false;
  line.cells.forEach((cell, i) => {
    const column = own[i]?.[0];
    if (column === undefined) return;
    column.x = Math.min(column.x, cell.x);
    column.right = Math.max(column.right, cell.right);
  });
  return true;
}

function continues(line: Line, previous: Line, columns: readonly Column[]): boolean {
  const size = Math.max(line.size, previous.size);
  if (line.page !== previous.page || line.y <= previous.y || line.y - previous.y > size * FAR) return false;
  if (Math.abs(line.size - previous.size) > size * SAME_SIZE) return false;
  if (line.cells.length === 1) {
    const [cell] = line.cells;
    if (cell === undefined) return false;
    const touched = columns.filter((column) => overlap(cell, column) > SLACK);
    return touched.length <= 1 && staysLeftOfNext(cell, columns) && startsInColumn(cell, columns, size);
  }
  return line.cells.every((cell) => columns.filter((column) => overlap(cell, column) > SLACK).length <= 2);
}

/** A lone cell that starts left of all columns, or in the gap after one, is a heading or prose. */
function startsInColumn(cell: Cell, columns: readonly Column[], size: number): boolean {
  return columns.some(
    (column) => cell.x >= column.x - SLACK && cell.x <= Math.max(column.right, column.x + size * 2),
  );
}

function staysLeftOfNext(cell: Cell, columns: readonly Column[]): boolean {
  const next = columns.find((column) => column.x > cell.x + SLACK);
  return next === undefined || cell.right <= next.x + SLACK;
}

const overlap = (a: Pick<Cell, 'x' | 'right'>, b: Column): number =>
  Math.min(a.right, b.right) - Math.max(a.x, b.x);

/**
 * Columns from the cells of several lines, narrow cells first: a cell that runs over its column's edge must not hide
 * the next column.
 */
function columnsOf(lines: readonly Line[]): Column[] {
  const columns: Column[] = [];
  const cells = lines.flatMap((line) => line.cells).sort((a, b) => a.right - a.x - (b.right - b.x));
  for (const cell of cells) {
    const touched = columns.filter((column) => overlap(cell, column) > 0);
    if (touched.length > 1) continue;
    const own = columns.find((column) => Math.abs(column.x - cell.x) <= SLACK) ?? touched[0];
    if (own === undefined) columns.push({ x: cell.x, right: cell.right });
    else {
      own.x = Math.min(own.x, cell.x);
      own.right = Math.max(own.right, cell.right);
    }
  }
  return columns.sort((a, b) => a.x - b.x);
}

/** The cells of a line by column. A cell that runs over the next column's edge is two, parted at that edge. */
function placeCells(line: Line, columns: readonly Column[]): Placed[] {
  return line.cells.flatMap((cell) => {
    const own = nearestColumn(cell, columns);
    const next = columns[own + 1];
    const taken =
      next !== undefined && line.cells.some((other) => other !== cell && Math.abs(other.x - next.x) <= SLACK);
    if (next === undefined || taken || cell.right - next.x < line.size * 2)
      return [{ column: own, text: cell.text }];
    const share = (next.x - cell.x) / Math.max(1, cell.right - cell.x);
    const at = spaceNear(cell.text, Math.round(cell.text.length * share));
    const [left, right] = [cell.text.slice(0, at).trim(), cell.text.slice(at).trim()];
    return [
      ...(left === '' ? [] : [{ column: own, text: left }]),
      ...(right === '' ? [] : [{ column: own + 1, text: right }]),
    ];
  });
}

function nearestColumn(cell: Cell, columns: readonly Column[]): number {
  let best = 0;
  let bestScore = -Infinity;
  for (const [index, column] of columns.entries()) {
    const score = Math.abs(column.x - cell.x) <= SLACK ? Infinity : overlap(cell, column);
    if (score > bestScore) [best, bestScore] = [index, score];
  }
  return best;
}

function spaceNear(text: string, position: number): number {
  const before = text.lastIndexOf(' ', position);
  const after = text.indexOf(' ', position);
  if (before < 0) return after < 0 ? text.length : after;
  return after >= 0 && after - position < position - before ? after : before;
}

function rowsOf({ lines, columns }: Block): TableRow[] {
  const bands = lines.map((line): Band => ({ y: line.y, cells: placeCells(line, columns) }));
  const pitch = pitchOf(bands);
  const gapsTell = bands.some(
    (band, i) => i > 0 && gapBefore(bands, i) > pitch * ROW_GAP && band.cells.length > 1,
  );
  const rows: Band[][] = [];
  bands.forEach((band, i) => {
    const row = rows.at(-1);
    const starts =
      row === undefined ||
      isMarked(band) ||
      (gapsTell ? gapBefore(bands, i) > pitch * ROW_GAP : startsRow(band, row));
    if (starts) rows.push([band]);
    else row.push(band);
  });
  const page = lines[0]?.page ?? 0;
  return rows.map((row) => ({ page, cells: cellsOf(row, columns.length) }));
}

const isMarked = (band: Band): boolean =>
  band.cells.length > 1 && band.cells.some(({ column, text }) => column === 0 && ROW_MARK.test(text));

const gapBefore = (bands: readonly Band[], i: number): number => (bands[i]?.y ?? 0) - (bands[i - 1]?.y ?? 0);

/** The distance of lines within a row: the smallest that is usual in the table. */
function pitchOf(bands: readonly Band[]): number {
  const gaps = bands.slice(1).map((_, i) => gapBefore(bands, i + 1));
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length * 0.15)] ?? 0;
}

/** Where rows stand as close as lines, a row starts where its first column does and goes on where that is empty. */
function startsRow(band: Band, row: readonly Band[]): boolean {
  const head = band.cells.find(({ column }) => column === 0);
  if (head === undefined || band.cells.length < 2) return false;
  const before = row.flatMap(({ cells }) => cells).findLast(({ column }) => column === 0);
  if (before === undefined) return true;
  return !/^[\p{Ll}&(]/u.test(head.text) && !/[,&/(-]$|\b(?:and|of|the|for|to|in)$/i.test(before.text);
}

function cellsOf(row: readonly Band[], columns: number): TableCell[] {
  const lines = Array.from({ length: columns }, (): string[] => []);
  for (const { cells } of row) for (const { column, text } of cells) lines[column]?.push(text);
  return lines.map((own) => ({ lines: own, text: joinLines(own) }));
}

/** Lines of a cell as one text; a word broken at a line's end is closed where the next line goes on in lower case. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    if (text === '') return line;
    if (/\u00AD$/.test(text)) return text.slice(0, -1) + line;
    return /\p{L}-$/u.test(text) ? text + line : `${text} ${line}`;
  }, '');
}
