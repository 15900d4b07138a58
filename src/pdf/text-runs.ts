import type { TextRun } from '../core/report/page-text.ts';
import { compose, type Matrix } from './matrix.ts';

/** The part of pdf.js's text item that counts here. */
export interface TextItem {
  readonly str: string;
  /** Text space to the PDF's user space: six numbers a–f. */
  readonly transform: Matrix;
  /** Along the text's own direction, in points. */
  readonly width: number;
}

/**
 * Text runs as a reader sees the page, in the order of the PDF's content.
 *
 * @param items pdf.js's text items
 * @param view pdf.js's viewport transform at scale 1: user space to the page's top left, rotation applied
 */
export function textRuns(items: readonly TextItem[], view: Matrix): TextRun[] {
  const runs = items
    .filter(({ str }) => str !== '')
    .map(({ str, transform, width }) => {
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = compose(view, transform);
      const along = Math.hypot(a, b);
      // Of slanted and upright text, only its extent to the right counts as width.
      return {
        text: str,
        x,
        y,
        width: along === 0 ? width : (width * Math.abs(a)) / along,
        height: Math.hypot(c, d),
      };
    });
  return runs.flatMap((run, index) => (run.text.trim() === '' ? gapBefore(runs[index + 1], run) : [run]));
}

/** pdf.js's blanks carry a width in the text's own units; measured to the next run, it is one in points. */
function gapBefore(next: TextRun | undefined, blank: TextRun): TextRun[] {
  if (next === undefined || Math.abs(next.y - blank.y) > blank.height / 2) return [];
  const width = next.x - blank.x;
  return width > 0 ? [{ ...blank, width }] : [];
}
