import Table from 'cli-table3';
import type { Line } from './targets.ts';

const HEAD = ['', 'figure', 'peer', 'ratio', 'target', ''];
/** Markdown's lines, so that the table can be put into a README as it is. */
const MARKDOWN = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ mid: '', 'mid-mid': '', 'left-mid': '', 'right-mid': '' },
  ...{ left: '|', middle: '|', right: '|' },
};

const mark = (holds: boolean | null): string => (holds === null ? '' : holds ? 'holds' : 'fails');

/** The table of everything that was promised, what was measured of it, and what of. */
export function tableOf(lines: readonly Line[]): string {
  const table = new Table({ head: HEAD, chars: MARKDOWN, style: { head: [], border: [] } });
  table.push(
    HEAD.map(() => '---'),
    ...lines.map(({ what, figure, peer, ratio, target, holds }) => [
      what,
      figure,
      peer,
      ratio === null ? '' : ratio.toFixed(2),
      target,
      mark(holds),
    ]),
  );
  return table.toString();
}
