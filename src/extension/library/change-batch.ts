/** A change storm is over when nothing has changed for this long. Short: a person who saves a file is waiting. */
const QUIET_MS = 250;
/** A storm that doesn't end is handed on piecewise. */
const LONGEST_WAIT_MS = 2000;

/**
 * Collects changes and hands them on in batches: when it has been quiet for a moment, and never while the batch
 * before is still being worked on.
 */
export class ChangeBatch<T> {
  readonly #work: (changes: readonly T[]) => Promise<void>;
  #pending: T[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #oldest = 0;
  #working = false;

  /** `work` must not reject. */
  constructor(work: (changes: readonly T[]) => Promise<void>) {
    this.#work = work;
  }

  add(change: T): void {
    if (this.#pending.length === 0) this.#oldest = Date.now();
    this.#pending.push(change);
    this.#schedule();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#pending = [];
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#working || this.#pending.length === 0) return;
    const wait = Math.max(0, Math.min(QUIET_MS, this.#oldest + LONGEST_WAIT_MS - Date.now()));
    this.#timer = setTimeout(() => void this.#flush(), wait);
  }

  async #flush(): Promise<void> {
    const changes = this.#pending;
    this.#pending = [];
    this.#working = true;
    await this.#work(changes);
    this.#working = false;
    this.#schedule();
  }
}
