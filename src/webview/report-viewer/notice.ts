import { element } from './dom.ts';

/** How long a notice stays, in milliseconds. */
const SHOWN_FOR = 8000;

/** A line at the foot of the pages that says what just happened, and goes by itself. */
export class Notice {
  readonly root = element('div', { class: 'notice', role: 'status', hidden: '' });
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(text: string): void {
    clearTimeout(this.#timer);
    this.root.hidden = false;
    this.root.textContent = text;
    this.#timer = setTimeout(() => {
      this.root.hidden = true;
    }, SHOWN_FOR);
  }
}
