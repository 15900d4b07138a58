import { appendFile, readdir, writeFile } from 'node:fs/promises';
import { FileCache } from '../../src/cli/file-cache.ts';
import { NodeFiles } from '../../src/cli/node-files.ts';
import { CheckedCache } from '../../src/core/library/checked-cache.ts';
import { Library } from '../../src/core/library/library.ts';
import { compareText } from '../../src/core/library/order.ts';
import type { CacheStore, LibraryPorts } from '../../src/core/library/ports.ts';
import type { ReadingDepth } from '../../src/core/report/read-report.ts';
import type { LibrarySnapshot } from '../../src/core/library/snapshot.ts';
import { calendarDate } from '../../src/core/calendar/calendar-date.ts';
import type { Random } from '../fixtures/random.ts';
import { sampleRegister } from '../fixtures/sample/register.ts';
import { memoryPorts, sha256, type FakeReader, type MemoryPorts } from '../unit/library/memory-ports.ts';

/** What a session over these ports shows in the end, or when it is stopped. */
export async function session(
  ports: LibraryPorts,
  signal: AbortSignal = new AbortController().signal,
  depth: ReadingDepth = 'full',
): Promise<LibrarySnapshot> {
  const library = new Library(ports, { registerPath: 'vendors.yaml', reviewFolder: 'reviews', depth });
  try {
    return await library.refresh({ signal });
  } finally {
    library.dispose();
  }
}

/** The same text for the same values, in whatever order an object's properties stand. */
export const textOf = (value: unknown): string =>
  JSON.stringify(value, (_key, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => compareText(a, b)))
      : one,
  );

/** All that a person sees of a snapshot, to be compared. */
export const shown = ({ documents, reviews, register, dossiers }: LibrarySnapshot): string =>
  textOf([documents, reviews, register, dossiers.map(({ name }) => name)]);

/** Some reports, a register and reviews, in memory. */
export function someFiles(random: Random): MemoryPorts {
  const ports = memoryPorts();
  for (let file = random.int(2, 8); file > 0; file--) {
    ports.files.write(`vendors/${file}.pdf`, { vendor: `Vendor ${file}`, end: '2025-09-30' });
    ports.files.write(
      `reviews/vendor-${file}/2025.md`,
      `---\nvendor: Vendor ${file}\nreport: vendors/${file}.pdf\n---\nA note.\n`,
    );
  }
  ports.files.write('vendors.yaml', sampleRegister(calendarDate('2026-11-21')));
  return ports;
}

/** What an index does next, or has just done, told to whoever may stop it there. */
export type Step = 'reads' | 'writes' | 'has written half' | 'has written all' | 'keeps a reading';

/** Writes as the cache does, in two halves. */
const writingInHalves =
  (reach: (step: Step) => void): typeof writeFile =>
  async (file, data, options) => {
    if (!(data instanceof Uint8Array)) throw new TypeError('The cache writes bytes.');
    const half = data.length >> 1;
    reach('writes');
    await writeFile(file, data.subarray(0, half), options);
    reach('has written half');
    await appendFile(file, data.subarray(half));
    reach('has written all');
  };

/** The cache that a window or the command line has in a folder. */
export function cacheIn(folder: string, reach?: (step: Step) => void): CacheStore {
  if (reach === undefined) return new CheckedCache(new FileCache(folder), sha256);
  const cache = new CheckedCache(new FileCache(folder, writingInHalves(reach)), sha256);
  return {
    get: (key) => cache.get(key),
    put: async (key, bytes) => {
      await cache.put(key, bytes);
      if (key.startsWith('reading-')) reach('keeps a reading');
    },
    clear: () => cache.clear(),
  };
}

/** The ports of a window on a folder of fake PDFs, each of which takes a moment. */
export function windowOn(
  folder: string,
  cache: string,
  reach?: (step: Step) => void,
): LibraryPorts & { readonly reader: FakeReader } {
  const { reader, ...ports } = memoryPorts();
  reader.delay = () => 20;
  reader.onRead = () => reach?.('reads');
  const files = new NodeFiles(folder, { reviewFolder: 'reviews', exclude: [] });
  return { ...ports, reader, files, cache: cacheIn(cache, reach) };
}

export interface OnDisk {
  readonly snapshot: LibrarySnapshot;
  /** How many files were read. */
  readonly reads: number;
}

/** Indexes a folder of fake PDFs with a cache in another folder. */
export async function indexOnDisk(
  folder: string,
  cache: string,
  reach?: (step: Step) => void,
): Promise<OnDisk> {
  const ports = windowOn(folder, cache, reach);
  const snapshot = await session(ports);
  return { snapshot, reads: ports.reader.reads.length };
}

/** The entries of a cache that are not what was put there: parts, mixtures. */
export async function partsIn(cache: string): Promise<string[]> {
  const store = cacheIn(cache);
  const parts: string[] = [];
  for (const name of await readdir(cache).catch(() => [])) {
    if (!name.endsWith('.tmp') && (await store.get(name)) === undefined) parts.push(name);
  }
  return parts;
}
