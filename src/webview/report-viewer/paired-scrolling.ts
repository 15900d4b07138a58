import type { Host } from './host.ts';
import type { ReportView } from './report-view.ts';

/** What a reader does to move through a report. */
const MOVES = ['wheel', 'keydown', 'pointerdown', 'touchstart'] as const;

/**
 * Keeps step with a second report beside this one. Only the report in which the reader moves tells where it is; the
 * other one follows and says nothing, so that the two don't push each other.
 */
export class PairedScrolling {
  readonly #view: ReportView;
  readonly #host: Host;
  isPaired: boolean;
  #leads = false;
  #frame = 0;

  constructor(view: ReportView, host: Host, isPaired: boolean) {
    this.#view = view;
    this.#host = host;
    this.isPaired = isPaired;
    for (const move of MOVES) {
      document.addEventListener(
        move,
        () => {
          this.#leads = true;
        },
        { capture: true, passive: true },
      );
    }
    view.onScroll(() => {
      if (!this.isPaired || !this.#leads) return;
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        this.#host.notify('scrolled', { place: this.#view.place });
      });
    });
  }

  /** Goes where the other report is. */
  follow(place: number): void {
    this.#leads = false;
    this.#view.place = place;
  }
}
