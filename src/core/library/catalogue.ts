import { strFromU8, strToU8 } from 'fflate/browser';
import { READER_VERSION, type ReadingDepth } from '../report/read-report.ts';
import { apart, together, type ReadingFacts, type ReadingLists } from './kept-readings.ts';
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
const keyOf = (part: string): string => `catalogue-3-${part}`;

const NEWLINE = 10;

/** The part that says what is known of a content. */
export const partOf = (sha256: string): string => sha256.slice(0, 1);

/**
 * A record as it is kept. The lists of its reading lie behind all records, a line for each, and are taken apart when
 * somebody looks at one.
 */
interface KeptRecord extends FileEntry {
  readonly seen: number;
  readonly sha256: string;
  readonly depth: ReadingDepth;
  readonly facts: ReadingFacts;
}

/** Should the reader's version ever have stayed the same when a field was added. */
const FIELDS = Object.keys(READING_FIELDS).join(' ');

interface Part {
  readonly readerVersion: number;
  readonly fields: string;
  readonly limits?: string | undefined;
  readonly records: readonly KeptRecord[];
}

/** What one entry of the cache holds: a line of JSON for the part, and one for the lists of each of its records. */
interface LoadedPart extends Part {
  readonly lists: readonly Uint8Array[];
}

/** What may be anything, by the names of what it should be. */
type Unchecked<T> = Partial<Record<keyof T, unknown>> | null | undefined;

/**
 * A cache gives back what was put into it, or nothing, and this version of the reader put it: so a look at the outside
 * is enough. To check each value of a thousand readings takes longer than all the rest of a start, and a schema for
 * the outside more than a tenth of it.
 */
const isPart = (one: Unchecked<Part>): one is Part =>
  typeof one?.readerVersion === 'number' &&
  one.fields === FIELDS &&
  (one.limits === undefined || typeof one.limits === 'string') &&
  Array.isArray(one.records) &&
  one.records.every(isRecord);

const isRecord = (one: Unchecked<KeptRecord>): boolean =>
  typeof one?.path === 'string' &&
  typeof one.bytes === 'number' &&
  typeof one.modified === 'number' &&
  typeof one.seen === 'number' &&
  typeof one.sha256 === 'string' &&
  one.sha256.length === 64 &&
  (one.depth === 'facts' || one.depth === 'full') &&
  typeof one.facts === 'object' &&
  one.facts !== null &&
  'kind' in one.facts;

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
    if (part === undefined) continue;
    for (const [index, { depth, facts, seen, sha256, ...entry }] of part.records.entries()) {
      const isOutdated = part.readerVersion !== READER_VERSION;
      const mayBeReadable = facts.kind === 'unreadable' && part.limits !== limits;
      const lists = part.lists[index];
      const read =
        isOutdated || mayBeReadable || lists === undefined
          ? undefined
          : { depth, reading: together(facts, () => JSON.parse(strFromU8(lists)) as ReadingLists) };
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
  const parts = new Map<string, ReadRecord[]>([...changed].map((part) => [part, []]));
  for (const record of records) parts.get(partOf(record.sha256))?.push(record);
  for (const [part, held] of parts) await store.put(keyOf(part), strToU8(contentOf(held, limits)));
}

function contentOf(held: readonly ReadRecord[], limits: string | undefined): string {
  const records: KeptRecord[] = [];
  const lines: string[] = [];
  for (const { entry, seen, sha256, read } of held) {
    const { facts, lists } = apart(read.reading);
    records.push({ ...entry, seen, sha256, depth: read.depth, facts });
    lines.push(JSON.stringify(lists));
  }
  const part: Part = { readerVersion: READER_VERSION, fields: FIELDS, limits, records };
  return [JSON.stringify(part), ...lines].join('\n');
}

async function loadPart(store: CacheStore, part: string): Promise<LoadedPart | undefined> {
  const bytes = await store.get(keyOf(part));
  if (bytes === undefined) return undefined;
  const [first = bytes, ...lists] = linesOf(bytes);
  try {
    const known = JSON.parse(strFromU8(first)) as Unchecked<Part>;
    return isPart(known) ? { ...known, lists } : undefined;
  } catch {
    return undefined;
  }
}

/** Views of the bytes: what nobody looks at isn't even made text. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start <= bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}
