import { fill, type ViewerStrings } from '../strings.ts';
import { element } from './dom.ts';
import { parsePageInput } from './page-input.ts';

/**
 * "12 of 96 · printed 8", of which the 12 can be typed over. What a reader is typing stays until they go there, leave
 * the field or press Escape: pages that move and facts that arrive meanwhile don't take it away.
 */
export class PageField {
  readonly root: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #rest = element('span', { class: 'page-count' });
  readonly #strings: ViewerStrings;
  readonly #onPage: (page: number) => void;
  #isTyping = false;
  #page = 1;
  #pageCount = 0;
  #printedPages: readonly (string | null)[] = [];

  constructor(strings: ViewerStrings, onPage: (page: number) => void) {
    this.#strings = strings;
    this.#onPage = onPage;
    this.#input = element('input', {
      type: 'text',
      class: 'page-input',
      inputmode: 'numeric',
      'aria-label': strings.pageNumber,
      title: strings.pageNumber,
    });
    this.root = element('span', { class: 'page-field' }, this.#input, this.#rest);
    this.#input.addEventListener('input', () => {
      this.#isTyping = true;
    });
    this.#input.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
    this.#input.addEventListener('blur', () => {
      if (this.#isTyping) this.#goToTyped();
    });
    this.#input.addEventListener('focus', () => {
      this.#input.select();
    });
    this.#paint();
  }

  focus(): void {
    this.#input.focus();
  }

  setPageCount(count: number): void {
    this.#pageCount = count;
    this.#paint();
  }

  setPage(page: number): void {
    this.#page = page;
    this.#paint();
  }

  setPrintedPages(printedPages: readonly (string | null)[]): void {
    this.#printedPages = printedPages;
    this.root.classList.toggle(
      'with-printed',
      printedPages.some((printed) => printed !== null),
    );
    this.#paint();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.#goToTyped();
    else if (event.key === 'Escape' && this.#isTyping) {
      event.stopPropagation();
      this.#endTyping();
      this.#input.select();
    }
  }

  #goToTyped(): void {
    const page = parsePageInput(this.#input.value, this.#pageCount, this.#printedPages);
    this.#endTyping();
    if (page !== null) this.#onPage(page);
  }

  #endTyping(): void {
    this.#isTyping = false;
    this.#paint();
  }

  #paint(): void {
    const known = this.#pageCount > 0;
    const printed = this.#printedPages[this.#page - 1] ?? null;
    const words = [
      ...(known ? [fill(this.#strings.ofPages, this.#pageCount)] : []),
      ...(printed === null ? [] : [fill(this.#strings.printedPage, printed)]),
    ];
    if (!this.#isTyping) this.#input.value = known ? String(this.#page) : '';
    this.#input.disabled = !known;
    // As wide as the largest number that it can hold, so that nothing moves while scrolling.
    this.#input.size = Math.max(2, String(this.#pageCount).length);
    this.#rest.textContent = words.join(' · ');
  }
}
