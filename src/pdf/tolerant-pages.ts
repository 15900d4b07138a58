import type { PageSource, PageText } from '../core/report/page-text.ts';

/** The size given to a page that doesn't tell its own, in points. */
const US_LETTER = { width: 612, height: 792 };

/** Pages of which one that can't be read is blank, so that the rest of the document counts. Damage is noted. */
export class TolerantPages implements PageSource {
  readonly pageCount: number;
  readonly #pages: PageSource;
  readonly #lost = new Set<number>();
  readonly #damaged = new Set<number>();

  constructor(pages: PageSource) {
    this.#pages = pages;
    this.pageCount = pages.pageCount;
  }

  async page(number: number): Promise<PageText> {
    try {
      const page = await this.#pages.page(number);
      if (page.isDamaged === true) this.#damaged.add(number);
      return page;
    } catch {
      this.#lost.add(number);
      return { number, ...US_LETTER, runs: [], isImage: false };
    }
  }

  async close(): Promise<void> {
    await this.#pages.close?.();
  }

  /** The pages that were asked for and couldn't be read, in their order. */
  get lost(): readonly number[] {
    return inOrder(this.#lost);
  }

  /** The pages that were read in part. */
  get damaged(): readonly number[] {
    return inOrder(this.#damaged);
  }
}

const inOrder = (numbers: ReadonlySet<number>): readonly number[] => [...numbers].sort((a, b) => a - b);
