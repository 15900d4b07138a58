import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { calendarDate } from '../../../src/core/calendar/calendar-date.ts';
import { parseReview } from '../../../src/core/review/parse-review.ts';

const TODAY = calendarDate('2026-11-21');
const PATH = 'reviews/northlake/2025-09-30-soc2.md';
const HASH = '9f'.repeat(32);
const COMPLETED = `---
vendor: Northlake
report: vendors/northlake/2025/SOC2-Type2.pdf
sha256: ${HASH}
kind: SOC 2 Type 2
period: 2024-10-01/2025-09-30
reviewer: Dana Petit
reviewed: 2026-01-20
approver: Lee Moran
conclusion: acceptable with exceptions # see below
nextReview: 2027-01-20
confirmed: { period: extracted, auditor: corrected "Baker & Finch LLP" }
---

Findings
=======

None.
`;

const errorsOf = (text: string): string[] =>
  parseReview(PATH, text, TODAY).problems.map(
    ({ severity, line, message }) => `${severity} ${line}: ${message}`,
  );

describe('parseReview', () => {
  it('reads a completed review', () => {
    assert.deepEqual(parseReview(PATH, COMPLETED, TODAY), {
      path: PATH,
      state: 'completed',
      record: {
        vendor: 'Northlake',
        report: 'vendors/northlake/2025/SOC2-Type2.pdf',
        sha256: HASH,
        kind: 'SOC 2 Type 2',
        periodStart: '2024-10-01',
        periodEnd: '2025-09-30',
        reviewer: 'Dana Petit',
        reviewed: '2026-01-20',
        approver: 'Lee Moran',
        conclusion: 'acceptable with exceptions',
        nextReview: '2027-01-20',
        confirmed: { period: 'extracted', auditor: 'corrected "Baker & Finch LLP"' },
      },
      problems: [],
      places: {
        vendor: { line: 2, column: 9, endLine: 2, endColumn: 18 },
        report: { line: 3, column: 9, endLine: 3, endColumn: 46 },
        sha256: { line: 4, column: 9, endLine: 4, endColumn: 73 },
        kind: { line: 5, column: 7, endLine: 5, endColumn: 19 },
        period: { line: 6, column: 9, endLine: 6, endColumn: 30 },
        reviewer: { line: 7, column: 11, endLine: 7, endColumn: 21 },
        reviewed: { line: 8, column: 11, endLine: 8, endColumn: 21 },
        approver: { line: 9, column: 11, endLine: 9, endColumn: 20 },
        conclusion: { line: 10, column: 13, endLine: 10, endColumn: 39 },
        nextReview: { line: 11, column: 13, endLine: 11, endColumn: 23 },
        confirmed: { line: 12, column: 12, endLine: 12, endColumn: 73 },
      },
      readOn: TODAY,
    });
  });

  it('reads the same with Windows line ends and a byte order mark', () => {
    const windows = `\uFEFF${COMPLETED.replaceAll('\n', '\r\n')}`;
    assert.deepEqual(parseReview(PATH, windows, TODAY), parseReview(PATH, COMPLETED, TODAY));
  });

  it('is a draft until reviewer, date and conclusion are filled in', () => {
    for (const key of ['reviewer', 'reviewed', 'conclusion']) {
      for (const empty of [`${key}:`, `${key}: ""`, `${key}: # to be filled in`]) {
        const text = COMPLETED.replace('nextReview: 2027-01-20\n', '').replace(
          new RegExp(`^${key}:.*$`, 'm'),
          empty,
        );
        const review = parseReview(PATH, text, TODAY);
        assert.equal(review.state, 'draft', empty);
        assert.deepEqual(review.problems, []);
      }
    }
  });

  it('takes the as-of date of a Type 1 for the end of its period', () => {
    const { record } = parseReview(PATH, COMPLETED.replace('2024-10-01/2025-09-30', '2025-09-30'), TODAY);
    assert.equal(record?.periodStart, null);
    assert.equal(record?.periodEnd, '2025-09-30');
  });

  it('is invalid when it contradicts itself', () => {
    const cases: readonly (readonly [from: string, to: string, error: string])[] = [
      [
        'reviewed: 2026-01-20',
        'reviewed: 2026-11-22',
        'error 8: A review can’t lie in the future: reviewed is 22 Nov 2026.',
      ],
      [
        'reviewed: 2026-01-20',
        'reviewed: 2025-09-29',
        'error 8: Reviewed on 29 Sep 2025, before the report’s period ended on 30 Sep 2025.',
      ],
      [
        'nextReview: 2027-01-20',
        'nextReview: 2026-01-20',
        'error 11: The next review must lie after this one.',
      ],
      [
        'vendor: Northlake',
        'vendor:',
        'error 2: The review doesn’t say whose report it is about: fill in vendor.',
      ],
      [
        'acceptable with exceptions #',
        'acceptible #',
        'error 10: conclusion must be one of acceptable, acceptable with exceptions, not acceptable, not "acceptible". Did you mean "acceptable"?',
      ],
      [
        '2026-01-20\n',
        '20/01/2026\n',
        'error 8: reviewed must be a date such as 2026-01-31, not "20/01/2026".',
      ],
      [HASH, 'abc', 'error 4: sha256 must be the 64 hexadecimal digits of the PDF’s hash, not "abc".'],
    ];
    for (const [from, to, error] of cases) {
      const text = COMPLETED.replace(from, to);
      assert.equal(parseReview(PATH, text, TODAY).state, 'invalid', to);
      assert.equal(errorsOf(text)[0], error);
    }
  });

  it('judges the future only when it is told the day', () => {
    const text = COMPLETED.replace('reviewed: 2026-01-20', 'reviewed: 2026-11-22');
    assert.equal(parseReview(PATH, text).state, 'completed');
  });

  it('keeps what it can read of an invalid record, so that it still has a vendor', () => {
    const review = parseReview(PATH, COMPLETED.replace('2026-01-20\n', 'soon\n'), TODAY);
    assert.equal(review.record?.vendor, 'Northlake');
    assert.equal(review.record.reviewed, null);
  });

  it('is invalid in an unfinished merge, in the front matter or in the body', () => {
    const conflict = (ours: string, theirs: string): string =>
      `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> other\n`;
    const inFrontMatter = COMPLETED.replace(
      'reviewer: Dana Petit\n',
      conflict('reviewer: Dana Petit\n', 'reviewer: Lee Moran\n'),
    );
    const inBody = COMPLETED.replace('None.\n', conflict('None.\n', 'One.\n'));
    for (const text of [inFrontMatter, inBody]) {
      const review = parseReview(PATH, text, TODAY);
      assert.equal(review.state, 'invalid');
      assert.equal(review.record?.reviewer, 'Dana Petit');
      assert.match(review.problems[0]?.message ?? '', /^Merge conflict.*doesn’t count as a review\.$/);
    }
  });

  it('warns of unknown keys and goes on', () => {
    const text = COMPLETED.replace('approver:', 'aprover:');
    assert.equal(parseReview(PATH, text, TODAY).state, 'completed');
    assert.match(errorsOf(text)[0] ?? '', /^warning 9: Unknown key "aprover"; did you mean "approver"\?/);
  });

  it('takes a file without front matter for no review, and does not shout', () => {
    for (const text of ['# Reviews\n', '', '---\nvendor: Northlake\n', 'text\n---\nvendor: x\n---\n']) {
      const review = parseReview(PATH, text, TODAY);
      assert.equal(review.state, 'invalid');
      assert.equal(review.record, null);
      assert.deepEqual(
        review.problems.map(({ severity }) => severity),
        ['warning'],
      );
    }
  });

  it('never throws, whatever damage a file has', () => {
    const damage = fc.record({
      at: fc.nat(COMPLETED.length),
      remove: fc.nat(12),
      insert: fc.oneof(
        fc.string({ maxLength: 5 }),
        fc.constantFrom(
          '---\n',
          '\n',
          '\t',
          ': ',
          '[',
          '{',
          '"',
          '&a ',
          '*a',
          '<<<<<<< x\n',
          '=======\n',
          '\r\n',
        ),
      ),
    });
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 4 }), (damages) => {
        let text = COMPLETED;
        for (const { at, remove, insert } of damages)
          text = text.slice(0, at) + insert + text.slice(at + remove);
        const review = parseReview(PATH, text, TODAY);
        if (review.state === 'invalid') assert.ok(review.problems.length > 0);
        else assert.notEqual(review.record, null);
        const lines = text.split('\n').length;
        for (const problem of review.problems) assert.ok(problem.line >= 1 && problem.line <= lines);
      }),
      { numRuns: 400 },
    );
  });
});
