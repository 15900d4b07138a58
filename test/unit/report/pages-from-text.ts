import type { PageText, TextRun } from '../../../src/core/report/page-text.ts';

const SIZE = 10;
const CHARACTER = 5;
const LEADING = 13;
const TOP = 110;

/**
 * Pages of text from plain strings, one a page: each line one line of the page, three or more spaces part cells of a
 * table, an empty line is an empty line. An empty string makes an image page.
 */
export function pagesFromText(...pages: readonly string[]): PageText[] {
  return pages.map((text, index) => {
    const lines = text.split('\n');
    const runs = lines.flatMap((line, row): TextRun[] =>
      [...line.matchAll(/\S+(?: {1,2}\S+)*/g)].map((match) => ({
        text: match[0],
        x: 60 + match.index * CHARACTER,
        y: TOP + row * LEADING,
        width: match[0].length * CHARACTER,
        height: SIZE,
      })),
    );
    const height = Math.max(792, TOP * 2 + lines.length * LEADING);
    return { number: index + 1, width: 612, height, runs, isImage: text.trim() === '' };
  });
}
