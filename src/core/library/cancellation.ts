import type { CancelSignal } from './ports.ts';

/** A signal and the hand that gives it: what `AbortController` is, without a platform. */
export class Cancellation implements CancelSignal {
  #aborted = false;
  readonly #listeners = new Set<() => void>();

  get aborted(): boolean {
    return this.#aborted;
  }

  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener();
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    if (!this.#aborted) this.#listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }
}

/** One piece of work that several callers wait for: it is cancelled when none of them waits any more. */
export class SharedCancellation extends Cancellation {
  readonly #waiting = new Set<CancelSignal>();
  readonly #leave: (() => void)[] = [];

  join(signal: CancelSignal): void {
    if (this.#waiting.has(signal)) return;
    this.#waiting.add(signal);
    const left = (): void => {
      this.#waiting.delete(signal);
      if (this.#waiting.size === 0) this.abort();
    };
    if (signal.aborted) {
      left();
      return;
    }
    signal.addEventListener('abort', left);
    this.#leave.push(() => {
      signal.removeEventListener('abort', left);
    });
  }

  /** Lets go of the callers' signals once the work has ended. */
  release(): void {
    for (const leave of this.#leave.splice(0)) leave();
  }
}
