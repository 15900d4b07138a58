import type { Evidence } from '../fact.ts';
import { jointAfter } from './joints.ts';
import type { Line } from './lines.ts';
import type { PageView } from './page-view.ts';

/** A stretch of a flow's text: `start` counted, `end` not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a flow must know about the document that its lines come from. */
export interface FlowContext {
  /** The page that a line names. */
  page(number: number): PageView | undefined;
  /** True for words that stand in the midst of a line somewhere in the document; in lower case. */
  knowsWord(word: string): boolean;
}

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly line: Line;
}

/** Quotes are passages, not pages. */
const LONGEST_QUOTE = 600;
/** Plain text that a quote may skip over without being cut there: a dropped mark, a space. */
const SMALL_JUMP = 12;

/**
 * The lines of a section, or of any other part, as one running text: hyphenation undone, lines of a paragraph joined
 * by a space, paragraphs parted by a line feed, across pages. Every position leads back to its page.
 */
export class FlowText {
  readonly text: string;
  private readonly segments: readonly Segment[];
  private readonly context: FlowContext;

  constructor(lines: readonly Line[], context: FlowContext) {
    const pieces: string[] = [];
    const segments: Segment[] = [];
    let length = 0;
    lines.forEach((line, i) => {
      const joint = jointAfter(lines, i, (word) => context.knowsWord(word));
      const text = line.text.slice(0, line.text.length - joint.cut);
      segments.push({ start: length, end: length + text.length, line });
      pieces.push(text, joint.glue);
      length += text.length + joint.glue.length;
    });
    this.text = pieces.join('');
    this.segments = segments;
    this.context = context;
  }

  get isEmpty(): boolean {
    return this.text === '';
  }

  /** Where each line of the page stands in the text, in order. */
  lineSpans(): readonly Span[] {
    return this.segments;
  }

  /** Where the lines stand that lie wholly within a stretch of the text, in order. */
  linesWithin({ start, end }: Span): readonly Span[] {
    const first = this.indexAt(start);
    const lines: Span[] = [];
    for (const line of this.segments.slice(first)) {
      if (line.start >= end) break;
      if (line.start >= start && line.end <= end) lines.push(line);
    }
    return lines;
  }

  /** The line on which the character at `position` stands. */
  lineAt(position: number): Line | undefined {
    return this.segmentAt(position)?.line;
  }

  /** The PDF page on which the character at `position` stands; 0 in an empty flow. */
  pageAt(position: number): number {
    return this.lineAt(position)?.page ?? 0;
  }

  /**
   * The evidence for a span: its page, and the passage as it stands in that page's plain text. A span over two
   * pages is quoted from the page on which `focus` stands (by default its beginning).
   */
  evidence(span: Span, focus = span.start): Evidence {
    const number = this.pageAt(focus);
    const page = this.context.page(number);
    if (page === undefined) return { page: number, printedPage: null, quote: '' };
    const positions = this.positions(span, page);
    const focusAt = this.positions({ start: focus, end: focus + 1 }, page)[0] ?? positions[0] ?? 0;
    const [first, last] = contiguous(positions, focusAt);
    const quote = page.plainText.slice(first, Math.min(last + 1, first + LONGEST_QUOTE));
    return { page: number, printedPage: page.printed, quote: quote.trim() };
  }

  /** Where the characters of a span stand in a page's plain text; those on other pages are left out. */
  private positions(span: Span, page: PageView): number[] {
    const positions: number[] = [];
    for (let i = this.indexAt(span.start); i < this.segments.length; i++) {
      const segment = this.segments[i];
      if (segment === undefined || segment.start >= span.end) break;
      if (segment.line.page !== page.number) continue;
      const end = Math.min(segment.end, span.end) - segment.start;
      for (let offset = Math.max(0, span.start - segment.start); offset < end; offset++)
        positions.push(page.plainPosition(segment.line.at.of(offset)));
    }
    return positions;
  }

  /** The index of the last segment that starts at or before `position`. */
  private indexAt(position: number): number {
    let low = 0;
    let high = this.segments.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.segments[middle]?.start ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private segmentAt(position: number): Segment | undefined {
    return this.segments[this.indexAt(position)];
  }
}

/** The stretch of plain text around `focus` in which the positions follow each other as they do in the page. */
function contiguous(positions: readonly number[], focus: number): [first: number, last: number] {
  let first = positions[0] ?? 0;
  let last = first;
  let holdsFocus = false;
  for (const position of positions) {
    if (position < last || position > last + SMALL_JUMP) {
      if (holdsFocus) break;
      first = position;
    }
    last = position;
    holdsFocus ||= position === focus;
  }
  return [first, last];
}
