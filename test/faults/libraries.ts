import { FileCache } from '../../src/cli/file-cache.ts';
import { NodeFiles } from '../../src/cli/node-files.ts';
import { CheckedCache } from '../../src/core/library/checked-cache.ts';
import { Library } from '../../src/core/library/library.ts';
import type { LibraryPorts } from '../../src/core/library/ports.ts';
import type { LibrarySnapshot } from '../../src/core/library/snapshot.ts';
import { calendarDate } from '../../src/core/calendar/calendar-date.ts';
import type { Random } from '../fixtures/random.ts';
import { sampleRegister } from '../fixtures/sample/register.ts';
import { memoryPorts, sha256, type MemoryPorts } from '../unit/library/memory-ports.ts';

/** What a session over these ports shows in the end, or when it is stopped. */
export async function session(
  ports: LibraryPorts,
  signal: AbortSignal = new AbortController().signal,
): Promise<LibrarySnapshot> {
  const library = new Library(ports, {
    registerPath: 'vendors.yaml',
    reviewFolder: 'reviews',
    depth: 'full',
  });
  try {
    return await library.refresh({ signal });
  } finally {
    library.dispose();
  }
}

/** All that a person sees of a snapshot, to be compared. */
export const shown = ({ documents, reviews, register, dossiers }: LibrarySnapshot): string =>
  JSON.stringify([documents, reviews, register, dossiers.map(({ name }) => name)]);

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

export interface OnDisk {
  readonly snapshot: LibrarySnapshot;
  /** How many files were read. */
  readonly reads: number;
}

/** Indexes a folder of fake PDFs, each of which takes a moment, with a cache in another folder. */
export async function indexOnDisk(folder: string, cache: string): Promise<OnDisk> {
  const { reader, ...ports } = memoryPorts();
  reader.delay = () => 20;
  const files = new NodeFiles(folder, { reviewFolder: 'reviews', exclude: [] });
  const snapshot = await session({
    ...ports,
    reader,
    files,
    cache: new CheckedCache(new FileCache(cache), sha256),
  });
  return { snapshot, reads: reader.reads.length };
}
