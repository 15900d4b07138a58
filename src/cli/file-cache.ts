import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CacheStore } from '../core/library/ports.ts';

/** Reports are confidential: what was read from them is for the user's eyes only. */
const OWNER_ONLY = { folder: 0o700, file: 0o600 };

/**
 * A file per entry. An entry is written beside its place and moved into it, so that a reader, another process or
 * the next start after a crash meets the old one or the new one, never a part.
 */
export class FileCache implements CacheStore {
  readonly #folder: string;
  readonly #writeFile: typeof writeFile;
  #made: Promise<unknown> | undefined;

  /** @param write `writeFile`, or one that fails as disks do */
  constructor(folder: string, write = writeFile) {
    this.#folder = folder;
    this.#writeFile = write;
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    try {
      return await readFile(this.#file(key));
    } catch {
      return undefined;
    }
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const temporary = `${this.#file(key)}.${randomUUID()}.tmp`;
    try {
      this.#made ??= mkdir(this.#folder, { recursive: true, mode: OWNER_ONLY.folder });
      await this.#made;
      await this.#writeFile(temporary, bytes, { mode: OWNER_ONLY.file, flag: 'wx' });
      await rename(temporary, this.#file(key));
    } catch {
      // A full disk, a folder without permission: the next start reads again what could not be kept.
      this.#made = undefined;
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  }

  async clear(): Promise<void> {
    this.#made = undefined;
    await rm(this.#folder, { recursive: true, force: true }).catch(() => undefined);
  }

  #file(key: string): string {
    return join(this.#folder, key);
  }
}

/** A cache that keeps nothing. */
export const NO_CACHE: CacheStore = {
  get: () => Promise.resolve(undefined),
  put: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};
