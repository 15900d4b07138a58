import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CheckedCache } from '../../../src/core/library/checked-cache.ts';
import { Library } from '../../../src/core/library/library.ts';
import { memoryPorts, sha256, type MemoryPorts } from './memory-ports.ts';

const checked = (ports: MemoryPorts): CheckedCache => new CheckedCache(ports.cache, sha256);
const libraryOver = (ports: MemoryPorts): Library =>
  new Library(
    { ...ports, cache: checked(ports) },
    { registerPath: 'vendors.yaml', reviewFolder: 'reviews', depth: 'facts' },
  );
const signal = new AbortController().signal;

const indexed = async (): Promise<MemoryPorts> => {
  const ports = memoryPorts();
  for (const letter of 'abcdef') {
    ports.files.write(`${letter}.pdf`, { vendor: `Vendor ${letter}`, end: '2025-06-30' });
  }
  await libraryOver(ports).refresh({ signal });
  return memoryPorts({ files: ports.files, cache: ports.cache });
};

/** The parts of the catalogue that have records in them. */
const catalogueKeys = (ports: MemoryPorts): string[] => {
  const keys = [...ports.cache.entries.keys()].filter((name) => name.startsWith('catalogue'));
  assert.ok(keys.length > 1);
  return keys;
};

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('a broken cache', () => {
  it('costs the files of one part of the catalogue a hash when that part is broken', async () => {
    const ports = await indexed();
    const [key] = catalogueKeys(ports);
    const content = text(ports.cache.entries.get(key!));
    const inIt = 'abcdef'.split('').filter((letter) => content.includes(`"${letter}.pdf"`));
    ports.cache.entries.set(key!, bytes(content.slice(0, -50)));
    ports.files.readPaths.length = 0;
    const snapshot = await libraryOver(ports).refresh({ signal });
    assert.equal(snapshot.documents.length, 6);
    assert.deepEqual(
      ports.files.readPaths,
      inIt.map((letter) => `${letter}.pdf`),
    );
    assert.ok(inIt.length > 0 && inIt.length < 6);
    assert.deepEqual(ports.reader.reads, []);
  });

  it('costs one file a reading when its entry and the catalogue are broken', async () => {
    const ports = await indexed();
    for (const key of catalogueKeys(ports)) ports.cache.entries.delete(key);
    const [entry] = [...ports.cache.entries.keys()].sort();
    ports.cache.entries.set(entry!, bytes('{"kind":"soc2","pages":"many"}'));
    const snapshot = await libraryOver(ports).refresh({ signal });
    assert.equal(snapshot.documents.length, 6);
    assert.equal(ports.reader.reads.length, 1);
  });

  it('is not believed when it says something else than was put into it', async () => {
    const ports = await indexed();
    for (const key of catalogueKeys(ports)) {
      const content = text(ports.cache.entries.get(key)).replaceAll('"2025-06-30"', '"2025-07-30"');
      ports.cache.entries.set(key, bytes(content));
    }
    const snapshot = await libraryOver(ports).refresh({ signal });
    assert.deepEqual(
      snapshot.documents.map(({ reading }) => reading.periodEnd?.value),
      Array.from({ length: 6 }, () => '2025-06-30'),
    );
  });

  it('that holds something else than a catalogue is as good as none', async () => {
    const ports = await indexed();
    for (const key of catalogueKeys(ports)) await checked(ports).put(key, bytes('{"records":[{"path":1}]}'));
    const snapshot = await libraryOver(ports).refresh({ signal });
    assert.equal(snapshot.documents.length, 6);
    assert.deepEqual(ports.reader.reads, []);
  });

  it('of another version of the reader is read anew', async () => {
    const ports = await indexed();
    const parts = catalogueKeys(ports).map((key) => [key, text(ports.cache.entries.get(key)).slice(64)]);
    ports.cache.entries.clear();
    for (const [key, content] of parts) {
      await checked(ports).put(key!, bytes(content!.replace(/"readerVersion":\d+/, '"readerVersion":0')));
    }
    await libraryOver(ports).refresh({ signal });
    assert.equal(ports.reader.reads.length, 6);
  });

  it('never changes the result: cut off or zeroed by a crash of the disk, anywhere', async () => {
    const whole = await libraryOver(await indexed()).refresh({ signal });
    const damage = fc.record({
      entry: fc.nat(),
      from: fc.nat(),
      length: fc.integer({ min: 1, max: 600 }),
      cut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 12 }), async (damages) => {
        const ports = await indexed();
        const keys = [...ports.cache.entries.keys()].sort();
        for (const { entry, from, length, cut } of damages) {
          const key = keys[entry % keys.length]!;
          const content = ports.cache.entries.get(key)!;
          const start = from % (content.length + 1);
          const damaged = cut ? content.slice(0, start) : content.fill(0, start, start + length);
          ports.cache.entries.set(key, damaged);
        }
        assert.deepEqual(await libraryOver(ports).refresh({ signal }), whole);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a process that is killed', () => {
  it('between any two writes leaves a cache that gives the same result', async () => {
    const reference = await libraryOver(await indexed()).refresh({ signal });
    for (let writes = 0; writes <= 12; writes++) {
      const ports = memoryPorts({ files: (await indexed()).files });
      const put = ports.cache.put.bind(ports.cache);
      let left = writes;
      ports.cache.put = (key, content) => {
        if (left-- > 0) return put(key, content);
        // The process is gone: nothing after this is written.
        return Promise.resolve();
      };
      await libraryOver(ports).refresh({ signal });
      const next = memoryPorts({ files: ports.files, cache: ports.cache });
      next.cache.put = put;
      assert.deepEqual(await libraryOver(next).refresh({ signal }), reference);
      assert.equal(next.reader.reads.length, Math.max(0, 6 - writes));
    }
  });
});

describe('a rebuilding', () => {
  it('that can’t list the folder, or is stopped until then, takes nothing away', async () => {
    for (const isStopped of [false, true]) {
      const ports = await indexed();
      const library = libraryOver(ports);
      await library.refresh({ signal });
      const stop = new AbortController();
      const list = ports.files.list.bind(ports.files);
      ports.files.list = async (given) => {
        if (!isStopped) throw new Error('the drive is away');
        stop.abort();
        return await list(given);
      };
      const rebuilt = library.refresh({ signal: stop.signal, ignoreCache: true });
      if (isStopped) await rebuilt;
      else await assert.rejects(rebuilt, /the drive is away/);
      ports.files.list = list;
      const next = memoryPorts(ports);
      await libraryOver(next).refresh({ signal });
      assert.equal(next.reader.reads.length, 0);
    }
  });
});
