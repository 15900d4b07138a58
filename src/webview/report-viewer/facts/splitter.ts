import { FACTS_WIDTH } from '../../protocol.ts';
import { element } from '../dom.ts';

/** How far an arrow key moves it, in CSS pixels. */
const KEY_STEP = 20;

/** The line between the pages and the facts, moved by mouse or arrow keys. */
export class Splitter {
  readonly root: HTMLElement;
  readonly #sized: HTMLElement;
  readonly #onEnd: (width: number) => void;
  #width: number;

  /** @param sized what stands at its right, and gets the width. */
  constructor(label: string, sized: HTMLElement, width: number, onEnd: (width: number) => void) {
    this.#sized = sized;
    this.#onEnd = onEnd;
    this.#width = width;
    this.root = element('div', {
      class: 'splitter',
      role: 'separator',
      tabindex: '0',
      'aria-label': label,
      'aria-orientation': 'vertical',
      'aria-valuemin': String(FACTS_WIDTH.least),
      'aria-valuemax': String(FACTS_WIDTH.most),
    });
    this.#set(width);
    this.root.addEventListener('pointerdown', (event) => {
      this.#drag(event);
    });
    this.root.addEventListener('dblclick', () => {
      this.#set(FACTS_WIDTH.usual);
      this.#onEnd(this.#width);
    });
    this.root.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: KEY_STEP, ArrowRight: -KEY_STEP }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      this.#set(this.#width + step);
      this.#onEnd(this.#width);
    });
  }

  #set(width: number): void {
    this.#width = Math.round(Math.min(Math.max(width, FACTS_WIDTH.least), FACTS_WIDTH.most));
    this.#sized.style.flexBasis = `${this.#width}px`;
    this.root.ariaValueNow = String(this.#width);
  }

  #drag(start: PointerEvent): void {
    start.preventDefault();
    this.root.setPointerCapture(start.pointerId);
    const { width } = this.#sized.getBoundingClientRect();
    const ended = new AbortController();
    const { signal } = ended;
    this.root.addEventListener(
      'pointermove',
      ({ clientX }) => {
        this.#set(width + start.clientX - clientX);
      },
      { signal },
    );
    for (const end of ['pointerup', 'pointercancel'] as const)
      this.root.addEventListener(
        end,
        () => {
          ended.abort();
          this.#onEnd(this.#width);
        },
        { signal },
      );
  }
}
