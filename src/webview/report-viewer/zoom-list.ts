import type { Zoom } from '../protocol.ts';
import type { ViewerStrings } from '../strings.ts';
import { element } from './dom.ts';
import { ZOOM_STEPS, zoomInWords } from './zoom.ts';

/** What stands for a factor that is none of the list's. */
const OTHER = 'other';

/** The list that shows how large the pages are, and offers other sizes. */
export class ZoomList {
  readonly root: HTMLElement;
  readonly #select: HTMLSelectElement;
  readonly #other = element('option', { value: OTHER, hidden: '' });
  readonly #words: (factor: number) => string;

  constructor(strings: ViewerStrings, language: string, onZoom: (zoom: Zoom) => void) {
    const words = (this.#words = zoomInWords(language));
    const rules = [
      element('option', { value: 'fit-width' }, strings.fitWidth),
      element('option', { value: 'fit-page' }, strings.fitPage),
    ];
    const factors = ZOOM_STEPS.map((step) => element('option', { value: String(step) }, words(step)));
    this.#select = element(
      'select',
      { class: 'zoom-select', 'aria-label': strings.zoom, title: strings.zoom },
      ...rules,
      element('hr'),
      ...factors,
      this.#other,
    );
    this.root = element('span', { class: 'zoom-list' }, this.#select);
    this.#select.addEventListener('change', () => {
      const { value } = this.#select;
      onZoom(value === 'fit-width' || value === 'fit-page' ? value : Number(value));
    });
  }

  /** @param factor what a rule comes to at the moment. */
  show(zoom: Zoom, factor: number): void {
    const listed = typeof zoom === 'string' || ZOOM_STEPS.some((step) => step === zoom);
    this.#other.textContent = this.#words(factor);
    this.#select.value = listed ? String(zoom) : OTHER;
  }
}
