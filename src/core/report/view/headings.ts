import type { SectionKind } from '../reading.ts';
import type { Line } from './lines.ts';
import type { PageView } from './page-view.ts';
import {
  ATTACHMENT_NUMBER,
  HEADING_NUMBER,
  HEADING_WORDINGS,
  HEADING_WORDS,
  LETTER_SUBHEADING_FOLLOWS,
} from './section-headings.ts';

/** A line, or a few, that names a section. */
export interface Heading {
  readonly kind: SectionKind;
  readonly title: string;
  /** How many lines the heading takes. */
  readonly lines: number;
}

const LONGEST_HEADING = 260;
const HEADING_LINES = 4;
/** Words of sentences, which headings don't have. */
const SENTENCE =
  /\b(?:we|our|is|are|was|were|has|have|been|would|will|which|to achieve|in all material)\b|•/i;
/** The one heading that is half a sentence: "Information … that is not covered by the service auditor's report". */
const HEADING_LIKE_A_SENTENCE = /^(?:.{0,30}other |.{0,30}additional )?information (?:provided|presented)\b/i;

/** A full stop ends a sentence, but not "Acme Corp.". */
const endsLikeSentence = (title: string): boolean =>
  /[,;]$/.test(title) ||
  (title.endsWith('.') &&
    !/\b(?:inc|corp|ltd|co|l\.?p|n\.?v|b\.?v|s\.?a|p\.?c|l\.?l\.?c|n\.?a)\.$/i.test(title));

const isSentence = (title: string): boolean =>
  /^\p{Ll}/u.test(title) ||
  (SENTENCE.test(title) && !HEADING_LIKE_A_SENTENCE.test(title.replace(HEADING_NUMBER, '')));

/** True when a line of prose runs on into the line at `index`. */
function continuesProse(page: PageView, index: number): boolean {
  const line = page.lines[index];
  const above = page.lines[index - 1];
  if (line === undefined || above === undefined) return false;
  const near =
    line.y > above.y && line.y - above.y < line.size * 1.6 && Math.abs(line.size - above.size) < 0.5;
  return near && !/[.:;?!]$/.test(above.text) && above.text.length > 60 && isSentence(above.text);
}

/** The kind that a title names; undefined when it names none. */
function sectionKindOf(title: string): SectionKind | undefined {
  if (!HEADING_WORDS.test(title)) return undefined;
  const lower = title.toLowerCase().replace(HEADING_NUMBER, '').trim();
  if (
    /\b(?:suitability of (?:the )?design|prepared in accordance)\b/.test(lower) &&
    !/assertion|tests? of/.test(lower)
  )
    return undefined;
  const kind = HEADING_WORDINGS.find(({ wording }) => wording.test(lower))?.kind;
  return kind ?? (ATTACHMENT_NUMBER.test(title) ? 'description' : undefined);
}

/** Lines of one heading: same size, close together, none ending like a sentence. */
function headingBlock(lines: readonly Line[], from: number): Line[] {
  const block: Line[] = [];
  for (const line of lines.slice(from, from + HEADING_LINES)) {
    const last = block.at(-1);
    if (last !== undefined) {
      const sameSize = Math.abs(line.size - last.size) <= last.size * 0.12;
      if (!sameSize || line.page !== last.page || line.y - last.y > last.size * 2.2 || line.y <= last.y)
        break;
    }
    block.push(line);
  }
  return block;
}

/** A line of a page, and what must be known of its surroundings to tell whether a heading starts there. */
export interface Place {
  readonly page: PageView;
  readonly index: number;
  readonly bodySize: number;
  readonly inLetter: boolean;
}

/** A heading is one cell, or its number and one. The titles of a table of tests head one as well. */
function isTableRow(line: Line | undefined): boolean {
  const [first] = line?.cells ?? [];
  if (line === undefined || first === undefined || line.cells.length < 2) return false;
  if (line.cells.length === 2 && first.text.length <= 14) return false;
  return !(/\btest(?:s|ing|ed)?\b/i.test(line.text) && /\bresults?\b/i.test(line.text));
}

/** The section heading that starts at a line; undefined when none does. */
export function headingAt({ page, index, bodySize, inLetter }: Place): Heading | undefined {
  if (/^\p{Ll}/u.test(page.lines[index]?.text ?? '')) return undefined;
  if (continuesProse(page, index) || isTableRow(page.lines[index])) return undefined;
  const block = headingBlock(page.lines, index);
  for (let length = block.length; length > 0; length--) {
    const taken = block.slice(0, length);
    const title = taken.map((line) => line.text).join(' ');
    if (title.length > LONGEST_HEADING || endsLikeSentence(title) || isSentence(title)) continue;
    const kind = sectionKindOf(title);
    if (kind === undefined) continue;
    const following = page.lines[index + length]?.text ?? '';
    if (/^\p{Ll}/u.test(following) && length < HEADING_LINES) continue;
    if (looksLikeHeading(page, index, taken, bodySize, inLetter, following))
      return { kind, title, lines: length };
  }
  return undefined;
}

function looksLikeHeading(
  page: PageView,
  index: number,
  block: readonly Line[],
  bodySize: number,
  inLetter: boolean,
  following: string,
): boolean {
  const [first] = block;
  if (first === undefined) return false;
  const above = page.lines.slice(0, index);
  const numbered = HEADING_NUMBER.test(first.text);
  const atTop =
    above.length <= 4 && above.every((line) => line.text.length < 90 && !/[.,;]$/.test(line.text));
  const larger = first.size >= bodySize * 1.15;
  const capitals = first.text === first.text.toUpperCase() && /\p{Lu}{4}/u.test(first.text);
  if (inLetter && !numbered && LETTER_SUBHEADING_FOLLOWS.test(following)) return false;
  if (atTop || larger || (numbered && /^(?:section|part|attachment|appendix)/i.test(first.text))) return true;
  if (inLetter) return numbered && capitals;
  const last = above.at(-1);
  const apart = last === undefined || first.y - last.y > first.size * 1.7 || /[.:]$/.test(last.text);
  return apart && (capitals || (numbered && first.text.length < 120));
}

/** The size in which most of the document is set. */
export function bodySizeOf(pages: readonly PageView[]): number {
  const weights = new Map<number, number>();
  for (const line of pages.flatMap((page) => page.lines)) {
    const size = Math.round(line.size * 2) / 2;
    weights.set(size, (weights.get(size) ?? 0) + line.text.length);
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}
