import type { DocumentView } from '../../view/document-view.ts';
import type { Line } from '../../view/lines.ts';
import type { Part, PartKind } from '../../view/sections.ts';

/** A heading within a section, and the lines up to the next heading of its rank. */
export interface Subsection {
  readonly title: string;
  readonly part: Part;
  readonly lines: readonly Line[];
}

/** "3.7", "3.7.1", "A.", "IV.", "(b)" before a heading. */
const NUMBERING = /^(?:section\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[A-Z]\.|\(?[a-z]\)|[IVX]{1,5}\.)\s+/;
const LONGEST_TITLE = 140;

const numberOf = (text: string): string | undefined => NUMBERING.exec(text)?.[0].trim();
const depthOf = (number: string): number => number.split('.').filter((part) => part !== '').length;

/** A heading's text without its number. */
export const titleText = (text: string): string => text.replace(NUMBERING, '').trim();

const SMALL_WORDS = /^(?:a|an|and|the|of|for|in|on|to|at|by|or|with|from|its|as|that|which|are|is|not)$/i;

/** True for text set like a title: few words, the great ones with a capital, no full stop. */
export function isTitleLike(text: string): boolean {
  const title = titleText(text);
  if (
    title.length < 3 ||
    title.length > LONGEST_TITLE ||
    /[.;,]$/.test(title) ||
    !/^[\p{Lu}\d"']/u.test(title)
  )
    return false;
  const words = title.split(/\s+/).filter((word) => /\p{L}/u.test(word) && !SMALL_WORDS.test(word));
  const capitals = words.filter((word) => /^["'(]?\p{Lu}/u.test(word)).length;
  return words.length > 0 && capitals >= words.length * 0.8;
}

/**
 * The stretches of these sections that stand under a heading of some wording. A heading is a line (or two, when it
 * wraps) set like a title; the stretch ends at the next line that is set like this heading, or larger.
 */
export function subsections(view: DocumentView, kinds: readonly PartKind[], wording: RegExp): Subsection[] {
  return view.parts.filter(({ kind }) => kinds.includes(kind)).flatMap((part) => inPart(part, wording));
}

function inPart(part: Part, wording: RegExp): Subsection[] {
  const found: Subsection[] = [];
  const body = bodySize(part.lines) ?? 0;
  for (let i = 0; i < part.lines.length; i++) {
    const taken = headingLines(part.lines, i, wording, body);
    if (taken === 0) continue;
    const end = endOf(part.lines, i, taken, wording, body);
    const title = part.lines
      .slice(i, i + taken)
      .map(({ text }) => text)
      .join(' ');
    found.push({ title, part, lines: part.lines.slice(i + taken, end) });
    i = Math.max(i, end - 1);
  }
  return found;
}

/** A line is a heading when it is set like a title, numbered like one, or larger than the text. */
function isHeading(text: string, size: number, body: number): boolean {
  const bare = text.replace(/:$/, '');
  if (isTitleLike(bare)) return true;
  const title = titleText(bare);
  const short = title.length >= 3 && title.length <= LONGEST_TITLE / 2 && !/[.;,]$/.test(title);
  return short && /^["']?\p{Lu}/u.test(title) && (size > body * 1.05 || /^\d{1,2}\.\d/.test(bare));
}

/** A title is one cell, or its number and one cell. */
const isOneTitle = (line: Line): boolean =>
  line.cells.length === 1 || (line.cells.length === 2 && (line.cells[0]?.text.length ?? 0) <= 6);

/** A title that is too long for its line goes on close below it in the same size. */
const wraps = (line: Line, next: Line): boolean =>
  next.cells.length === 1 &&
  next.page === line.page &&
  Math.abs(next.size - line.size) <= 0.5 &&
  next.y > line.y &&
  next.y - line.y < line.size * 1.6;

/** How many lines the heading at `i` takes; 0 when there is none of this wording. */
function headingLines(lines: readonly Line[], i: number, wording: RegExp, body: number): number {
  const line = lines[i];
  if (line === undefined || !isOneTitle(line)) return 0;
  for (const taken of [2, 1]) {
    const block = lines.slice(i, i + taken);
    const second = block[1];
    if (block.length < taken || (second !== undefined && !wraps(line, second))) continue;
    const text = block.map((each) => each.text).join(' ');
    if (
      wording.test(titleText(text.replace(/:$/, ''))) &&
      isHeading(text, line.size, body) &&
      isApart(lines, i)
    )
      return taken;
  }
  return 0;
}

/** A heading doesn't go on from a line of prose above it. */
function isApart(lines: readonly Line[], i: number): boolean {
  const [above, line] = [lines[i - 1], lines[i]];
  if (above === undefined || line === undefined || above.page !== line.page || above.y > line.y) return true;
  return (
    line.size > above.size * 1.05 ||
    line.y - above.y > line.size * 1.5 ||
    /[.:;?!)]$/.test(above.text) ||
    isTitleLike(above.text)
  );
}

/** Headings that group the items of a list and don't end it. */
const GROUPS_ITEMS =
  /^(?:control objective|criteri|trust services|common criteria|(?:CC|A|C|P|PI)\s?\d|security|availability|confidentiality|processing integrity|privacy|logical|physical|access|(?:user|customer|client)\b)/i;

function endOf(lines: readonly Line[], start: number, taken: number, wording: RegExp, body: number): number {
  const heading = lines[start];
  if (heading === undefined) return start;
  const number = numberOf(heading.text);
  for (let i = start + taken; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || line.cells.length > 1 || !isHeading(line.text, line.size, body)) continue;
    if (wording.test(line.text)) continue;
    if (endsAt(lines, i, heading, number, body)) return i;
  }
  return lines.length;
}

function endsAt(
  lines: readonly Line[],
  i: number,
  heading: Line,
  number: string | undefined,
  body: number,
): boolean {
  const line = lines[i];
  if (line === undefined || !isApart(lines, i)) return false;
  const own = numberOf(line.text);
  if (number !== undefined && own !== undefined)
    return depthOf(own) <= depthOf(number) && /^[\dA-Z]/.test(own) && !/^\d+\.?$/.test(own);
  const isLarger = heading.size > body * 1.05;
  if (isLarger) return line.size >= heading.size - 0.3;
  const gap = line.y - (lines[i - 1]?.y ?? 0);
  const startsPage = lines[i - 1]?.page !== line.page;
  const next = lines[i + 1];
  const opensText = next !== undefined && next.text.length > line.text.length && !/:$/.test(line.text);
  return (
    (startsPage || gap > line.size * 1.5) &&
    opensText &&
    !GROUPS_ITEMS.test(titleText(line.text)) &&
    line.text.length < 80
  );
}

function bodySize(lines: readonly Line[]): number | undefined {
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)];
}
