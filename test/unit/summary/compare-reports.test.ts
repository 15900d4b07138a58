import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ReviewFile } from '../../../src/core/review/review.ts';
import { compareReports } from '../../../src/core/summary/compare-reports.ts';
import { carryForward, previousReview, readPreviousReview } from '../../../src/core/summary/carry-forward.ts';
import { previousReport } from '../../../src/core/summary/previous-report.ts';
import { matchTexts, textSimilarity } from '../../../src/core/summary/similar-texts.ts';
import { day, dossier, report, review } from '../standing/samples.ts';
import { first, second, third } from './three-years.ts';

const TODAY = day('2026-11-21');

describe('compareReports', () => {
  it('finds what changed from the first year to the second', () => {
    const { facts, succession, ...rest } = compareReports(first.reading, second.reading);
    assert.deepEqual(facts, [
      { name: 'Service auditor', before: 'Crane Hollis & Co., P.C.', after: 'Baker & Finch LLP' },
      { name: 'Opinion', before: 'unmodified', after: 'qualified' },
    ]);
    assert.deepEqual(succession, {
      kind: 'hole',
      period: { start: '2024-01-01', end: '2024-01-31' },
      days: 31,
    });
    assert.deepEqual(rest.categories, { added: ['Availability'], removed: [] });
    assert.deepEqual(rest.subserviceOrganizations, { added: ['Alder Cloud'], removed: [] });
    assert.deepEqual(rest.testedControls, { added: ['CC7.2', 'CC8.1'], removed: ['CC7.1'] });
    assert.deepEqual(
      rest.repeatExceptions.map(({ after }) => after.control),
      ['CC6.2'],
    );
    assert.deepEqual(
      rest.newExceptions.map(({ control }) => control),
      ['CC8.1'],
    );
    assert.deepEqual(rest.resolvedExceptions, []);
    assert.deepEqual(
      rest.userControls.gone.map(({ text }) => text),
      ['User entities encrypt their own backups.'],
    );
    assert.deepEqual(rest.pages, { before: 88, after: 92 });
  });

  it('finds what changed from the second year to the third', () => {
    const { facts, succession, ...rest } = compareReports(second.reading, third.reading);
    assert.deepEqual(
      facts.map(({ name }) => name),
      ['Standard', 'System', 'Opinion'],
      'an auditor’s name written otherwise is the same auditor',
    );
    assert.equal(succession.kind, 'overlap');
    assert.deepEqual(rest.subserviceOrganizations, { added: [], removed: ['Pinewood Guarding'] });
    assert.deepEqual(
      rest.repeatExceptions.map(({ after }) => after.text),
      ['Approval of emergency changes was not documented.'],
      'the same control again, in other words',
    );
    assert.deepEqual(
      rest.resolvedExceptions.map(({ control }) => control),
      ['CC6.2'],
    );
    assert.deepEqual(
      rest.userControls.matches.map(({ after, isSame }) => [after.id, isSame]),
      [
        ['1', true],
        ['2', false],
      ],
    );
    assert.deepEqual(
      rest.userControls.added.map(({ id }) => id),
      ['3'],
    );
  });

  it('finds nothing between a report and itself', () => {
    for (const { reading } of [first, second, third]) {
      const comparison = compareReports(reading, reading);
      assert.deepEqual(comparison.facts, []);
      assert.deepEqual(comparison.newExceptions, []);
      assert.deepEqual(comparison.resolvedExceptions, []);
      assert.ok(comparison.userControls.matches.every(({ isSame }) => isSame));
    }
  });

  it('does not judge the succession where a date is missing', () => {
    assert.equal(compareReports(first.reading, report({ start: null }).reading).succession.kind, 'unknown');
    assert.equal(compareReports(report({ type: 1 }).reading, second.reading).succession.kind, 'unknown');
  });
});

describe('the report before a report', () => {
  const soc1 = report({ kind: 'soc1', start: '2024-01-01', end: '2024-12-31' });
  const copy = { ...third, path: 'vendors/northlake/copy of 2025.pdf' };
  const of = dossier({ reports: [copy, third, soc1, second, first] });
  const before = (document: typeof first) => previousReport(of, document, day('2026-11-21'));

  it('is the one of the year before, of the same kind on the same service', () => {
    assert.deepEqual([third, copy, second, first].map(before), [second, second, first, null]);
  });

  it('is not there for the only one of its kind, and for one whose time is not known', () => {
    assert.equal(before(soc1), null);
    assert.equal(before(report({ start: null, end: null })), null);
  });
});

describe('matching texts of two years', () => {
  const text = fc.array(
    fc.constantFrom('access', 'is', 'removed', 'late', 'users', 'quarterly', 'review', 'keys'),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  const texts = fc.array(
    text.map((words) => words.join(' ')),
    { maxLength: 8 },
  );
  const same = (item: string): string => item;

  it('uses every text once at most, and none is lost', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { matches, gone, added } = matchTexts(before, after, same, same);
        assert.deepEqual([...matches.map((match) => match.before), ...gone].sort(), [...before].sort());
        assert.deepEqual([...matches.map((match) => match.after), ...added].sort(), [...after].sort());
        for (const match of matches) assert.ok(textSimilarity(match.before, match.after) >= 0.7);
      }),
    );
  });

  it('finds every text again in the same list in another order', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const { matches, gone, added } = matchTexts(list, [...list].reverse(), same, same);
        assert.ok(matches.every(({ isSame }) => isSame));
        assert.deepEqual([gone, added], [[], []]);
      }),
    );
  });
});

describe('carrying forward', () => {
  it('takes over from the newest completed review of the same kind', () => {
    const soc1 = report({ kind: 'soc1' });
    const newest = review('2026-03-01', soc1, { kind: 'SOC 1 Type 2' });
    const sameKind = review('2025-03-10', second);
    const reviews = [review(null, third), sameKind, newest, review('2024-03-10', first)];
    const from = (...of: ReviewFile[]) => previousReview(dossier({ reviews: of }), third, TODAY)?.file;
    assert.equal(from(...reviews), sameKind);
    assert.equal(from(newest), newest);
    assert.equal(from(review(null, third)), undefined);
  });

  it('takes over from the review of the same service, however new that of another one is', () => {
    const other = report({ path: 'vendors/northlake/payroll.pdf', system: 'Payroll Platform' });
    const mine = review('2025-03-10', second);
    const reports = [third, second, other];
    const of = dossier({ reports, reviews: [review('2026-03-01', other), mine] });
    assert.equal(previousReview(of, third, TODAY)?.file, mine);
    const lost = dossier({ reports: [third, other], reviews: of.reviews });
    assert.equal(previousReview(lost, third, TODAY)?.file, mine, 'whose report is not on file any more');
  });

  const EMPTY = '---\nvendor: Northlake\n---\nAll fine.\n';

  it('finds nothing in a review without tables, whose report is not on file', () => {
    const carried = carryForward({ text: EMPTY, document: null }, third);
    assert.ok(carried.userControls.every(({ mark, ourControl }) => mark === 'new' && ourControl === ''));
    assert.ok(carried.exceptions.every(({ mark }) => mark === 'new'));
    assert.deepEqual([carried.gone, carried.followUps], [[], []]);
  });

  it('calls nothing new that the last report had, whatever its review lists', () => {
    const { userControls, exceptions } = carryForward({ text: EMPTY, document: second }, third);
    assert.deepEqual(
      userControls.map(({ mark, ourControl }) => [mark, ourControl]),
      [
        ['same', ''],
        ['changed', ''],
        ['new', ''],
      ],
    );
    assert.deepEqual(
      exceptions.map(({ mark, assessment }) => [mark, assessment]),
      [['repeat', '']],
    );
  });

  it('calls an exception repeated only when another examination found it again', () => {
    const { exceptions } = carryForward({ text: EMPTY, document: second }, second);
    assert.deepEqual(
      exceptions.map(({ mark }) => mark),
      ['same', 'same'],
    );
  });
});

describe('reading the previous review', () => {
  const reviews = [review('2025-03-10', second)];
  const of = dossier({ reports: [third, second], reviews });

  it('takes its text and its report', async () => {
    const previous = await readPreviousReview(of, third, TODAY, (path) => Promise.resolve(`text of ${path}`));
    assert.ok(previous !== undefined);
    assert.equal(previous.review, reviews[0]);
    assert.equal(previous.document, second);
    assert.equal(previous.text, `text of ${reviews[0]?.path ?? ''}`);
  });

  it('starts afresh where its file can’t be read, or there is none', async () => {
    const unreadable = await readPreviousReview(of, third, TODAY, () => Promise.reject(new Error('gone')));
    assert.equal(unreadable, undefined);
    assert.equal(await readPreviousReview(of, third, TODAY, () => Promise.resolve(undefined)), undefined);
    assert.equal(await readPreviousReview(dossier(), third, TODAY, () => Promise.resolve('x')), undefined);
  });
});
