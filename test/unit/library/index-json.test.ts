import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import { indexJson, type IndexJson } from '../../../src/core/library/index-json.ts';
import { Library } from '../../../src/core/library/library.ts';
import { SCHEMAS, schemaFile, schemaText } from '../../schemas/write-schemas.ts';
import { fact, memoryPorts } from './memory-ports.ts';

const asOf = calendarDate('2026-11-21');
const signal = new AbortController().signal;

// The schema's pattern says what a date is; its format only names it.
const validate = new Ajv2020({ allErrors: true, formats: { date: true } }).compile(
  JSON.parse(await readFile(schemaFile('index.schema.json'), 'utf8')) as object,
);
const assertValid = (json: IndexJson): void => {
  const valid = validate(JSON.parse(JSON.stringify(json)));
  assert.ok(valid, JSON.stringify(validate.errors, null, 2));
};

/** A library with a vendor of every sort, and every field of a reading filled in once. */
async function library(): Promise<IndexJson> {
  const ports = memoryPorts();
  ports.files
    .write(
      'vendors.yaml',
      'vendors:\n  - name: Interlude\n    aliases: [Interlude Holding]\n  - name: No Report Ltd\n',
    )
    .write('b/report.pdf', { vendor: 'Interlude Holding N.V.', end: '2025-09-30' })
    .write('a/letter.pdf', { vendor: 'Quarry', kind: 'bridge-letter' })
    .write('a/certificate.pdf', { kind: 'not-soc' })
    .write('reviews/interlude/2025-09-30-soc2.md', '---\nvendor: Interlude\n---\n');
  ports.files.unlisted.push({ path: 'c/link.pdf', reason: 'The link leads nowhere.' });
  const read = ports.reader.read.bind(ports.reader);
  ports.reader.read = async (bytes, options) => {
    const reading = await read(bytes, options);
    if (reading.kind !== 'soc2') return reading;
    return {
      ...reading,
      standard: fact('SSAE 21'),
      vendorAliases: [fact('Interlude')],
      system: fact('Colocation'),
      auditor: fact('Baker & Finch LLP'),
      reportDate: fact(calendarDate('2025-11-20')),
      periodStart: fact(calendarDate('2024-10-01')),
      asOfDate: null,
      categories: [fact('Security' as const)],
      opinion: fact('qualified' as const),
      opinionMatter: fact('Access reviews were late.'),
      subserviceOrganizations: [{ ...fact('Example Cloud'), service: 'hosting' }],
      subserviceMethod: fact('carve-out' as const),
      userControls: [{ id: 'CUEC-1', text: 'Users are removed.', page: 31 }],
      testExceptions: [
        {
          control: 'CC6.2',
          text: 'For 2 of the 25 terminations tested, access was removed late.',
          page: 77,
          sample: { deviations: 2, tested: 25 },
          managementResponse: { text: 'Automated since.', page: 78, section: 'tests' },
        },
      ],
      untestedControls: [{ control: null, text: 'No incidents occurred.', page: 70 }],
      facilities: [{ ...fact('Brussels'), inScope: true }],
      bridge: {
        from: fact(calendarDate('2025-10-01')),
        through: null,
        reportPeriodEnd: null,
        changes: fact('none'),
        signer: null,
      },
      sections: [{ kind: 'cover', title: '', firstPage: 1, lastPage: 1 }],
      imagePages: [2],
      absences: { auditor: 'on an image page 2' },
      warnings: ['Cover and opinion disagree.'],
    };
  };
  const snapshot = await new Library(ports, {
    registerPath: 'vendors.yaml',
    reviewFolder: 'reviews',
    depth: 'full',
  }).refresh({ signal });
  return indexJson(snapshot, asOf, '.');
}

describe('the published schemas', () => {
  for (const name of Object.keys(SCHEMAS)) {
    it(`${name} is what \`npm run schemas\` writes`, async () => {
      assert.equal(await readFile(schemaFile(name), 'utf8'), await schemaText(name));
    });
  }
});

describe('the index as JSON', () => {
  it('fits its schema, with every field filled in', async () => {
    assertValid(await library());
  });

  it('lists every document in path order and every vendor by name', async () => {
    const { schemaVersion, root, documents, vendors } = await library();
    assert.equal(schemaVersion, 1);
    assert.equal(root, '.');
    assert.deepEqual(
      documents.map(({ path, kind, reason }) => [path, kind, reason]),
      [
        ['a/certificate.pdf', 'not-soc', 'A certificate.'],
        ['a/letter.pdf', 'bridge-letter', null],
        ['b/report.pdf', 'soc2', null],
        ['c/link.pdf', 'unreadable', 'The link leads nowhere.'],
      ],
    );
    assert.deepEqual(
      vendors.map(({ id, name, registered, reports, bridgeLetters, reviews }) => ({
        ...{ id, name, registered, reports, bridgeLetters, reviews },
      })),
      [
        {
          id: 'interlude',
          name: 'Interlude',
          registered: true,
          reports: ['b/report.pdf'],
          bridgeLetters: [],
          reviews: ['reviews/interlude/2025-09-30-soc2.md'],
        },
        {
          id: 'no-report',
          name: 'No Report Ltd',
          registered: true,
          reports: [],
          bridgeLetters: [],
          reviews: [],
        },
        {
          id: 'quarry',
          name: 'Quarry',
          registered: false,
          reports: [],
          bridgeLetters: ['a/letter.pdf'],
          reviews: [],
        },
      ],
    );
  });

  it('gives the properties of a document in the order of the contract', async () => {
    const { documents } = await library();
    const first = ['path', 'sha256', 'bytes', 'pages', 'kind', 'reason', 'type', 'standard', 'vendor'];
    for (const document of documents) assert.deepEqual(Object.keys(document).slice(0, first.length), first);
  });

  it('gives reasons as text and dates as ISO', async () => {
    const { vendors, asOf: day } = await library();
    assert.equal(day, '2026-11-21');
    for (const { standing } of vendors) {
      assert.ok(standing.reasons.length > 0);
      for (const reason of standing.reasons) assert.equal(typeof reason, 'string');
    }
  });

  it('of an empty folder is complete and empty', async () => {
    const ports = memoryPorts();
    const options = { registerPath: 'vendors.yaml', reviewFolder: 'reviews', depth: 'full' } as const;
    const json = indexJson(await new Library(ports, options).refresh({ signal }), asOf, '.');
    assertValid(json);
    assert.deepEqual(json, { schemaVersion: 1, asOf: '2026-11-21', root: '.', documents: [], vendors: [] });
  });
});
