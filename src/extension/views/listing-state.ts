import * as vscode from 'vscode';
import type { Disposable } from '../disposables.ts';
import { readListing, type Listing } from '../tree/listing.ts';

const KEY = 'socReview.listing';

/** How the vendors are grouped, sorted and filtered; remembered for the workspace. */
export class ListingState implements Disposable {
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #listing: Listing;

  readonly onDidChange = this.#changed.event;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
    this.#listing = readListing(memory.get(KEY));
  }

  get listing(): Listing {
    return this.#listing;
  }

  async change(part: Partial<Listing>): Promise<void> {
    this.#listing = { ...this.#listing, ...part };
    this.#changed.fire();
    await this.#memory.update(KEY, this.#listing);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
