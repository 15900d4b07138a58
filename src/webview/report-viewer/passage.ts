import type { Passage, Revealed } from '../protocol.ts';
import { clearHighlight, highlightQuote } from './highlight.ts';
import type { FindBar } from './find-bar.ts';
import type { ReportView } from './report-view.ts';
import { onViewer } from './viewer-events.ts';

/** How long a page may take to come up, in milliseconds, before we say that its text isn't there. */
const PAGE_TIMEOUT = 20_000;

/** Shows a passage and keeps it marked, until another is shown or the reader has seen enough. */
export class PassageMarker {
  readonly #view: ReportView;
  readonly #findBar: FindBar;
  #current: { readonly page: number; readonly quote: string } | null = null;
  #abort = new AbortController();

  constructor(view: ReportView, findBar: FindBar) {
    this.#view = view;
    this.#findBar = findBar;
    // Pages out of sight lose their text layer, and a search rewrites it: mark again what comes back.
    onViewer(view.bus, 'textlayerrendered', ({ pageNumber }) => {
      this.#markAgain(pageNumber);
    });
    onViewer(view.bus, 'updatetextlayermatches', ({ pageIndex }) => {
      if (this.#current && (pageIndex < 0 || pageIndex + 1 === this.#current.page))
        this.#markAgain(this.#current.page);
    });
  }

  /** Goes to the page and marks the quote there; where it isn't found on the page, looks through the report. */
  async show({ page, quote }: Passage): Promise<Revealed> {
    this.clear();
    this.#view.page = page;
    if (quote === null || quote.trim() === '') return NOT_MARKED;
    const { signal } = this.#abort;
    try {
      const layer = await this.#view.textLayer(
        page,
        AbortSignal.any([signal, AbortSignal.timeout(PAGE_TIMEOUT)]),
      );
      const ranges = highlightQuote(layer, quote);
      if (ranges) {
        this.#current = { page, quote };
        this.#view.bringIntoView(ranges);
        return { highlight: 'exact', markedText: ranges.map(String).join(' ') };
      }
    } catch {
      return signal.aborted || this.#view.page !== page ? OVERTAKEN : NOT_MARKED;
    }
    const found = await this.#findBar.search(quote, signal);
    if (signal.aborted) return OVERTAKEN;
    return { highlight: found ? 'search' : 'none', markedText: '' };
  }

  /** True when something was marked. */
  clear(): boolean {
    const hadOne = this.#current !== null;
    this.#current = null;
    this.#abort.abort();
    this.#abort = new AbortController();
    clearHighlight();
    return hadOne;
  }

  #markAgain(page: number): void {
    if (this.#current?.page !== page) return;
    const layer = this.#view.pageElement(page)?.querySelector('.textLayer');
    if (layer) highlightQuote(layer, this.#current.quote);
  }
}

const NOT_MARKED: Revealed = { highlight: 'none', markedText: '' };
const OVERTAKEN: Revealed = { highlight: 'overtaken', markedText: '' };
