import { strFromU8, strToU8 } from 'fflate/browser';
import { READER_VERSION, type ReadingDepth } from '../report/read-report.ts';
import type { DocumentReading } from '../report/reading.ts';
import type { CacheStore } from './ports.ts';
import { readingSchema } from './reading-schema.ts';

/** A reading with the depth that it was made at. */
export interface CachedReading {
  readonly depth: ReadingDepth;
  readonly reading: DocumentReading;
}

/** True when a reading of depth `had` answers a question of depth `wanted`. */
export const isDeepEnough = (had: ReadingDepth, wanted: ReadingDepth): boolean =>
  had === 'full' || wanted === 'facts';

/**
 * Readings by the content of the file that they were read from, whatever its name and place. Every entry stands
 * alone: one that is broken or made by another version of the reader is as good as none.
 */
export class ReadingCache {
  readonly #store: CacheStore;

  constructor(store: CacheStore) {
    this.#store = store;
  }

  /** The deepest reading that is at least as deep as `wanted`. */
  async get(sha256: string, wanted: ReadingDepth): Promise<CachedReading | undefined> {
    const full = await this.#entry(sha256, 'full');
    return full ?? (wanted === 'facts' ? await this.#entry(sha256, 'facts') : undefined);
  }

  /** What can't be read is kept by its path only: whether it can be depends on more than its bytes. */
  async put(sha256: string, { depth, reading }: CachedReading): Promise<void> {
    if (reading.kind === 'unreadable') return;
    await this.#store.put(key(sha256, depth), strToU8(JSON.stringify(reading)));
  }

  async #entry(sha256: string, depth: ReadingDepth): Promise<CachedReading | undefined> {
    const bytes = await this.#store.get(key(sha256, depth));
    const reading = bytes === undefined ? undefined : parseReading(bytes);
    return reading === undefined ? undefined : { depth, reading };
  }
}

const key = (sha256: string, depth: ReadingDepth): string =>
  `reading-${String(READER_VERSION)}-${depth}-${sha256}`;

function parseReading(bytes: Uint8Array): DocumentReading | undefined {
  try {
    return readingSchema.safeParse(JSON.parse(strFromU8(bytes))).data;
  } catch {
    return undefined;
  }
}
