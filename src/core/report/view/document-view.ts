import type { Fact } from '../fact.ts';
import type { PageText } from '../page-text.ts';
import { FlowText, type FlowContext, type Span } from './flow-text.ts';
import type { Line } from './lines.ts';
import { viewPages, type PageView } from './page-view.ts';
import { findParts, type Part, type PartKind } from './sections.ts';

/** More than enough for any introduction. */
const OPENING_LINES = 300;

/**
 * A document as the recognisers see it: pages cleaned and in reading order, parted into sections, each readable as
 * one running text. Made from the pages that were read so far, which need not be all of them; each part of it only
 * when somebody asks, so that a simple question costs no more than its answer.
 */
export class DocumentView {
  /** How many pages the PDF has. */
  readonly pageCount: number;
  /** How many of them were read. */
  readonly pagesRead: number;
  private readonly read: readonly PageText[];
  private viewed: readonly PageView[] | undefined;
  private parted: readonly Part[] | undefined;
  private readonly flows = new Map<string, FlowText>();
  private readonly context: FlowContext;

  /** @param pages those that were read, in order */
  constructor(pages: readonly PageText[], pageCount = pages.length) {
    this.pageCount = pageCount;
    this.pagesRead = pages.length;
    this.read = pages;
    let byNumber: ReadonlyMap<number, PageView> | undefined;
    let words: ReadonlySet<string> | undefined;
    this.context = {
      page: (number) => (byNumber ??= new Map(this.pages.map((page) => [page.number, page]))).get(number),
      knowsWord: (word) => (words ??= wordsOf(this.pages)).has(word),
    };
  }

  /** True when all pages were read. */
  get isWhole(): boolean {
    return this.pagesRead >= this.pageCount;
  }

  /** The pages that were read, in order. */
  get pages(): readonly PageView[] {
    return (this.viewed ??= viewPages(this.read, this.isWhole));
  }

  /** Sections and other parts, in the order of the pages. The same kind may occur more than once. */
  get parts(): readonly Part[] {
    return (this.parted ??= findParts(this.pages));
  }

  has(kind: PartKind): boolean {
    return this.parts.some((part) => part.kind === kind);
  }

  /** All parts of these kinds, in the order of the pages, as one running text; empty when there is none. */
  flow(...kinds: readonly PartKind[]): FlowText {
    return this.flowOf(...this.parts.filter((part) => kinds.includes(part.kind)));
  }

  /** The running text of some parts. */
  flowOf(...parts: readonly Part[]): FlowText {
    const key = parts.map((part) => this.parts.indexOf(part)).join(' ');
    return this.kept(key, () => parts.flatMap(({ lines }) => lines));
  }

  /** The running text of the first lines of a kind: as much as there is to see of it where long tables follow. */
  opening(kind: PartKind): FlowText {
    const lines = this.parts.filter((part) => part.kind === kind).flatMap((part) => part.lines);
    return this.kept(`opening ${kind}`, () => lines.slice(0, OPENING_LINES));
  }

  /** Everything but the table of contents. */
  get whole(): FlowText {
    return this.flowOf(...this.parts.filter((part) => part.kind !== 'contents'));
  }

  /** The lines of everything but the table of contents, as they stand: quicker than a running text of all of it. */
  get lines(): string {
    return this.parts
      .filter((part) => part.kind !== 'contents')
      .flatMap((part) => part.lines)
      .map((line) => line.text)
      .join('\n');
  }

  /** The texts of these kinds, one after the other, where only words are looked for. */
  text(...kinds: readonly PartKind[]): string {
    return this.parts
      .filter(({ kind }) => kinds.includes(kind))
      .map((part) => this.flowOf(part).text)
      .join('\n');
  }

  /** Headers, footers and watermarks of all pages that were read. */
  get runningText(): FlowText {
    return this.kept('running', () => this.pages.flatMap((page) => page.runningLines));
  }

  private kept(key: string, lines: () => readonly Line[]): FlowText {
    const known = this.flows.get(key);
    if (known !== undefined) return known;
    const flow = new FlowText(lines(), this.context);
    this.flows.set(key, flow);
    return flow;
  }
}

/** A value with the passage it was read from. `focus` is where the value itself stands in the flow. */
export function factFrom<T>(
  value: T,
  flow: FlowText,
  span: Span,
  certainty: Fact<T>['certainty'] = 'certain',
  focus = span.start,
): Fact<T> {
  return { value, certainty, ...flow.evidence(span, focus) };
}

/** Words in the midst of lines, where none is broken; hyphenated ones as one, in lower case. */
function wordsOf(pages: readonly PageView[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of pages.flatMap((page) => page.lines)) {
    const found = line.text.toLowerCase().match(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu) ?? [];
    for (const word of found.slice(1, -1)) words.add(word);
  }
  return words;
}
