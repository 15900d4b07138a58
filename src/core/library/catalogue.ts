import { strFromU8, strToU8 } from 'fflate/browser';
import * as z from 'zod';
import { READER_VERSION, type ReadingDepth } from '../report/read-report.ts';
import type { CacheStore, FileEntry } from './ports.ts';
import type { CachedReading } from './reading-cache.ts';
import { readingSchema } from './reading-schema.ts';

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

/** The name of the catalogue in the cache; the number is raised when the layout of its lines changes. */
const KEY = 'catalogue-1';

/** A file written again within this time may keep its size and its time stamp, on coarse clocks. */
const CLOCK_RESOLUTION_MS = 2000;

const headSchema = z.object({ readerVersion: z.int(), limits: z.string().optional() });
const lineSchema = z.object({
  path: z.string(),
  bytes: z.number(),
  modified: z.number(),
  seen: z.number(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  depth: z.enum(['facts', 'full']) satisfies z.ZodType<ReadingDepth>,
  reading: z.unknown(),
});

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
 * All records in one entry of the cache, so that a start with nothing changed reads one file. A line for every
 * PDF: a line that is broken costs only its own file a new look. What was unreadable under other limits of the reader
 * is looked at anew.
 */
export async function loadCatalogue(
  store: CacheStore,
  limits: string | undefined,
): Promise<Map<string, CatalogueRecord>> {
  const records = new Map<string, CatalogueRecord>();
  const bytes = await store.get(KEY);
  if (bytes === undefined) return records;
  const [head = '', ...lines] = strFromU8(bytes).split('\n');
  const made = headSchema.safeParse(parseJson(head)).data;
  const sameReader = made?.readerVersion === READER_VERSION;
  for (const line of lines) {
    const record = parseLine(line, sameReader);
    if (record === undefined) continue;
    const mayBeReadable = record.read?.reading.kind === 'unreadable' && made?.limits !== limits;
    records.set(record.entry.path, mayBeReadable ? { ...record, read: undefined } : record);
  }
  return records;
}

export async function saveCatalogue(
  store: CacheStore,
  records: Iterable<ReadRecord>,
  limits: string | undefined,
): Promise<void> {
  const lines = [JSON.stringify({ readerVersion: READER_VERSION, limits })];
  for (const { entry, seen, sha256, read } of records) {
    lines.push(JSON.stringify({ ...entry, seen, sha256, ...read }));
  }
  await store.put(KEY, strToU8(lines.join('\n')));
}

function parseLine(line: string, sameReader: boolean): CatalogueRecord | undefined {
  const parsed = lineSchema.safeParse(parseJson(line)).data;
  if (parsed === undefined) return undefined;
  const { path, bytes, modified, seen, sha256, depth } = parsed;
  const reading = sameReader ? readingSchema.safeParse(parsed.reading).data : undefined;
  const read = reading === undefined ? undefined : { depth, reading };
  return { entry: { path, bytes, modified }, seen, sha256, read };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
