import type { PageText, TextRun } from '../page-text.ts';

/**
 * A page's text as anybody gets it who joins its runs in the PDF's order: white space collapsed, nothing cleaned.
 * Quotes are cut out of it, so that they are found again in the page.
 */
export interface PlainPage {
  readonly text: string;
  /** The position in `text` of each character of the page's runs, counted through all of them. */
  readonly positions: readonly number[];
}

/** The font size where the PDF tells none. */
const USUAL_SIZE = 10;
export const sizeOf = (run: TextRun): number => (run.height > 0 ? run.height : USUAL_SIZE);

/** A gap of this many ems between two runs is a space, even when the PDF has no space there. */
const SPACE_WITHOUT_CHARACTER = 0.2;

/** True when `next` begins where `run` ends: "202" and "4" of one year. */
function touches(run: TextRun, next: TextRun): boolean {
  const size = Math.max(sizeOf(run), sizeOf(next));
  const gap = next.x - (run.x + run.width);
  return Math.abs(next.y - run.y) < size * 0.5 && gap < size * SPACE_WITHOUT_CHARACTER && gap > -size;
}

export function plainPage(page: PageText): PlainPage {
  const pieces: string[] = [];
  const positions: number[] = [];
  let length = 0;
  let pendingSpace = false;
  let previous: TextRun | undefined;
  for (const run of page.runs) {
    if (previous !== undefined && !touches(previous, run)) pendingSpace = true;
    for (const char of run.text.split('')) {
      if (char.trim() === '') {
        pendingSpace = true;
        positions.push(Math.max(0, length - 1));
        continue;
      }
      if (pendingSpace && length > 0) {
        pieces.push(' ');
        length++;
      }
      pendingSpace = false;
      positions.push(length);
      pieces.push(char);
      length++;
    }
    previous = run;
  }
  return { text: pieces.join(''), positions };
}
