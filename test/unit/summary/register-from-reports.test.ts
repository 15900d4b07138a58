import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import { importedReview } from '../../../src/core/summary/imported-review.ts';
import { registerFromReports } from '../../../src/core/summary/register-from-reports.ts';
import { parseReview } from '../../../src/core/review/parse-review.ts';
import { day, dossier, fact, report } from '../standing/samples.ts';

const northlake = dossier({
  name: 'Northlake Colocation, Inc.',
  reports: [
    report({ end: '2025-12-31', system: 'Colocation: Services' }),
    report({ end: '2024-12-31', reading: { vendorAliases: [fact('Northlake'), fact('Lake "Data"')] } }),
    report({ kind: 'soc1', end: '2025-12-31' }),
  ],
});
const lakeside = dossier({
  name: 'Lakeside',
  reports: [
    report({ path: 'l.pdf', reading: { vendor: fact('Lakeside'), vendorAliases: [fact('Northlake')] } }),
  ],
});

describe('a register made from the reports', () => {
  it('has the names as printed, and expects what has come year after year', () => {
    const { vendors, problems } = parseRegister(registerFromReports([northlake, lakeside]));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      vendors.map(({ name, aliases, services, since }) => [name, aliases, services, since]),
      [
        [
          'Northlake Colocation, Inc.',
          ['Northlake', 'Lake "Data"'],
          [{ name: 'Colocation: Services', expects: ['SOC 2 Type 2'] }],
          null,
        ],
        ['Lakeside', [], [], null],
      ],
    );
  });

  it('explains its fields, also where no report names a vendor', () => {
    const empty = registerFromReports([]);
    assert.deepEqual(parseRegister(empty).problems, []);
    assert.match(empty, /tier +critical, high, moderate, low/);
  });
});

describe('an imported review', () => {
  const review = { vendor: 'Northlake: Inc.', reviewed: day('2025-01-10'), nextReview: day('2026-01-10') };
  const today = day('2026-11-21');
  const draft = (reviewer: string | null, conclusion: 'acceptable' | null) =>
    importedReview({
      review: { ...review, reviewer, conclusion },
      reviewFolder: 'reviews',
      table: 'vendors.csv',
      today,
    });

  it('is a record that says where it comes from, and counts when reviewer and conclusion are known', () => {
    const { path, text } = draft('Dana: Petit', 'acceptable');
    assert.equal(path, 'reviews/northlake/2025-01-10-imported.md');
    const { state, record, problems } = parseReview(path, text);
    assert.deepEqual(problems, []);
    assert.equal(state, 'completed');
    assert.deepEqual(
      [record?.vendor, record?.reviewer, record?.reviewed, record?.nextReview, record?.sha256],
      ['Northlake: Inc.', 'Dana: Petit', '2025-01-10', '2026-01-10', null],
    );
    assert.match(text, /^imported: from vendors\.csv on 2026-11-21$/m);
  });

  it('stays a draft as long as nobody has concluded', () => {
    const { path, text } = draft(null, null);
    const { state, problems } = parseReview(path, text);
    assert.deepEqual([state, problems], ['draft', []]);
  });
});
