import type { PageSource, PageText } from '../core/report/page-text.ts';

/** The size given to a page that doesn't tell its own, in points. */
const US_LETTER = { width: 612, height: 792 };

/** Pages of which one that can't be read is blank, and noted, so that the rest of the document counts. */
export class TolerantPages implements PageSource {
  readonly pageCount: number;
  readonly #pages: PageSource;
  readonly #lost = new Set<number>();

  constructor(pages: PageSource) {
    this.#pages = pages;
    this.pageCount = pages.pageCount;
  }

  async page(number: number): Promise<PageText> {
    try {
      return await this.#pages.page(number);
    } catch {
      this.#lost.add(number);
      return { number, ...US_LETTER, runs: [], isImage: false };
    }
  }

  /** The pages that were asked for and couldn't be read, in their order. */
  get lost(): readonly number[] {
    return [...this.#lost].sort((a, b) => a - b);
  }
}
