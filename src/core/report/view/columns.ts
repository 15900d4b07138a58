import { groupByBaseline, type PlacedRun } from './lines.ts';

/** Columns of prose have at least this many lines each; less is a letterhead or a signature block. */
const LINES_PER_COLUMN = 8;
/** Share of runs that may cross the gutter: headings over both columns. */
const CROSSING_SHARE = 0.1;

type Side = 'left' | 'right' | 'across';

/**
 * The gutter of a page set in two columns; undefined for ordinary pages and for tables. What tells columns from a
 * table is the order of writing: columns are written one after the other, a table row by row.
 */
export function findGutter(runs: readonly PlacedRun[], pageWidth: number): number | undefined {
  if (runs.length < 2 * LINES_PER_COLUMN) return undefined;
  const starts = new Map<number, number>();
  for (const run of runs) {
    const x = Math.round(run.x);
    if (x > pageWidth * 0.35 && x < pageWidth * 0.7) starts.set(x, (starts.get(x) ?? 0) + 1);
  }
  const candidates = [...starts].sort((a, b) => b[1] - a[1]).slice(0, 3);
  return candidates.map(([x]) => x - 2).find((gutter) => isGutter(runs, gutter));
}

const sideOf = (run: PlacedRun, gutter: number): Side =>
  run.x >= gutter ? 'right' : run.x + run.width <= gutter + 1 ? 'left' : 'across';

function isGutter(runs: readonly PlacedRun[], gutter: number): boolean {
  const sides = runs.map((run) => sideOf(run, gutter));
  const across = sides.filter((side) => side === 'across').length;
  if (across > runs.length * CROSSING_SHARE || returnsToTheLeft(sides) > STRAY_RETURNS) return false;
  const bySide = (side: Side): PlacedRun[] => runs.filter((_, i) => sides[i] === side);
  const enough = (side: Side): boolean => groupByBaseline(bySide(side)).length >= LINES_PER_COLUMN;
  return enough('left') && enough('right');
}

/** A page number or a margin note may be written out of order. */
const STRAY_RETURNS = 1;

/** How often the writing goes back from right to left without a heading over both columns: once a row in a table. */
function returnsToTheLeft(sides: readonly Side[]): number {
  return sides.filter((side, i) => side === 'left' && sides[i - 1] === 'right').length;
}

/** The lines' runs in the order of reading: between two headings over both columns, first left, then right. */
export function readByColumns(runs: readonly PlacedRun[], gutter: number): PlacedRun[][] {
  const groups: PlacedRun[][] = [];
  let left: PlacedRun[] = [];
  let right: PlacedRun[] = [];
  const close = (): void => {
    groups.push(...groupByBaseline(left), ...groupByBaseline(right));
    left = [];
    right = [];
  };
  for (const group of groupByBaseline(runs)) {
    if (group.some((run) => sideOf(run, gutter) === 'across')) {
      close();
      groups.push(group);
      continue;
    }
    for (const run of group) (sideOf(run, gutter) === 'left' ? left : right).push(run);
  }
  close();
  return groups;
}
