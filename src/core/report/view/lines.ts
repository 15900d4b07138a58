import type { PageText, TextRun } from '../page-text.ts';
import { CellOfLine, type Cell } from './cells.ts';
import { cleanText } from './clean-text.ts';
import { MappedTextBuilder, type MappedText, type Positions } from './mapped-text.ts';
import type { Places } from './places.ts';
import { sizeOf } from './plain-page.ts';

/** One line as a reader sees it. Its text is cleaned; `at` tells the characters of the page's runs, counted through. */
export interface Line extends MappedText {
  readonly page: number;
  readonly cells: readonly Cell[];
  readonly x: number;
  readonly right: number;
  /** The baseline, counted from the page's top. */
  readonly y: number;
  /** Font size. */
  readonly size: number;
}

/** A run that shows text, with its place in the page. */
export interface PlacedRun extends TextRun {
  readonly index: number;
  readonly size: number;
  /** How many characters the runs before it have. */
  readonly start: number;
}

/** Runs on baselines closer than this many ems are one line, unless they stand above each other. */
const SAME_BASELINE = 0.5;
const NEARLY_SAME_BASELINE = 0.15;
/** Gaps in ems: of a word, of a word in letter-spaced text, of a table's column. */
const WORD_GAP = 0.2;
const WORD_GAP_BESIDE_SPACE = 0.05;
const WIDE_WORD_GAP = 0.75;
const CELL_GAP = 1.3;
/** A gap that parts cells where other lines of the page show that a column begins. */
const CELL_GAP_AT_EDGE = 0.4;
/** So many lines begin at a column's edge. */
const LINES_OF_A_COLUMN = 3;
/** Cells of a column begin within so many points. */
const SAME_EDGE = 0.8;
/** Lines with more runs than this are not searched for runs above each other. */
const CROWDED = 200;

/** The runs of a page that show something. Text drawn twice (to look bold) counts once. */
export function placeRuns(page: PageText): PlacedRun[] {
  const placed: PlacedRun[] = [];
  let last: PlacedRun | undefined;
  let start = 0;
  for (const [index, run] of page.runs.entries()) {
    const { text, x, y, width, height } = run;
    const twice = last?.text === text && Math.abs(last.x - x) < 1.5 && Math.abs(last.y - y) < 1;
    if (!twice && text.trim() !== '') {
      last = { text, x, y, width, height, index, size: sizeOf(run), start };
      placed.push(last);
    }
    start += text.length;
  }
  return placed;
}

const overlaps = (a: PlacedRun, b: PlacedRun): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.3 * Math.min(a.width, b.width);

/** Groups runs by baseline, top to bottom, each group left to right. */
export function groupByBaseline(runs: readonly PlacedRun[]): PlacedRun[][] {
  const groups: PlacedRun[][] = [];
  let group: PlacedRun[] = [];
  let leader: PlacedRun | undefined;
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.index - b.index)) {
    const distance = leader === undefined ? Infinity : Math.abs(run.y - leader.y);
    const size = leader === undefined ? 0 : Math.max(run.size, leader.size);
    const joins =
      distance <= size * NEARLY_SAME_BASELINE ||
      (distance <= size * SAME_BASELINE &&
        (group.length > CROWDED || !group.some((other) => overlaps(other, run))));
    if (!joins) {
      group = [];
      groups.push(group);
      leader = undefined;
    }
    group.push(run);
    if (leader === undefined || run.size > leader.size) leader = run;
  }
  for (const each of groups) each.sort((a, b) => a.x - b.x || a.index - b.index);
  return groups;
}

/** A small figure that stands against the end of a word is a footnote's, not the word's: "2018" and a raised "2". */
function isFootnoteMark(run: PlacedRun, previous: PlacedRun | undefined, lineSize: number): boolean {
  return (
    previous !== undefined &&
    run.size < lineSize * 0.78 &&
    /^[\d*,]{1,3}$/.test(run.text.trim()) &&
    run.x - (previous.x + previous.width) < lineSize * 0.3 &&
    !/SOC\s*$/i.test(previous.text)
  );
}

/** A stretch of a run, with its beginning in it. */
interface RunPart {
  readonly text: string;
  readonly offset: number;
  readonly x: number;
  readonly right: number;
}

/** Wide gaps, or what isn't part of any word: most runs have neither. */
const PARTED = /^\s|\s$| {3}|[^\S ]/;

/** Splits a run in which three or more spaces part the cells of a table. */
function partsOf(run: PlacedRun): readonly RunPart[] {
  if (!PARTED.test(run.text)) return [{ text: run.text, offset: 0, x: run.x, right: run.x + run.width }];
  const perCharacter = run.width / Math.max(1, run.text.length);
  return [...run.text.matchAll(/\S+(?: {1,2}\S+)*/g)].map(({ 0: text, index }) => ({
    text,
    offset: index,
    x: run.x + perCharacter * index,
    right: run.x + perCharacter * (index + text.length),
  }));
}

interface OpenCell {
  readonly builder: MappedTextBuilder;
  readonly x: number;
  right: number;
}

/** Where runs begin, how many do, and whether there is a wide gap before one of them. */
interface Edge {
  readonly x: number;
  starts: number;
  isWide: boolean;
}

/**
 * The left edges of a page's columns, as far as wide gaps show them. Narrow gutters hide behind long words in some
 * lines and show in others.
 */
export function columnEdges(groups: readonly (readonly PlacedRun[])[]): readonly number[] {
  const edges: Edge[] = [];
  for (const group of groups) {
    let previous: PlacedRun | undefined;
    for (const run of group) {
      let edge = edges.find(({ x }) => Math.abs(x - run.x) <= SAME_EDGE);
      if (edge === undefined) edges.push((edge = { x: run.x, starts: 0, isWide: false }));
      edge.starts++;
      edge.isWide ||= previous !== undefined && run.x - (previous.x + previous.width) > run.size * CELL_GAP;
      previous = run;
    }
  }
  return edges.filter(({ isWide, starts }) => isWide && starts >= LINES_OF_A_COLUMN).map(({ x }) => x);
}

/**
 * Makes the line of one group of runs; undefined when nothing readable is left of it.
 *
 * @param places those of the page, to which the line's are added
 */
export function makeLine(
  page: number,
  runs: readonly PlacedRun[],
  edges: readonly number[],
  places: Places,
): Line | undefined {
  const size = Math.max(...runs.map((run) => run.size));
  const open: OpenCell[] = [];
  let previous: PlacedRun | undefined;
  for (const run of runs) {
    if (isFootnoteMark(run, previous, size)) continue;
    for (const [partIndex, part] of partsOf(run).entries()) {
      let cell = open.at(-1);
      const gap = cell === undefined ? Infinity : part.x - cell.right;
      const atEdge = gap > size * CELL_GAP_AT_EDGE && edges.some((x) => Math.abs(x - part.x) <= SAME_EDGE);
      if (cell === undefined || gap > size * CELL_GAP || atEdge || partIndex > 0) {
        cell = { builder: new MappedTextBuilder(), x: part.x, right: part.right };
        open.push(cell);
      } else if (previous !== undefined && hasSpace(previous, run, gap, size)) {
        cell.builder.add(gap > size * WIDE_WORD_GAP ? '  ' : ' ', cell.builder.lastPosition);
      }
      cell.builder.addStretch(part.text, run.start + part.offset);
      cell.right = Math.max(cell.right, part.right);
    }
    previous = run;
  }
  return joinCells(page, runs, size, open, places);
}

function hasSpace(previous: PlacedRun, run: PlacedRun, gap: number, size: number): boolean {
  if (/\s$/.test(previous.text) || /^\s/.test(run.text)) return true;
  const spaceBetween = run.index - previous.index === 2;
  return gap > size * (spaceBetween ? WORD_GAP_BESIDE_SPACE : WORD_GAP);
}

function joinCells(
  page: number,
  runs: readonly PlacedRun[],
  size: number,
  open: readonly OpenCell[],
  places: Places,
): Line | undefined {
  const cells = open.flatMap(({ builder, x, right }): Cell[] => {
    const mapped = cleanText(builder);
    return mapped.text === '' ? [] : [new CellOfLine(mapped, { x, right }, places)];
  });
  const tallest = runs.find((run) => run.size === size);
  if (cells.length === 0 || tallest === undefined) return undefined;
  return new LineOfCells(page, cells, tallest, places);
}

/** A line, of which only that is kept that its cells don't tell: long reports have a hundred thousand. */
class LineOfCells implements Line {
  readonly page: number;
  readonly cells: readonly Cell[];
  readonly text: string;
  private readonly places: Places;
  private readonly place: number;

  constructor(page: number, cells: readonly Cell[], { y, size }: PlacedRun, places: Places) {
    this.page = page;
    // A list that grew has room for more.
    this.cells = cells.slice();
    this.text = cells.map((cell) => cell.text).join(' ');
    this.places = places;
    this.place = places.add(y, size);
  }

  get y(): number {
    return this.places.first(this.place);
  }

  get size(): number {
    return this.places.second(this.place);
  }

  get x(): number {
    return this.cells[0]?.x ?? 0;
  }

  get right(): number {
    let right = -Infinity;
    for (const cell of this.cells) if (cell.right > right) right = cell.right;
    return right;
  }

  /** Made when somebody quotes from the line: nobody quotes from most. */
  get at(): Positions {
    const [first] = this.cells;
    if (first !== undefined && this.cells.length === 1) return first.at;
    const whole = new MappedTextBuilder();
    for (const cell of this.cells) {
      if (!whole.isEmpty) whole.add(' ', whole.lastPosition);
      whole.append(cell);
    }
    return whole.at;
  }
}
