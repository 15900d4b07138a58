import type { SectionKind } from '../reading.ts';
import type { Line } from './lines.ts';
import type { PageView } from './page-view.ts';
import { bodySizeOf, headingAt } from './headings.ts';
import {
  auditorSpeaks,
  isContentsPage,
  looksLikeCover,
  managementAsserts,
  opensAssertion,
  opensBridgeLetter,
  portalSpeaks,
  saysContents,
} from './page-signs.ts';

/** Besides a report's own sections: a page that somebody put in front, and a bridge letter at either end. */
export type PartKind = SectionKind | 'portal' | 'bridge-letter';

export interface Part {
  readonly kind: PartKind;
  readonly title: string;
  readonly lines: readonly Line[];
  readonly firstPage: number;
  readonly lastPage: number;
}

/** A firm's name, address, telephone numbers. */
const LETTERHEAD_LINES = 14;

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
  return position > 0 || saysContents(page) || auditorSpeaks(page) || managementAsserts(page);
}

/** Parts that are recognised by what the whole page says, before its lines are read. */
function startByPage(builder: PartsBuilder, pages: readonly PageView[], position: number): void {
  const page = pages[position];
  if (page === undefined) return;
  const { number } = page;
  if (opensBridgeLetter(page)) {
    builder.start('bridge-letter', '', number);
    return;
  }
  const next = pages[position + 1];
  if (
    position === 0 &&
    next !== undefined &&
    looksLikeCover(next) &&
    !looksLikeCover(page) &&
    portalSpeaks(page)
  ) {
    builder.start('portal', '', number);
    return;
  }
  if (builder.current === 'portal') builder.start('cover', '', number);
  if (['cover', 'contents'].includes(builder.current) && isContentsPage(page)) {
    builder.start('contents', '', number);
    return;
  }
  if (position === 0) return;
  if (['cover', 'contents', 'portal', 'assertion'].includes(builder.current) && auditorSpeaks(page))
    builder.start('auditors-report', '', number);
  else if (['cover', 'contents', 'portal'].includes(builder.current) && managementAsserts(page))
    builder.start('assertion', '', number);
  else if (builder.current === 'auditors-report' && opensAssertion(page))
    builder.start('assertion', '', number);
}
