import type { SelectedText } from '../protocol.ts';
import type { ViewerStrings } from '../strings.ts';
import { element, icon } from './dom.ts';
import { selectedText, selectionOnPage, type PageSelection } from './selection.ts';

export interface SelectionActions {
  readonly use: (selected: SelectedText) => void;
  readonly quote: (selected: SelectedText) => void;
}

/** How long a selection must rest before the bar comes, in milliseconds. */
const REST = 250;

/** Room between the selected words and the bar, in CSS pixels. */
const GAP = 6;

/** The small bar that offers what can be done with the words that are selected on a page. */
export class SelectionBar {
  readonly root: HTMLElement;
  /** False while there is nothing that selected words could be used for. */
  isOffered = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param pages where the pages scroll; the bar stands over it. */
  constructor(strings: ViewerStrings, pages: HTMLElement, actions: SelectionActions) {
    const action = (name: string, label: string, run: (selected: SelectedText) => void) => {
      const button = element(
        'button',
        { type: 'button', class: 'selection-action' },
        icon(name),
        element('span', {}, label),
      );
      button.addEventListener('click', () => {
        const selected = selectedText();
        if (selected) run(selected);
        this.root.hidden = true;
      });
      return button;
    };
    this.root = element(
      'div',
      { class: 'selection-bar', role: 'toolbar', 'aria-label': strings.selection.title, hidden: '' },
      action('symbol-field', strings.selection.use, actions.use),
      action('quote', strings.selection.quote, actions.quote),
    );
    // Pressing a button must not take the selection away.
    this.root.addEventListener('pointerdown', (event) => {
      event.preventDefault();
    });
    document.addEventListener('selectionchange', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#place(selectionOnPage());
      }, REST);
    });
    pages.addEventListener(
      'scroll',
      () => {
        this.root.hidden = true;
      },
      { capture: true },
    );
  }

  #place(selected: PageSelection | null): void {
    this.root.hidden = selected === null || !this.isOffered;
    if (this.root.hidden || !selected) return;
    const around = this.root.offsetParent?.getBoundingClientRect();
    const last = [...selected.range.getClientRects()].at(-1);
    if (!around || !last) return;
    const below = last.bottom - around.top + GAP;
    const isRoom = below + this.root.offsetHeight < around.height;
    const left = Math.min(
      last.right - around.left - this.root.offsetWidth / 2,
      around.width - this.root.offsetWidth - GAP,
    );
    this.root.style.left = `${Math.max(GAP, left)}px`;
    this.root.style.top = `${isRoom ? below : last.top - around.top - this.root.offsetHeight - GAP}px`;
  }
}
