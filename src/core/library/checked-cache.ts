import { strToU8 } from 'fflate/browser';
import type { CacheStore, Hasher } from './ports.ts';

/** Lower-case hexadecimal digits of a SHA-256. */
const HASH_LENGTH = 64;

/**
 * A cache whose entries carry their own hash. What a bad disk or another program has changed is as good as none:
 * else a byte that turned over in a date would be shown as what the report says.
 */
export class CheckedCache implements CacheStore {
  readonly #store: CacheStore;
  readonly #hash: Hasher;

  constructor(store: CacheStore, hash: Hasher) {
    this.#store = store;
    this.#hash = hash;
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    const entry = await this.#store.get(key);
    if (entry === undefined || entry.length < HASH_LENGTH) return undefined;
    const bytes = entry.slice(HASH_LENGTH);
    const digits = strToU8(await this.#hash(bytes));
    return digits.every((digit, index) => digit === entry[index]) ? bytes : undefined;
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const entry = new Uint8Array(HASH_LENGTH + bytes.length);
    entry.set(bytes, HASH_LENGTH);
    entry.set(strToU8(await this.#hash(entry.slice(HASH_LENGTH))));
    await this.#store.put(key, entry);
  }

  async clear(): Promise<void> {
    await this.#store.clear();
  }
}
