import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Library } from '../../../src/core/library/library.ts';
import { memoryPorts, type MemoryPorts } from './memory-ports.ts';

const libraryOver = (ports: MemoryPorts): Library =>
  new Library(ports, { registerPath: 'vendors.yaml', reviewFolder: 'reviews', depth: 'facts' });
const signal = new AbortController().signal;

const indexed = async (): Promise<MemoryPorts> => {
  const ports = memoryPorts();
  for (const letter of 'abcdef') {
    ports.files.write(`${letter}.pdf`, { vendor: `Vendor ${letter}`, end: '2025-06-30' });
  }
  await libraryOver(ports).refresh({ signal });
  return memoryPorts({ files: ports.files, cache: ports.cache });
};

const catalogueKey = (ports: MemoryPorts): string => {
  const key = [...ports.cache.entries.keys()].find((name) => name.startsWith('catalogue'));
  assert.ok(key !== undefined);
  return key;
};

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('a broken cache', () => {
  it('costs one file a hash when one line of the catalogue is broken', async () => {
    const ports = await indexed();
    const key = catalogueKey(ports);
    const lines = text(ports.cache.entries.get(key)!).split('\n');
    lines[3] = lines[3]!.slice(0, 50);
    ports.cache.entries.set(key, bytes(lines.join('\n')));
    ports.files.readPaths.length = 0;
    const snapshot = await libraryOver(ports).refresh({ signal });
    assert.equal(snapshot.documents.length, 6);
    assert.equal(ports.files.readPaths.length, 1);
    assert.deepEqual(ports.reader.reads, []);
  });

  it('costs one file a reading when its entry and its line are broken', async () => {
    const ports = await indexed();
    const key = catalogueKey(ports);
    ports.cache.entries.delete(key);
    const [entry] = [...ports.cache.entries.keys()].sort();
    ports.cache.entries.set(entry!, bytes('{"kind":"soc2","pages":"many"}'));
    const snapshot = await libraryOver(ports).refresh({ signal });
    assert.equal(snapshot.documents.length, 6);
    assert.equal(ports.reader.reads.length, 1);
  });

  it('is not believed when a line holds something else than a reading', async () => {
    const ports = await indexed();
    const key = catalogueKey(ports);
    const content = text(ports.cache.entries.get(key)!).replaceAll('"2025-06-30"', '"2025-06-31"');
    ports.cache.entries.set(key, bytes(content));
    const snapshot = await libraryOver(ports).refresh({ signal });
    assert.deepEqual(
      snapshot.documents.map(({ reading }) => reading.periodEnd?.value),
      Array.from({ length: 6 }, () => '2025-06-30'),
    );
  });

  it('of another version of the reader is read anew', async () => {
    const ports = await indexed();
    const key = catalogueKey(ports);
    const content = text(ports.cache.entries.get(key)!).replace(/"readerVersion":\d+/, '"readerVersion":0');
    ports.cache.entries.clear();
    ports.cache.entries.set(key, bytes(content));
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
    for (let writes = 0; writes <= 7; writes++) {
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
