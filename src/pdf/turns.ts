import type { CancelSignal } from '../core/library/ports.ts';

/** What a task that nobody needs any more rejects with. */
export const aborted = (): DOMException => new DOMException('No longer needed.', 'AbortError');

/** Lets so many work at a time, in the order in which they came. */
export class Turns {
  #free: number;
  /** How many of those at work want no other to begin. */
  #holding = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  /** Resolves when it is the caller's turn, which lasts until `release`. Rejects when `signal` aborts before. */
  async take(signal?: CancelSignal): Promise<void> {
    if (signal?.aborted === true) throw aborted();
    if (this.#free > 0 && !this.isHeld) {
      this.#free--;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const give = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        signal?.removeEventListener('abort', leave);
        this.#waiting.splice(this.#waiting.indexOf(give), 1);
        reject(aborted());
      };
      this.#waiting.push(give);
      signal?.addEventListener('abort', leave);
    });
  }

  release(): void {
    this.#free++;
    this.#giveTurns();
  }

  /**
   * No other turn begins; those that have begun go on.
   * @returns a function that ends it, to be called once
   */
  hold(): () => void {
    this.#holding++;
    return () => {
      this.#holding--;
      this.#giveTurns();
    };
  }

  get isHeld(): boolean {
    return this.#holding > 0;
  }

  #giveTurns(): void {
    while (this.#free > 0 && !this.isHeld) {
      const give = this.#waiting.shift();
      if (give === undefined) return;
      this.#free--;
      give();
    }
  }
}
