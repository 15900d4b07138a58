import { strFromU8, strToU8 } from 'fflate/browser';
import * as z from 'zod';
import { READER_VERSION, type ReadingDepth } from '../report/read-report.ts';
import type { DocumentReading } from '../report/reading.ts';
import type { CacheStore, FileEntry } from './ports.ts';
import type { CachedReading } from './reading-cache.ts';
import { READING_FIELDS } from './reading-schema.ts';

/** What is known of one file's content since it was last looked at. */
export interface CatalogueRecord {
  /** The file's state at that time. */
  readonly entry: FileEntry;
  /** When that was, in milliseconds since 1970. */
  readonly seen: number;
  readonly sha256: string;
  /** Undefined when the content was read by another version of the reader. */
  readonly read: CachedReading | undefined;
}

export type ReadRecord = CatalogueRecord & { readonly read: CachedReading };

export const wasRead = (record: CatalogueRecord): record is ReadRecord => record.read !== undefined;

/** A file written again within this time may keep its size and its time stamp, on coarse clocks. */
const CLOCK_RESOLUTION_MS = 2000;

/**
 * The catalogue lies in so many entries of the cache, told apart by the first digit of the files' hashes: none takes
 * long to take apart, and a change rewrites one. The number is raised when their layout changes.
 */
const PARTS = Array.from({ length: 16 }, (_, digit) => digit.toString(16));
const keyOf = (part: string): string => `catalogue-2-${part}`;

/** The part that says what is known of a content. */
export const partOf = (sha256: string): string => sha256.slice(0, 1);

/** A record as it is kept. */
interface KeptRecord extends FileEntry {
  readonly seen: number;
  readonly sha256: string;
  readonly depth: ReadingDepth;
  readonly reading: DocumentReading;
}

/**
 * A cache gives back what was put into it, or nothing, and this version of the reader put it: so a look at the outside
 * is enough. To check each value of a thousand readings takes longer than all the rest of a start, and a schema for
 * the outside a tenth of it.
 */
const areRecords = (value: unknown): boolean => Array.isArray(value) && value.every(isRecord);

const isRecord = (one: Partial<Record<keyof KeptRecord, unknown>> | null): boolean =>
  typeof one?.path === 'string' &&
  typeof one.bytes === 'number' &&
  typeof one.modified === 'number' &&
  typeof one.seen === 'number' &&
  typeof one.sha256 === 'string' &&
  one.sha256.length === 64 &&
  (one.depth === 'facts' || one.depth === 'full') &&
  typeof one.reading === 'object' &&
  one.reading !== null &&
  'kind' in one.reading;

/** Should the reader's version ever have stayed the same when a field was added. */
const FIELDS = Object.keys(READING_FIELDS).join(' ');

const partSchema = z.object({
  readerVersion: z.int(),
  fields: z.literal(FIELDS),
  limits: z.string().optional(),
  records: z.custom<readonly KeptRecord[]>(areRecords),
});
type Part = z.infer<typeof partSchema>;

/**
 * True when the file is as the record saw it, as far as its size and time stamp tell. A file that had only just
 * been written when it was looked at may have changed since without either showing it, so it is not trusted.
 */
export function isUnchanged(record: CatalogueRecord, entry: FileEntry): boolean {
  const { bytes, modified } = record.entry;
  return (
    bytes === entry.bytes &&
    modified === entry.modified &&
    Math.abs(record.seen - modified) >= CLOCK_RESOLUTION_MS
  );
}

/**
 * All records, so that a start with nothing changed reads a handful of files. What was unreadable under other limits
 * of the reader is looked at anew.
 */
export async function loadCatalogue(
  store: CacheStore,
  limits: string | undefined,
): Promise<Map<string, CatalogueRecord>> {
  const records = new Map<string, CatalogueRecord>();
  for (const part of await Promise.all(PARTS.map((one) => loadPart(store, one)))) {
    for (const { depth, reading, seen, sha256, ...entry } of part?.records ?? []) {
      const isOutdated = part?.readerVersion !== READER_VERSION;
      const mayBeReadable = reading.kind === 'unreadable' && part?.limits !== limits;
      const read = isOutdated || mayBeReadable ? undefined : { depth, reading };
      records.set(entry.path, { entry, seen, sha256, read });
    }
  }
  return records;
}

/** Writes those parts of the catalogue in which something has changed. */
export async function saveCatalogue(
  store: CacheStore,
  records: Iterable<ReadRecord>,
  changed: ReadonlySet<string>,
  limits: string | undefined,
): Promise<void> {
  const parts = new Map<string, KeptRecord[]>([...changed].map((part) => [part, []]));
  for (const { entry, seen, sha256, read } of records) {
    parts.get(partOf(sha256))?.push({ ...entry, seen, sha256, ...read });
  }
  for (const [part, held] of parts) {
    const content: Part = { readerVersion: READER_VERSION, fields: FIELDS, limits, records: held };
    await store.put(keyOf(part), strToU8(JSON.stringify(content)));
  }
}

async function loadPart(store: CacheStore, part: string): Promise<Part | undefined> {
  const bytes = await store.get(keyOf(part));
  if (bytes === undefined) return undefined;
  try {
    return partSchema.safeParse(JSON.parse(strFromU8(bytes))).data;
  } catch {
    return undefined;
  }
}
