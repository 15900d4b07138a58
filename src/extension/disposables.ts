/** Something that ends when it is told to. */
export interface Disposable {
  dispose(): void;
}

/** Owns disposables and ends them together, last made first ended. What arrives after the end is ended at once. */
export class Disposables implements Disposable {
  readonly #owned: { dispose(): unknown }[] = [];
  #disposed = false;

  add<T extends { dispose(): unknown }>(disposable: T): T {
    if (this.#disposed) disposable.dispose();
    else this.#owned.push(disposable);
    return disposable;
  }

  dispose(): void {
    this.#disposed = true;
    for (const disposable of this.#owned.splice(0).reverse()) disposable.dispose();
  }
}
