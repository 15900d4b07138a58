/** Work on files, of which each has its turn: one piece at a time for a path, in the order in which it was asked for. */
export class PathTurns {
  readonly #last = new Map<string, Promise<void>>();

  /** The paths for which work runs or waits. */
  get paths(): readonly string[] {
    return [...this.#last.keys()];
  }

  /** Begins when all work for the path that was asked for before has ended in any way. */
  async take<T>(path: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.#last.get(path) ?? Promise.resolve()).then(work);
    const ended = mine.then(ignore, ignore);
    this.#last.set(path, ended);
    try {
      return await mine;
    } finally {
      if (this.#last.get(path) === ended) this.#last.delete(path);
    }
  }
}

const ignore = (): void => undefined;
