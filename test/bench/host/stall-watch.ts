import { measuring, type Spent } from './spent.ts';

/** How often it asks to be called, in milliseconds. */
const TICK = 2;

/** Watches for how long at a time this thread can do nothing else, by asking to be called all the time. */
export class StallWatch {
  #longest: Spent = { clock: 0, processor: 0 };
  #sinceLast = measuring();
  #timer = this.#next();

  /** Ends it. The longest stall on the clock, and the one in which most was done; they need not be the same. */
  end(): Spent {
    clearTimeout(this.#timer);
    return this.#longest;
  }

  #next(): NodeJS.Timeout {
    return setTimeout(() => {
      const { clock, processor } = this.#sinceLast();
      this.#longest = {
        clock: Math.max(this.#longest.clock, clock - TICK),
        processor: Math.max(this.#longest.processor, processor),
      };
      this.#sinceLast = measuring();
      this.#timer = this.#next();
    }, TICK);
  }
}
