import type * as vscode from 'vscode';

/** Owns disposables and ends them together, last made first ended. What arrives after the end is ended at once. */
export class Disposables implements vscode.Disposable {
  readonly #owned: vscode.Disposable[] = [];
  #disposed = false;

  get disposed(): boolean {
    return this.#disposed;
  }

  add<T extends vscode.Disposable>(disposable: T): T {
    if (this.#disposed) disposable.dispose();
    else this.#owned.push(disposable);
    return disposable;
  }

  dispose(): void {
    this.#disposed = true;
    for (const disposable of this.#owned.splice(0).reverse()) disposable.dispose();
  }
}
