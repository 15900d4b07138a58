import { BULLET, SOFT_HYPHEN } from './clean-text.ts';
import type { Line } from './lines.ts';

/** How a line is joined to the next: how many characters at its end go, and what stands in between. */
export interface Joint {
  readonly cut: number;
  readonly glue: '' | ' ' | '\n';
}

const PARAGRAPH: Joint = { cut: 0, glue: '\n' };
const SPACE: Joint = { cut: 0, glue: ' ' };
const NOTHING: Joint = { cut: 0, glue: '' };
const WITHOUT_HYPHEN: Joint = { cut: 1, glue: '' };

/**
 * Joins the line at `index` to the one after it.
 *
 * @param knowsWord true for words, in lower case, that stand in the midst of a line somewhere in the document
 */
export function jointAfter(
  lines: readonly Line[],
  index: number,
  knowsWord: (word: string) => boolean,
): Joint {
  const line = lines[index];
  const next = lines[index + 1];
  if (line === undefined || next === undefined) return NOTHING;
  if (line.text.endsWith(SOFT_HYPHEN)) return WITHOUT_HYPHEN;
  if (startsParagraph(lines, index, line, next)) return PARAGRAPH;
  return joinWords(line.text, next.text, knowsWord);
}

const LONGEST_WORD = 40;

/** Undoes the hyphenation at a line's end; keeps the hyphen of a compound. */
function joinWords(text: string, next: string, knowsWord: (word: string) => boolean): Joint {
  const start = /^\p{Ll}{2,}/u.exec(next)?.[0] ?? /^\p{Lu}{2,}/u.exec(next)?.[0] ?? '';
  const end = text.slice(-LONGEST_WORD);
  const hyphenated = end.endsWith('-') ? /(\p{L}{2,})-$/u.exec(end)?.[1]?.toLowerCase() : undefined;
  const rest = start.toLowerCase();
  if (hyphenated !== undefined && rest !== '') {
    const isOneWord =
      knowsWord(`${hyphenated}${rest}`) ||
      (!knowsWord(`${hyphenated}-${rest}`) && !(knowsWord(hyphenated) && knowsWord(rest)));
    return isOneWord ? WITHOUT_HYPHEN : NOTHING;
  }
  if (/[-–]$/.test(end) && !/\s[-–]$/.test(end)) return NOTHING;
  return isBrokenWithoutHyphen(end, rest, knowsWord) ? NOTHING : SPACE;
}

/** Some PDFs break words without a mark: "exami" and "nation" are no words, "examination" is. */
function isBrokenWithoutHyphen(text: string, rest: string, knowsWord: (word: string) => boolean): boolean {
  if (rest === '' || knowsWord(rest)) return false;
  const end = /\p{L}{2,}$/u.exec(text)?.[0].toLowerCase();
  return end !== undefined && !knowsWord(end) && knowsWord(`${end}${rest}`);
}

const LIST_MARK = new RegExp(`^(?:${BULLET}|[-–o]\\s|\\(?[a-z0-9]{1,3}[.)]\\s)`, 'i');

function startsParagraph(lines: readonly Line[], index: number, line: Line, next: Line): boolean {
  if (LIST_MARK.test(next.text)) return !/^\d{1,2}[.)]?\s/.test(next.text) || /[.:;]$/.test(line.text);
  if (next.page !== line.page || next.y < line.y) return endsParagraph(line, next);
  const size = Math.max(line.size, next.size);
  const resized = Math.min(line.size, next.size) / size;
  if (resized < 0.85 || (resized < 0.97 && isHeadingLike(next))) return true;
  const gap = next.y - line.y;
  if (gap > size * 2.1 || gap > leadingAround(lines, index) * WIDER_GAP) return true;
  if (gap > size * 1.55 && /[.:;?!]$/.test(line.text)) return true;
  if (Math.abs(next.x - line.x) >= size || !/^["'(]?[\p{Lu}\d]/u.test(next.text)) return false;
  // The next line's first word would have fitted: somebody wanted the break.
  return line.right + widthOfFirstWord(next) < rightEdge(lines, index) - size;
}

/** A few words beginning with a capital, and no full stop. */
const isHeadingLike = ({ text }: Line): boolean => /^\p{Lu}[^.:;,]{0,50}$/u.test(text);

/** Whether a paragraph ends with the last line of a page or column. */
function endsParagraph(line: Line, next: Line): boolean {
  if (/[.:;?!]$/.test(line.text)) return true;
  return !/^[\p{Ll}\d(,]/u.test(next.text) && !/[,\p{Ll}]$/u.test(line.text);
}

/** A gap between lines that is wider than those around it by this factor parts paragraphs. */
const WIDER_GAP = 1.35;

/** The gap between lines just before or just after the one behind `index`, the smaller; Infinity when there is none. */
function leadingAround(lines: readonly Line[], index: number): number {
  return Math.min(gapAfter(lines, index - 1), gapAfter(lines, index + 1));
}

function gapAfter(lines: readonly Line[], index: number): number {
  const line = lines[index];
  const next = lines[index + 1];
  if (line === undefined || next === undefined || line.page !== next.page) return Infinity;
  const gap = next.y - line.y;
  return gap > line.size * 0.8 ? gap : Infinity;
}

/** Lines around one that show how wide the text is set there. */
const NEIGHBOURS = 3;

function rightEdge(lines: readonly Line[], index: number): number {
  const page = lines[index]?.page;
  const around = lines.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1);
  return Math.max(0, ...around.filter((line) => line.page === page).map(({ right }) => right));
}

/** How much room the line's first word, with a space, would have taken on the line before. */
function widthOfFirstWord({ text, x, right }: Line): number {
  const end = text.indexOf(' ');
  return end < 0 ? right - x : ((right - x) * (end + 1)) / text.length;
}
