import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import Papa from 'papaparse';
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import { planImport } from '../../../src/core/register/exchange/plan-import.ts';
import { readVendorTable } from '../../../src/core/register/exchange/read-table.ts';
import { dateOrderOf, parseTableDate } from '../../../src/core/register/exchange/table-dates.ts';
import { vendorTable } from '../../../src/core/register/exchange/write-table.ts';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import { UneditableError } from '../../../src/core/register/yaml-edit.ts';
import { review } from '../standing/samples.ts';

const TODAY = calendarDate('2026-11-21');
const table = (csv: string, order?: 'day-first' | 'month-first') =>
  readVendorTable(Papa.parse<string[]>(csv.trim()).data, TODAY, order);

describe('a table of vendors', () => {
  it('is read by its headings, in English and German, and by the words that people use', () => {
    const english =
      table(`Supplier;Criticality;Business Owner;Serves;Last review date;Reviewed by;Result;Cost centre
"Northlake; Inc.";Medium;dana@example.com;customers;31.12.2025;Dana;approved;4711`);
    const german = table(`Lieferant,Kritikalität,Verantwortlich,Dient,Letzte Prüfung,Geprüft von,Ergebnis
"Northlake; Inc.",mittel,dana@example.com,Kunden,2025-12-31,Dana,genehmigt`);
    const vendor = {
      name: 'Northlake; Inc.',
      serves: 'clients',
      tier: 'moderate',
      owner: 'dana@example.com',
    };
    const reviewed = { reviewed: '2025-12-31', reviewer: 'Dana', conclusion: 'acceptable', nextReview: null };
    for (const read of [english, german]) {
      assert.deepEqual(read.notes, []);
      assert.deepEqual(read.vendors, [{ row: 2, vendor, review: reviewed }]);
    }
    assert.deepEqual(english.unknown, ['Cost centre']);
  });

  it('keeps what it understands of a row, and says of the rest why it is left out', () => {
    const read = table(`Name;Tier;Since;Last review;Next review
Northlake;Platinum;soon;2027-01-01;
;high;;;
Lakeside;n/a;30/02/2025;2025-01-10;2024-01-10
Birch;;;;2027-01-01`);
    assert.deepEqual(
      read.vendors.map(({ vendor }) => vendor),
      [{ name: 'Northlake' }, { name: 'Lakeside' }, { name: 'Birch' }],
    );
    assert.deepEqual(
      read.notes.map(({ row, message }) => `${row}: ${message}`),
      [
        '2: The tier "Platinum" is none of critical, high, moderate, low; it is left out.',
        '2: The since "soon" is no date; it is left out.',
        '2: The last review 2027-01-01 lies in the future; it is left out.',
        '3: The row names no vendor; it is left out.',
        '4: The since "30/02/2025" is no date; it is left out.',
        '4: The next review 2024-01-10 is not after the last one; it is left out.',
        '5: It has a next review and no last one; a next review is set with a review, so it is left out.',
      ],
    );
  });

  it('never guesses which of two days a date is', () => {
    const ambiguous = 'Name,Last review\nNorthlake,03/04/2025';
    assert.equal(table(ambiguous).ambiguousDate, '03/04/2025');
    assert.equal(table(ambiguous).vendors[0]?.review, null);
    assert.equal(table(ambiguous, 'day-first').vendors[0]?.review?.reviewed, '2025-04-03');
    assert.equal(table(ambiguous, 'month-first').vendors[0]?.review?.reviewed, '2025-03-04');
    const told = table(`${ambiguous}\nLakeside,12/31/2024`);
    assert.equal(told.vendors[0]?.review?.reviewed, '2025-03-04');
    assert.equal(dateOrderOf(['31/12/2025', '12/31/2025']), 'unknown');
    assert.deepEqual(parseTableDate('2025-12-31 00:00:00', 'unknown'), { date: '2025-12-31' });
    assert.deepEqual(parseTableDate('3.4.2025', 'month-first'), { date: '2025-04-03' });
    assert.deepEqual(parseTableDate('05/05/2025', 'unknown'), { date: '2025-05-05' });
  });
});

const REGISTER = `# Ours
vendors:
  - name: Northlake # since forever
    tier:   low  # for now
    aliases:
      - Northlake Holding  # parent
  # the payroll
  - name: Lakeside
`;

describe('the plan of an import', () => {
  it('matches the vendors that there are, shows what changes, and keeps everything else', () => {
    const plan = planImport(
      REGISTER,
      table(`Name;Also known as;Tier;Owner;Last review
NORTHLAKE HOLDING, Inc.;Lake North;high;dana;2025-01-10
Lakeside LLC;;critical;lee;
Birch;;low;;2024-03-01
birch gmbh;Birch Hosting;high;dana;2025-03-01
Northlake;;;;2024-01-10`),
    );
    assert.deepEqual(plan.added, ['Birch']);
    assert.deepEqual(plan.changed, [
      {
        name: 'Northlake',
        changes: [
          { field: 'tier', from: 'low', to: 'high' },
          { field: 'owner', from: null, to: 'dana' },
          { field: 'aliases', from: 'Northlake Holding', to: 'Northlake Holding; Lake North' },
        ],
      },
      {
        name: 'Lakeside',
        changes: [
          { field: 'tier', from: null, to: 'critical' },
          { field: 'owner', from: null, to: 'lee' },
        ],
      },
    ]);
    assert.equal(
      plan.text,
      `# Ours
vendors:
  - name: Northlake # since forever
    tier:   high  # for now
    owner: dana
    aliases:
      - Northlake Holding  # parent
      - Lake North
  # the payroll
  - name: Lakeside
    tier: critical
    owner: lee
  - name: Birch
    aliases: [Birch Hosting]
    tier: low
    owner: dana
`,
    );
    assert.deepEqual(
      plan.reviews.map(({ vendor, reviewed }) => [vendor, reviewed]),
      [
        ['Northlake', '2025-01-10'],
        ['Birch', '2024-03-01'],
        ['Birch', '2025-03-01'],
        ['Northlake', '2024-01-10'],
      ],
    );
  });

  it('changes nothing for a table that says what the register says', () => {
    const plan = planImport(REGISTER, table('Name,Tier\nNorthlake,low\nLakeside,'));
    assert.deepEqual([plan.text, plan.unchanged], [REGISTER, ['Northlake', 'Lakeside']]);
  });

  it('gives no vendor the name of another, and says so', () => {
    const plan = planImport(REGISTER, table('Name,Aliases\nNorthlake,Lakeside; Lake North'));
    assert.deepEqual(parseRegister(plan.text).vendors[0]?.aliases, ['Northlake Holding', 'Lake North']);
    assert.deepEqual(plan.notes, [{ row: 2, message: '"Lakeside" already means Lakeside; it is left out.' }]);
  });

  it('is refused for a register with errors', () => {
    assert.throws(() => planImport('vendors: [', table('Name\nBirch')), UneditableError);
  });
});

describe('an exported table', () => {
  it('comes back as it was, whatever the vendors are called', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((text) => text.trim())
      .filter(
        (text) => /^[\p{L}=+@-]/u.test(text) && !/[\p{Cc}\p{Cs};|\u2028\u2029\ufeff\ufffe\uffff]/u.test(text),
      )
      .filter((text) => /\p{L}/u.test(text));
    const one = fc.record({
      owner: fc.option(word),
      tier: fc.constantFrom('critical', 'high', 'moderate', 'low', null),
      facility: fc.option(word),
      since: fc.constantFrom('2020-02-29', '2021-12-31', null),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (many) => {
        const rows = many.map(
          ({ owner, tier, facility, since }, index) =>
            [`=Vendor ${index}`, owner ?? '', tier ?? '', facility ?? '', since ?? ''] as const,
        );
        const first = planImport(
          '',
          readVendorTable([['name', 'owner', 'tier', 'facilities', 'since'], ...rows], TODAY),
        );
        const before = parseRegister(first.text).vendors;
        const exported = vendorTable(before.map((vendor) => ({ vendor, reviews: [] })));
        const csv = Papa.unparse(exported as string[][], { escapeFormulae: true });
        assert.doesNotMatch(csv, /(?:^|[,\n]"?)[=+@-]/);
        const back = planImport('', readVendorTable(Papa.parse<string[]>(csv).data, TODAY));
        const plain = ({ vendors }: ReturnType<typeof parseRegister>) =>
          vendors.map((vendor) => ({ ...vendor, line: 0, place: null }));
        assert.deepEqual(plain(parseRegister(back.text)), plain(parseRegister(first.text)));
        assert.deepEqual(back.notes, []);
      }),
      { numRuns: 60 },
    );
  });

  it('says when a vendor was last reviewed, by whom and how', () => {
    const [vendor] = parseRegister('vendors:\n  - name: Northlake\n').vendors;
    const signed = review('2025-01-10', null, { reviewer: 'Dana', conclusion: 'acceptable' });
    const rows = vendorTable([{ vendor: vendor!, reviews: [signed] }]);
    const back = readVendorTable(rows, TODAY).vendors[0]?.review;
    assert.deepEqual(
      [back?.reviewed, back?.reviewer, back?.conclusion],
      ['2025-01-10', 'Dana', 'acceptable'],
    );
  });
});
