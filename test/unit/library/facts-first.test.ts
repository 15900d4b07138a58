import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import { Library } from '../../../src/core/library/library.ts';
import type { LibraryPorts, ReadOptions } from '../../../src/core/library/ports.ts';
import { inOrderOf, urgentFirst } from '../../../src/core/library/reading-order.ts';
import type { DocumentReading } from '../../../src/core/report/reading.ts';
import { FakeReader, memoryPorts, type MemoryPorts } from './memory-ports.ts';

const TODAY = calendarDate('2026-11-21');
const live = (): AbortSignal => new AbortController().signal;

/** Says which vendor's report is read how deep; reads one at a time, so that the order shows. */
class NotingReader extends FakeReader {
  override readonly threads = 0;
  readonly notes: string[] = [];

  override async read(bytes: Uint8Array<ArrayBuffer>, options: ReadOptions): Promise<DocumentReading> {
    const reading = await super.read(bytes, options);
    this.notes.push(`${options.depth} ${reading.vendor?.value ?? ''} ${reading.periodEnd?.value ?? ''}`);
    return reading;
  }
}

interface NotingPorts extends MemoryPorts {
  readonly reader: NotingReader;
}

function ports(earlier: Partial<Pick<MemoryPorts, 'files' | 'cache'>> = {}): NotingPorts {
  const all = { ...memoryPorts(earlier), reader: new NotingReader(), today: () => TODAY };
  if (earlier.files === undefined)
    all.files
      .write('a/1.pdf', { vendor: 'Punctual Ltd', end: '2026-09-30' })
      .write('b/1.pdf', { vendor: 'Late Inc', end: '2022-12-31' })
      .write('b/2.pdf', { vendor: 'Late Inc', end: '2023-12-31' })
      .write('reviews/punctual/1.md', review('Punctual Ltd', 'a/1.pdf', '2026-11-01'));
  return all;
}

const review = (vendor: string, report: string, reviewed: string): string =>
  `---\nvendor: ${vendor}\nreport: ${report}\nkind: SOC 2 Type 2\nperiod: 2025-10-01/2026-09-30\n` +
  `reviewer: Dana Petit\nreviewed: ${reviewed}\nconclusion: acceptable\n---\n`;

const libraryOver = (all: LibraryPorts): Library =>
  new Library(all, {
    registerPath: 'vendors.yaml',
    reviewFolder: 'reviews',
    depth: 'full',
    factsFirst: true,
  });

describe('a library that looks at facts first', () => {
  it('knows the facts of every file before it reads all of any, that of the vendor in need before the others', async () => {
    const all = ports();
    const library = libraryOver(all);
    let knownAfter: readonly string[] = [];
    const progress: string[] = [];
    await library.refresh({
      signal: live(),
      onProgress: (done, total, depth) => progress.push(`${depth} ${done}/${total}`),
      onKnown: () => {
        knownAfter = [...all.reader.notes];
        assert.ok(library.snapshot.documents.every(({ isFirstLook }) => isFirstLook === true));
      },
    });
    assert.deepEqual(knownAfter, [
      'facts Punctual Ltd 2026-09-30',
      'facts Late Inc 2022-12-31',
      'facts Late Inc 2023-12-31',
    ]);
    assert.deepEqual(all.reader.notes.slice(3), [
      'full Late Inc 2023-12-31',
      'full Punctual Ltd 2026-09-30',
      'full Late Inc 2022-12-31',
    ]);
    assert.ok(library.snapshot.documents.every((document) => !('isFirstLook' in document)));
    assert.ok(library.snapshot.documents.every(({ reading }) => reading.userControls.length === 1));
    assert.deepEqual([progress[0], progress[3], progress.at(-1)], ['facts 0/3', 'facts 3/3', 'full 3/3']);
  });

  it('reads what somebody waits for before everything else', async () => {
    const all = { ...ports(), urgent: () => new Set(['b/1.pdf']) };
    await libraryOver(all).refresh({ signal: live() });
    assert.equal(all.reader.notes[0], 'facts Late Inc 2022-12-31');
    assert.equal(all.reader.notes[3], 'full Late Inc 2022-12-31');
  });

  it('goes on where it was stopped, and then has nothing to do', async () => {
    const first = ports();
    const stop = new AbortController();
    await libraryOver(first).refresh({
      signal: stop.signal,
      onProgress: (done, _total, depth) => {
        if (depth === 'full' && done === 1) stop.abort();
      },
    });
    const second = ports(first);
    let isKnown = false;
    const library = libraryOver(second);
    await library.refresh({ signal: live(), onKnown: () => (isKnown = second.reader.notes.length === 0) });
    assert.ok(isKnown);
    assert.ok(second.reader.notes.every((note) => note.startsWith('full')));
    const third = ports(first);
    assert.deepEqual(
      (await libraryOver(third).refresh({ signal: live() })).documents,
      library.snapshot.documents,
    );
    assert.deepEqual(third.reader.notes, []);
  });

  it('reads each file once to read all anew, and never shows less of it meanwhile', async () => {
    const all = ports();
    const library = libraryOver(all);
    const before = await library.refresh({ signal: live() });
    all.reader.notes.length = 0;
    let wasWhole = true;
    library.onDidChange(({ documents }) => {
      wasWhole &&= documents.every((document) => !('isFirstLook' in document));
    });
    all.reader.onRead = () => {
      wasWhole &&= before.documents.every(({ path }) => library.documentAt(path)?.isFirstLook === undefined);
    };
    assert.deepEqual(await library.refresh({ signal: live(), ignoreCache: true }), before);
    assert.deepEqual(all.reader.notes.sort(), [
      'full Late Inc 2022-12-31',
      'full Late Inc 2023-12-31',
      'full Punctual Ltd 2026-09-30',
    ]);
    assert.ok(wasWhole);
  });

  it('keeps what was known when it is stopped while it reads all anew', async () => {
    const all = ports();
    const library = libraryOver(all);
    await library.refresh({ signal: live() });
    const stop = new AbortController();
    await library.refresh({
      signal: stop.signal,
      ignoreCache: true,
      onProgress: (done) => {
        if (done === 1) stop.abort();
      },
    });
    const next = ports(all);
    assert.deepEqual(
      (await libraryOver(next).refresh({ signal: live() })).documents,
      library.snapshot.documents,
    );
    assert.deepEqual(next.reader.notes, []);
  });
});

describe('the order of reading', () => {
  const items = ['a', 'b', 'c', 'd'].map((path) => ({ path }));
  const paths = (of: Iterable<{ readonly path: string }>): string => [...of].map(({ path }) => path).join('');

  it('is that of the given paths, then the files’ own', () => {
    assert.equal(paths(inOrderOf(items, ['d', 'x', 'b'])), 'dbac');
  });

  it('lets in whatever becomes urgent, each file once', () => {
    const urgent = new Set<string>(['c', 'elsewhere']);
    const seen: string[] = [];
    for (const { path } of urgentFirst(items, () => urgent)) {
      seen.push(path);
      if (seen.length === 2) urgent.add('d');
    }
    assert.equal(seen.join(''), 'cadb');
  });
});
