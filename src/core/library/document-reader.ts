import type { ReadingDepth } from '../report/read-report.ts';
import { isUnchanged, type CatalogueRecord, type ReadRecord } from './catalogue.ts';
import { fileProblem, STILL_CHANGING, tooLarge } from './file-problem.ts';
import type { CancelSignal, FileEntry, LibraryPorts } from './ports.ts';
import { isDeepEnough, type CachedReading, type ReadingCache } from './reading-cache.ts';

export interface LookOptions {
  readonly depth: ReadingDepth;
  readonly ignoreCache: boolean;
  readonly signal: CancelSignal;
}

/**
 * What a look at a file brought: a record; or, when its bytes can't be had, why; or nothing, when it is gone.
 */
export type Look =
  | { readonly kind: 'record'; readonly record: ReadRecord }
  | { readonly kind: 'problem'; readonly entry: FileEntry; readonly reason: string }
  | { readonly kind: 'gone' };

/** How often a file is read again that changes while it is read. */
const ATTEMPTS = 3;

/**
 * Looks at single files as cheaply as certainty allows: the time stamp before the bytes, the hash before the
 * reader. Two files with the same bytes are read once.
 */
export class DocumentReader {
  readonly #ports: LibraryPorts;
  readonly #cache: ReadingCache;
  readonly #underWay = new Map<string, Promise<CachedReading>>();

  constructor(ports: LibraryPorts, cache: ReadingCache) {
    this.#ports = ports;
    this.#cache = cache;
  }

  /** Rejects only when `options.signal` is aborted. */
  async look(listed: FileEntry, known: CatalogueRecord | undefined, options: LookOptions): Promise<Look> {
    const password = await this.#ports.passwords?.(listed.path);
    if (known !== undefined && isUnchanged(known, listed)) {
      const read = await this.#kept(known.sha256, known.read, password, options);
      if (read !== undefined) return { kind: 'record', record: { ...known, read } };
    }
    return await this.#lookInside(listed, known, password, options);
  }

  async #lookInside(
    listed: FileEntry,
    known: CatalogueRecord | undefined,
    password: string | undefined,
    options: LookOptions,
  ): Promise<Look> {
    const { largestFile = Infinity } = this.#ports.reader;
    let entry = listed;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (entry.bytes > largestFile) return { kind: 'problem', entry, reason: tooLarge(largestFile) };
      const seen = Date.now();
      let bytes: Uint8Array<ArrayBuffer>;
      let after: FileEntry | undefined;
      try {
        bytes = await this.#ports.files.readBytes(entry.path);
        after = await this.#ports.files.stat(entry.path);
      } catch (error) {
        return await this.#problem(entry, error);
      }
      if (after === undefined) return { kind: 'gone' };
      if (after.bytes === entry.bytes && after.modified === entry.modified) {
        const sha256 = await this.#ports.hash(bytes);
        const same = known?.sha256 === sha256 ? known.read : undefined;
        const kept = await this.#kept(sha256, same, password, options);
        try {
          const read = kept ?? (await this.#read(sha256, bytes, password, options));
          // Reading takes seconds, and who removes a whole folder may tell only of the folder.
          if (kept === undefined && !(await this.#isStillThere(entry.path))) return { kind: 'gone' };
          return { kind: 'record', record: { entry, seen, sha256, read } };
        } catch (error) {
          if (options.signal.aborted) throw error;
          return { kind: 'problem', entry, reason: fileProblem(error) };
        }
      }
      entry = after;
    }
    return { kind: 'problem', entry, reason: STILL_CHANGING };
  }

  /** A reading of these bytes that was made before, if it answers this question. */
  async #kept(
    sha256: string,
    read: CachedReading | undefined,
    password: string | undefined,
    { depth, ignoreCache }: LookOptions,
  ): Promise<CachedReading | undefined> {
    if (ignoreCache) return undefined;
    const found =
      read !== undefined && isDeepEnough(read.depth, depth) ? read : await this.#cache.get(sha256, depth);
    // A file that could not be opened before may open with the password that is now at hand.
    return found?.reading.kind === 'unreadable' && password !== undefined ? undefined : found;
  }

  #read(
    sha256: string,
    bytes: Uint8Array<ArrayBuffer>,
    password: string | undefined,
    options: LookOptions,
  ): Promise<CachedReading> {
    const key = `${options.depth} ${sha256} ${password ?? ''}`;
    const running = this.#underWay.get(key);
    if (running !== undefined) return running;
    const reading = this.#readNow(sha256, bytes, password, options).finally(() => {
      this.#underWay.delete(key);
    });
    this.#underWay.set(key, reading);
    return reading;
  }

  async #readNow(
    sha256: string,
    bytes: Uint8Array<ArrayBuffer>,
    password: string | undefined,
    { depth, signal }: LookOptions,
  ): Promise<CachedReading> {
    const reading = await this.#ports.reader.read(bytes, {
      depth,
      signal,
      ...(password === undefined ? {} : { password }),
    });
    const read = { depth, reading };
    await this.#cache.put(sha256, read);
    return read;
  }

  async #problem(entry: FileEntry, error: unknown): Promise<Look> {
    if (!(await this.#isStillThere(entry.path))) return { kind: 'gone' };
    return { kind: 'problem', entry, reason: fileProblem(error) };
  }

  /** True also for a file that can't be asked. */
  #isStillThere(path: string): Promise<boolean> {
    return this.#ports.files.stat(path).then(
      (now) => now !== undefined,
      () => true,
    );
  }
}
