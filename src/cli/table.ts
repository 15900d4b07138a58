import CliTable from 'cli-table3';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { plain, type Layout } from './terminal.ts';

export interface Column {
  readonly title: string;
  /** The width below which the column doesn't give way to others. */
  readonly least: number;
}

const BORDERS = ['top', 'bottom', 'left', 'right', 'mid'] as const;
const JOINTS = ['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) => [
  `${side}-mid`,
  `${side}-left`,
  `${side}-right`,
]);

/** No lines, but space between columns: it copies well, and screen readers have less to say. */
const NO_LINES = {
  ...Object.fromEntries([...BORDERS, ...JOINTS].map((name) => [name, ''])),
  middle: '  ',
};

/**
 * A table as text, fitted to `width` characters; cells wrap. What stands in the cells is shown as plain text.
 *
 * @param width Infinity where there is nothing to fit to.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { width, paint }: Layout,
): string {
  const cells = rows.map((row) => row.map(plain));
  const natural = columns.map(({ title }, index) =>
    Math.max(stringWidth(title), ...cells.map((row) => stringWidth(row[index] ?? ''))),
  );
  const gaps = NO_LINES.middle.length * (columns.length - 1);
  const widths = fitted(natural, columns, width - gaps);
  const drawn = new CliTable({
    head: columns.map(({ title }) => paint('bold', title)),
    colWidths: widths,
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  drawn.push(...cells.map((row) => row.map((cell, index) => wrapped(cell, widths[index] ?? 0))));
  const lines = drawn.toString().split('\n');
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** The widest columns give way first. */
function fitted(natural: readonly number[], columns: readonly Column[], available: number): number[] {
  const widths = [...natural];
  const sum = (): number => widths.reduce((total, width) => total + width, 0);
  while (sum() > available) {
    const spare = widths.map((width, index) => (width > (columns[index]?.least ?? 0) ? width : 0));
    const widest = Math.max(...spare);
    if (widest === 0) break;
    widths[spare.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** Between words where there are any, else anywhere: the path of a file is one long word. */
const wrapped = (text: string, width: number): string => wrapAnsi(text, width, { hard: true });
