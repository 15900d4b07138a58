import { element } from './dom.ts';

/** Where pages and passages are among all that is scrolled. */
export class PagePlaces {
  readonly #container: HTMLElement;
  readonly #pages: HTMLElement;

  /**
   * @param container what scrolls
   * @param pages what stands in it, and holds one element per page
   */
  constructor(container: HTMLElement, pages: HTMLElement) {
    this.#container = container;
    this.#pages = pages;
  }

  pageElement(number: number): HTMLElement | null {
    const page = this.#pages.children.item(number - 1);
    return page instanceof HTMLElement ? page : null;
  }

  /** The page at the window's top edge, and how far down that page the edge is, in CSS pixels. */
  get top(): { readonly page: number; readonly below: number | null } {
    const { scrollTop } = this.#container;
    const page = this.#pageAt(scrollTop);
    const div = this.pageElement(page);
    return { page, below: div ? scrollTop - div.offsetTop - div.clientTop : null };
  }

  /** Scrolls so that the window's top edge is that far down a page, in CSS pixels. */
  scrollTo(page: number, below: number): void {
    const div = this.pageElement(page);
    if (div) this.#container.scrollTop = div.offsetTop + div.clientTop + below;
  }

  /** The place at the top of the window: 12.5 is the middle of page 12. */
  get place(): number {
    const { page, below } = this.top;
    const height = this.pageElement(page)?.offsetHeight ?? 0;
    return page + Math.min(Math.max((below ?? 0) / Math.max(height, 1), 0), 0.999);
  }

  set place(place: number) {
    const page = Math.min(Math.floor(place), this.#pages.children.length);
    this.scrollTo(page, (place - Math.floor(place)) * (this.pageElement(page)?.offsetHeight ?? 0));
  }

  /** Moves a passage into sight, with some of what stands before it, unless all of it is to be seen already. */
  bringIntoView(ranges: readonly Range[]): void {
    const box = this.#container.getBoundingClientRect();
    const rects = ranges.map((range) => range.getBoundingClientRect());
    const [first] = rects;
    if (!first) return;
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    if (first.top < box.top || bottom > box.bottom)
      this.#container.scrollTop += first.top - box.top - box.height / 3;
    const left = Math.min(...rects.map((rect) => rect.left));
    const right = Math.max(...rects.map((rect) => rect.right));
    if (left < box.left || right > box.right) this.#container.scrollLeft += left - box.left - box.width / 10;
  }

  /** The page at a height of the scrolled content, found by halving: a report may have thousands. */
  #pageAt(top: number): number {
    let low = 1;
    let high = Math.max(this.#pages.children.length, 1);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const div = this.pageElement(middle);
      if (div && div.offsetTop <= top + 1) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** What scrolls, with the element in it that holds the pages. */
export function scrolledPages(label: string): {
  readonly container: HTMLDivElement;
  readonly pages: HTMLDivElement;
} {
  const pages = element('div', { class: 'pdfViewer' });
  const container = element(
    'div',
    {
      class: 'pages-scroll',
      // What the editor's own context menu hangs its entries on.
      'data-vscode-context': JSON.stringify({ webviewSection: 'page' }),
      tabindex: '0',
      role: 'region',
      'aria-label': label,
    },
    pages,
  );
  return { container, pages };
}
