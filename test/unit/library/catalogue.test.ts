import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import fc from 'fast-check';
import {
  loadCatalogue,
  partOf,
  saveCatalogue,
  type CatalogueRecord,
  type ReadRecord,
} from '../../../src/core/library/catalogue.ts';
import { emptyReading, type DocumentReading } from '../../../src/core/report/reading.ts';
import { MemoryCache, sha256 } from './memory-ports.ts';

const reading = fc
  .record({
    texts: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }),
    printed: fc.array(fc.option(fc.string()), { maxLength: 4 }),
    isReport: fc.boolean(),
  })
  .map(({ texts, printed, isReport }): DocumentReading => ({
    ...emptyReading(isReport ? 'soc2' : 'unreadable', isReport ? null : 'It can’t be read.', 7),
    warnings: texts,
    userControls: texts.map((text) => ({ id: null, text, page: 2 })),
    untestedControls: texts.map((text) => ({ control: text, text, page: 3 })),
    testedControls: texts,
    sections: texts.map((title) => ({ kind: 'tests', title, firstPage: 1, lastPage: 7 })),
    subserviceOrganizations: texts.map((value) => ({
      value,
      page: 1,
      printedPage: null,
      quote: value,
      certainty: 'certain',
      service: null,
    })),
    printedPages: printed,
  }));

async function recordOf(number: number, read: DocumentReading): Promise<ReadRecord> {
  return {
    entry: { path: `vendors/${number}.pdf`, bytes: 100 + number, modified: 1_000 },
    seen: 9_000,
    sha256: await sha256(new TextEncoder().encode(String(number))),
    read: { depth: 'full', reading: read },
  };
}

async function kept(readings: readonly DocumentReading[], cache = new MemoryCache()) {
  const records = await Promise.all(readings.map((one, number) => recordOf(number, one)));
  await saveCatalogue(cache, records, new Set(records.map((one) => partOf(one.sha256))), undefined);
  return { cache, records };
}

const byPath = (records: Iterable<CatalogueRecord>) =>
  Object.fromEntries([...records].map((record) => [record.entry.path, record]));

const readingIn = (record: CatalogueRecord | undefined): DocumentReading => {
  assert.ok(record?.read);
  return record.read.reading;
};

describe('the catalogue', () => {
  it('gives back every record as it was, with all of its reading', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(reading, { maxLength: 40 }), async (readings) => {
        const { cache, records } = await kept(readings);
        const loaded = await loadCatalogue(cache, undefined);
        assert.deepEqual(byPath(loaded.values()), byPath(records));
      }),
      { numRuns: 40 },
    );
  });

  it('keeps what it gave back as it was', async () => {
    const readings = fc.sample(reading, { numRuns: 30, seed: 1 });
    const { cache } = await kept(readings);
    const loaded = [...(await loadCatalogue(cache, undefined)).values()];
    const again = await kept(
      loaded.sort((a, b) => a.entry.bytes - b.entry.bytes).map((record) => readingIn(record)),
    );
    assert.deepEqual(again.cache.entries, cache.entries);
  });

  it('leaves the long lists as they lie until somebody looks at them, and then takes one reading’s apart once', async () => {
    const readings = fc.sample(reading, { numRuns: 30, seed: 2 });
    const { cache } = await kept(readings);
    const parse = mock.method(JSON, 'parse');
    try {
      const loaded = await loadCatalogue(cache, undefined);
      const atStart = parse.mock.callCount();
      assert.equal(atStart, cache.entries.size);
      const one = readingIn(loaded.get('vendors/4.pdf'));
      assert.equal(one.pages, 7);
      assert.equal(parse.mock.callCount(), atStart);
      assert.deepEqual(one.userControls, readings[4]?.userControls);
      assert.deepEqual(one.printedPages, readings[4]?.printedPages);
      assert.equal(one.sections, one.sections);
      assert.equal(parse.mock.callCount(), atStart + 1);
    } finally {
      parse.mock.restore();
    }
  });

  it('takes nothing for a reading whose lists are missing', async () => {
    const { cache, records } = await kept(fc.sample(reading, { numRuns: 1, seed: 3 }));
    const [[key, bytes] = assert.fail()] = [...cache.entries];
    cache.entries.set(key, bytes.slice(0, bytes.indexOf('\n'.charCodeAt(0))));
    const [record] = (await loadCatalogue(cache, undefined)).values();
    assert.equal(record?.sha256, records[0]?.sha256);
    assert.equal(record?.read, undefined);
  });
});
