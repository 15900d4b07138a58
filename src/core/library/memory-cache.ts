import type { CacheStore } from './ports.ts';

/** A cache that ends with its owner and leaves nothing behind. */
export class MemoryCache implements CacheStore {
  readonly #entries = new Map<string, Uint8Array>();

  get(key: string): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.#entries.get(key));
  }

  put(key: string, bytes: Uint8Array): Promise<void> {
    this.#entries.set(key, bytes);
    return Promise.resolve();
  }

  clear(): Promise<void> {
    this.#entries.clear();
    return Promise.resolve();
  }
}
