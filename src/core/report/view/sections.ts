import type { SectionKind } from '../reading.ts';
import type { Line } from './lines.ts';
import type { PageView } from './page-view.ts';
import {
  ATTACHMENT_NUMBER,
  AUDITOR_SPEAKS,
  BRIDGE_LETTER_SPEAKS,
  HEADING_NUMBER,
  HEADING_WORDINGS,
  LETTER_OPENS,
  LETTER_SUBHEADING_FOLLOWS,
  MANAGEMENT_ASSERTS,
  PORTAL_SPEAKS,
} from './section-headings.ts';

/** Besides a report's own sections: a page that somebody put in front, and a bridge letter at either end. */
export type PartKind = SectionKind | 'portal' | 'bridge-letter';

export interface Part {
  readonly kind: PartKind;
  readonly title: string;
  readonly lines: readonly Line[];
  readonly firstPage: number;
  readonly lastPage: number;
}

interface Heading {
  readonly kind: SectionKind;
  readonly title: string;
  /** How many lines the heading takes. */
  readonly lines: number;
}

const LONGEST_HEADING = 260;
const HEADING_LINES = 4;
/** A firm's name, address, telephone numbers. */
const LETTERHEAD_LINES = 14;
/** A contents entry: a title and, after dots or a gap, a page number. */
const CONTENTS_ENTRY = /(?:\.{2,}|…|\s)\s*(?:\d{1,3}|[ivxl]{1,6})$/i;

const isContentsEntry = ({ text }: Line): boolean =>
  /[\divxl]$/i.test(text) && CONTENTS_ENTRY.test(text.slice(-40));

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

/** True when most of the page lists titles with page numbers. */
function isContentsPage(page: PageView): boolean {
  const entries = page.lines.filter(isContentsEntry).length;
  return entries >= 3 && entries >= page.lines.length * 0.35;
}

/** The kind that a title names; undefined when it names none. */
export function sectionKindOf(title: string): SectionKind | undefined {
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

interface Place {
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
function headingAt({ page, index, bodySize, inLetter }: Place): Heading | undefined {
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
function bodySizeOf(pages: readonly PageView[]): number {
  const weights = new Map<number, number>();
  for (const line of pages.flatMap((page) => page.lines)) {
    const size = Math.round(line.size * 2) / 2;
    weights.set(size, (weights.get(size) ?? 0) + line.text.length);
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

class PartsBuilder {
  readonly parts: Part[] = [];
  private lines: Line[] = [];
  private kind: PartKind = 'cover';
  private title = '';
  private pages: [first: number, last: number] | undefined;

  get current(): PartKind {
    return this.kind;
  }

  start(kind: PartKind, title: string, page: number): void {
    if (kind === this.kind && this.pages !== undefined) return;
    this.close();
    this.kind = kind;
    this.title = title;
    this.pages = [page, page];
  }

  touch(page: number): void {
    this.pages = [this.pages?.[0] ?? page, page];
  }

  add(line: Line): void {
    this.touch(line.page);
    this.lines.push(line);
  }

  close(): void {
    const hasContent = this.pages !== undefined && (this.lines.length > 0 || this.kind !== 'cover');
    if (hasContent && this.pages !== undefined) {
      const [firstPage, lastPage] = this.pages;
      this.parts.push({ kind: this.kind, title: this.title, lines: this.lines, firstPage, lastPage });
    }
    this.lines = [];
    this.pages = undefined;
  }
}

/**
 * Parts a document into its sections, in the order of the pages. Headings decide; where the auditor's letter or the
 * assertion has none (it is a picture, or set like the text), what the page says does.
 */
export function findParts(pages: readonly PageView[]): Part[] {
  const bodySize = bodySizeOf(pages);
  const builder = new PartsBuilder();
  for (const [position, page] of pages.entries()) {
    startByPage(builder, pages, position);
    if (page.lines.length === 0) builder.touch(page.number);
    startBeforeLetterhead(builder, page, position, bodySize);
    for (let index = 0; index < page.lines.length;) {
      const place = { page, index, bodySize, inLetter: builder.current === 'auditors-report' };
      const heading = mayHoldHeadings(builder, page, position) ? headingAt(place) : undefined;
      if (heading !== undefined) builder.start(heading.kind, heading.title, page.number);
      const taken = heading?.lines ?? 1;
      for (const line of page.lines.slice(index, index + taken)) builder.add(line);
      index += taken;
    }
  }
  builder.close();
  return builder.parts;
}

/** A letterhead stands above the heading of its letter and belongs to it. */
function startBeforeLetterhead(
  builder: PartsBuilder,
  page: PageView,
  position: number,
  bodySize: number,
): void {
  if (!mayHoldHeadings(builder, page, position)) return;
  const letterhead = page.lines
    .slice(0, LETTERHEAD_LINES)
    .findIndex((line) => line.text.length > 90 || /[.;:]$/.test(line.text));
  if (headingAt({ page, index: 0, bodySize, inLetter: false }) !== undefined) return;
  const until = letterhead < 0 ? LETTERHEAD_LINES : letterhead;
  for (let index = 1; index < Math.min(until, page.lines.length); index++) {
    const heading = headingAt({ page, index, bodySize, inLetter: false });
    if (heading === undefined) continue;
    builder.start(heading.kind, heading.title, page.number);
    return;
  }
}

/** A cover is full of words that head sections; a contents page lists them. Neither starts one. */
function mayHoldHeadings(builder: PartsBuilder, page: PageView, position: number): boolean {
  if (builder.current === 'contents' && isContentsPage(page)) return false;
  if (builder.current === 'bridge-letter' && position === 0) return false;
  return (
    position > 0 ||
    /\bcontents\b/i.test(page.text) ||
    AUDITOR_SPEAKS.test(page.text) ||
    MANAGEMENT_ASSERTS.test(page.text)
  );
}

/** Parts that are recognised by what the whole page says, before its lines are read. */
function startByPage(builder: PartsBuilder, pages: readonly PageView[], position: number): void {
  const page = pages[position];
  if (page === undefined) return;
  const { text, number } = page;
  const opening = text.slice(0, 1500);
  if (BRIDGE_LETTER_SPEAKS.test(text) && LETTER_OPENS.test(opening) && !AUDITOR_SPEAKS.test(text)) {
    builder.start('bridge-letter', '', number);
    return;
  }
  const next = pages[position + 1];
  if (
    position === 0 &&
    PORTAL_SPEAKS.test(text) &&
    next !== undefined &&
    looksLikeCover(next) &&
    !looksLikeCover(page)
  ) {
    builder.start('portal', '', number);
    return;
  }
  if (builder.current === 'portal') builder.start('cover', '', number);
  if (isContentsPage(page) && ['cover', 'contents'].includes(builder.current)) {
    builder.start('contents', '', number);
    return;
  }
  if (position === 0) return;
  if (['cover', 'contents', 'portal', 'assertion'].includes(builder.current) && AUDITOR_SPEAKS.test(text))
    builder.start('auditors-report', '', number);
  else if (['cover', 'contents', 'portal'].includes(builder.current) && MANAGEMENT_ASSERTS.test(text))
    builder.start('assertion', '', number);
  else if (
    builder.current === 'auditors-report' &&
    MANAGEMENT_ASSERTS.test(opening) &&
    !AUDITOR_SPEAKS.test(text)
  )
    builder.start('assertion', '', number);
}

const looksLikeCover = (page: PageView): boolean =>
  page.text.length < 1200 &&
  /\bSOC\s?[123]\b|organi[sz]ation controls?|SSAE|SAS 70|ISAE|service auditor'?s? report|report on .{1,80}description/i.test(
    page.text,
  );
