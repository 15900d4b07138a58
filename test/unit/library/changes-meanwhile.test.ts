import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { Library } from '../../../src/core/library/library.ts';
import type {
  CancelSignal,
  FileListing,
  LibraryPorts,
  ReadOptions,
} from '../../../src/core/library/ports.ts';
import type { LibrarySnapshot } from '../../../src/core/library/snapshot.ts';
import type { DocumentReading } from '../../../src/core/report/reading.ts';
import { FakeReader, MemoryFiles, memoryPorts, type MemoryPorts } from './memory-ports.ts';

const live = (): AbortSignal => new AbortController().signal;

const libraryOver = (ports: LibraryPorts): Library =>
  new Library(ports, {
    registerPath: 'vendors.yaml',
    reviewFolder: 'reviews',
    depth: 'full',
    factsFirst: true,
  });

const names = (snapshot: LibrarySnapshot): string[] => snapshot.dossiers.map(({ name }) => name);

/** Says when it has begun to read, and goes on when it is let. */
class HeldReader extends FakeReader {
  letGo!: () => void;
  readonly begun: Promise<void>;
  #begin!: () => void;
  readonly #go = new Promise<void>((resolve) => (this.letGo = resolve));

  constructor() {
    super();
    this.begun = new Promise((resolve) => (this.#begin = resolve));
  }

  override async read(bytes: Uint8Array<ArrayBuffer>, options: ReadOptions): Promise<DocumentReading> {
    this.#begin();
    await this.#go;
    return await super.read(bytes, options);
  }
}

interface Held {
  readonly ports: MemoryPorts & { readonly reader: HeldReader };
  readonly library: Library;
}

function held(): Held {
  const ports = { ...memoryPorts(), reader: new HeldReader() };
  return { ports, library: libraryOver(ports) };
}

const writeReport = ({ files }: MemoryPorts): void => {
  files.write('a.pdf', { vendor: 'Alder Payments LLC', end: '2024-12-31' });
};

/** A library whose only report is being read. */
async function reading(): Promise<Held & { readonly refresh: Promise<LibrarySnapshot> }> {
  const { ports, library } = held();
  writeReport(ports);
  const refresh = library.refresh({ signal: live() });
  await ports.reader.begun;
  return { ports, library, refresh };
}

/** An empty library into which a report came that is being read. */
async function readingLater(): Promise<Held & { readonly came: Promise<void> }> {
  const { ports, library } = held();
  await library.refresh({ signal: live() });
  writeReport(ports);
  const came = library.filesChanged(['a.pdf'], live());
  await ports.reader.begun;
  return { ports, library, came };
}

describe('while reports are read', () => {
  it('the register and the reviews are followed at once', async () => {
    const { ports, library, refresh } = await reading();
    ports.files.write('vendors.yaml', 'vendors:\n  - name: Cedar Mail\n');
    await library.filesChanged(['vendors.yaml'], live());
    assert.deepEqual(names(library.snapshot), ['Cedar Mail']);
    ports.files.write('reviews/cedar-mail/2024-12-31.md', '---\nvendor: Cedar Mail\n---\n');
    await library.filesChanged(['reviews/cedar-mail/2024-12-31.md'], live());
    assert.equal(library.snapshot.dossiers[0]?.reviews.length, 1);
    ports.reader.letGo();
    assert.deepEqual(names(await refresh), ['Alder Payments LLC', 'Cedar Mail']);
  });

  it('nor do they wait for reports that came later', async () => {
    const { ports, library, came } = await readingLater();
    ports.files.write('vendors.yaml', 'vendors:\n  - name: Cedar Mail\n');
    await library.filesChanged(['vendors.yaml'], live());
    assert.deepEqual(names(library.snapshot), ['Cedar Mail']);
    ports.reader.letGo();
    await came;
    assert.deepEqual(names(library.snapshot), ['Alder Payments LLC', 'Cedar Mail']);
  });

  it('a report that is removed is not listed, though nobody tells of it', async () => {
    const { ports, library, came } = await readingLater();
    ports.files.remove('a.pdf');
    ports.reader.letGo();
    await came;
    assert.deepEqual(library.snapshot.documents, []);
  });

  it('a report that is gone from the next listing is not listed', async () => {
    const { ports, library, came } = await readingLater();
    const refresh = library.refresh({ signal: live() });
    // It lies where nobody looks any more.
    ports.files.list = () => Promise.resolve({ pdfs: [], reviews: [], unlisted: [] });
    ports.reader.letGo();
    await Promise.all([came, refresh]);
    assert.deepEqual(library.snapshot.documents, []);
  });

  it('a report that comes is listed, and one that goes is not', async () => {
    const { ports, library, refresh } = await reading();
    ports.files.write('b.pdf', { vendor: 'Brightfield Hosting, Inc.', end: '2025-09-30' });
    const came = library.filesChanged(['b.pdf'], live());
    ports.files.remove('a.pdf');
    const went = library.filesChanged(['a.pdf'], live());
    ports.reader.letGo();
    await Promise.all([came, went, refresh]);
    assert.deepEqual(names(library.snapshot), ['Brightfield Hosting, Inc.']);
  });

  it('a report that changes under the reader’s hands ends as it is now', async () => {
    const { ports, library, refresh } = await reading();
    ports.files.write('a.pdf', { vendor: 'Renamed Hosting', end: '2025-12-31' });
    const changed = library.filesChanged(['a.pdf'], live());
    ports.reader.letGo();
    await Promise.all([changed, refresh]);
    assert.deepEqual(names(library.snapshot), ['Renamed Hosting']);
  });

  it('what is cancelled leaves what was asked for after it alone', async () => {
    const { ports, library, refresh } = await reading();
    const controller = new AbortController();
    ports.files.write('b.pdf', { vendor: 'Brightfield Hosting, Inc.', end: '2025-09-30' });
    const cancelled = library.filesChanged(['b.pdf'], controller.signal);
    ports.files.write('c.pdf', { vendor: 'Cedar Mail', end: '2025-09-30' });
    const kept = library.filesChanged(['c.pdf'], live());
    controller.abort();
    ports.reader.letGo();
    await Promise.all([cancelled, kept, refresh]);
    assert.ok(names(library.snapshot).includes('Cedar Mail'));
  });
});

/** Lists what is there when it is asked, and takes its time to say so. */
class SlowFiles extends MemoryFiles {
  turns = 0;

  override async list(signal: CancelSignal): Promise<FileListing> {
    const listing = await super.list(signal);
    for (let left = this.turns; left > 0; left--) await turn();
    return listing;
  }
}

const place = fc.constantFrom('a.pdf', 'b.pdf', 'x/c.pdf', 'vendors.yaml', 'reviews/alder/1.md');
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ write: place, version: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 3, arbitrary: fc.record({ remove: place }) },
  { weight: 3, arbitrary: fc.record({ wait: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 1, arbitrary: fc.constant({ refresh: true as const }) },
  // Where nobody tells of changes, as on some network drives, a person has the folder looked at again.
  { weight: 1, arbitrary: fc.record({ removeUntold: place }) },
  { weight: 1, arbitrary: fc.record({ writeUntold: place, version: fc.integer({ min: 1, max: 9 }) }) },
);

function write(files: MemoryFiles, path: string, version: number): void {
  if (path.endsWith('.pdf'))
    files.write(path, { vendor: `Vendor ${version}`, end: `202${version % 6}-06-30` });
  else if (path.endsWith('.md')) files.write(path, `---\nvendor: Vendor ${version}\n---\n`);
  else files.write(path, `vendors:\n  - name: Vendor ${version}\n`);
}

const at = ({ path }: { readonly path: string }): string => path;

const shown = ({ documents, register, reviews, dossiers, unassigned }: LibrarySnapshot): unknown => ({
  documents,
  vendors: register.vendors.map(({ name }) => name),
  reviews: reviews.map(({ path, record }) => [path, record?.vendor]),
  dossiers: dossiers.map((one) => [
    one.name,
    one.reports.map(at),
    one.unreadable.map(at),
    one.reviews.map(at),
  ]),
  unassigned: unassigned.map(at),
});

describe('however files change while they are listed and read', () => {
  it('the library ends as one that meets them as they are at last', async () => {
    const delays = fc.record({ list: fc.nat(6), read: fc.nat(8) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), delays, async (steps, { list, read }) => {
        const files = new SlowFiles();
        files.turns = list;
        for (const path of ['a.pdf', 'b.pdf', 'vendors.yaml']) write(files, path, 1);
        const ports = memoryPorts({ files });
        ports.reader.delay = ({ vendor = '' }) => (read * vendor.length) % 9;
        const library = libraryOver(ports);
        const work: Promise<unknown>[] = [library.refresh({ signal: live() })];
        for (const one of steps) {
          if ('wait' in one) for (let left = one.wait; left > 0; left--) await turn();
          else if ('refresh' in one) work.push(library.refresh({ signal: live() }));
          else if ('removeUntold' in one) {
            files.remove(one.removeUntold);
            work.push(library.refresh({ signal: live() }));
          } else if ('writeUntold' in one) {
            write(files, one.writeUntold, one.version);
            work.push(library.refresh({ signal: live() }));
          } else {
            const path = 'write' in one ? one.write : one.remove;
            if ('write' in one) write(files, path, one.version);
            else files.remove(path);
            work.push(library.filesChanged([path], live()));
          }
        }
        await Promise.all(work);
        files.turns = 0;
        const afresh = await libraryOver(memoryPorts({ files })).refresh({ signal: live() });
        assert.deepEqual(shown(library.snapshot), shown(afresh));
      }),
      { numRuns: 300 },
    );
  });
});
