/** Work of which each kind has its turns: one piece at a time for a key, in the order in which it was asked for. */
export class InTurn<K> {
  readonly #last = new Map<K, Promise<void>>();

  /** The keys for which work runs or waits. */
  get keys(): readonly K[] {
    return [...this.#last.keys()];
  }

  /** Begins when all work for the key that was asked for before has ended in any way. */
  async take<T>(key: K, work: () => T | Promise<T>): Promise<T> {
    const mine = (this.#last.get(key) ?? Promise.resolve()).then(work);
    const ended = mine.then(ignore, ignore);
    this.#last.set(key, ended);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === ended) this.#last.delete(key);
    }
  }
}

const ignore = (): void => undefined;
