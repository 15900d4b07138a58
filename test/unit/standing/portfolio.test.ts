import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LibrarySnapshot, VendorDossier } from '../../../src/core/library/snapshot.ts';
import { DEFAULT_POLICY, EMPTY_REGISTER, type OwnDocument } from '../../../src/core/register/register.ts';
import { auditYearCoverage, auditYearOf, previousAuditYear } from '../../../src/core/standing/audit-year.ts';
import { documentStandingOn } from '../../../src/core/standing/document-standing.ts';
import { portfolioOn, verdictCounts } from '../../../src/core/standing/portfolio.ts';
import { day, dossier, registered, report, review } from './samples.ts';

const vendor = (name: string, fields: Partial<VendorDossier>): VendorDossier =>
  dossier({ id: name.toLowerCase(), name, ...fields });

const reviewedOn = (reviewed: string): Partial<VendorDossier> => {
  const of = report();
  return { reports: [of], reviews: [review(reviewed, of)] };
};

describe('the portfolio', () => {
  it('lists what needs a person first: by verdict, how bad it is, and name', () => {
    const dossiers = [
      vendor('Current later', reviewedOn('2026-05-01')),
      vendor('Current sooner', reviewedOn('2026-03-10')),
      vendor('Alder', { registered: registered() }),
      vendor('Terminated', { registered: registered({ status: 'terminated' }) }),
      vendor('Long overdue', {
        reports: [report({ start: '2024-01-01', end: '2024-12-31', issued: '2025-02-01' })],
      }),
      vendor('birch', { registered: registered() }),
      vendor('Little overdue', {
        reports: [report({ start: '2025-01-01', end: '2025-06-30', issued: '2025-08-01' })],
      }),
    ];
    const snapshot: LibrarySnapshot = {
      documents: [],
      register: EMPTY_REGISTER,
      reviews: [],
      dossiers,
      unassigned: [],
    };
    const rows = portfolioOn(snapshot, day('2026-07-15'));
    assert.deepEqual(
      rows.map((row) => [row.standing.verdict, row.dossier.name]),
      [
        ['overdue', 'Long overdue'],
        ['overdue', 'Little overdue'],
        ['attention', 'Alder'],
        ['attention', 'birch'],
        ['current', 'Current sooner'],
        ['current', 'Current later'],
        ['not-required', 'Terminated'],
      ],
    );
    assert.deepEqual(verdictCounts(rows), {
      overdue: 2,
      attention: 2,
      'due-soon': 0,
      current: 2,
      'not-required': 1,
    });
  });
});

describe('our own documents', () => {
  const statement: OwnDocument = {
    name: 'Security statement',
    path: 'policies/security-statement.md',
    owner: null,
    reviewEvery: { months: 12 },
    lastReviewed: day('2026-01-15'),
    line: 3,
    place: { line: 3, column: 11, endLine: 3, endColumn: 29 },
  };

  it('have a review clock', () => {
    const cases: readonly (readonly [asOf: string, verdict: string, text: string])[] = [
      ['2026-06-01', 'current', 'reviewed 15 Jan 2026, next review due 15 Jan 2027'],
      ['2026-12-16', 'due-soon', 'review due in 30 days'],
      ['2027-01-15', 'due-soon', 'review due today'],
      ['2027-01-16', 'overdue', 'review 1 day overdue'],
    ];
    for (const [asOf, verdict, text] of cases) {
      const standing = documentStandingOn(statement, day(asOf));
      assert.equal(standing.verdict, verdict);
      assert.equal(standing.reasons[0]?.text, text);
      assert.deepEqual(standing.reasons[0].files, ['policies/security-statement.md']);
    }
  });

  it('are never reviewed before their first review', () => {
    const before = documentStandingOn(statement, day('2026-01-14'));
    assert.equal(before.verdict, 'attention');
    assert.deepEqual(before.review, {
      state: 'never-reviewed',
      due: null,
      days: null,
      lastReviewed: null,
      dueWithin: null,
    });
    assert.equal(
      documentStandingOn({ ...statement, lastReviewed: null }, day('2026-06-01')).verdict,
      'attention',
    );
  });
});

describe('the audit year', () => {
  const june = { ...DEFAULT_POLICY, fiscalYearEnd: { month: 6, day: 30 } };
  const february = { ...DEFAULT_POLICY, fiscalYearEnd: { month: 2, day: 29 } };

  it('ends on our day', () => {
    assert.deepEqual(auditYearOf(day('2026-11-21'), DEFAULT_POLICY), {
      start: '2026-01-01',
      end: '2026-12-31',
    });
    assert.deepEqual(auditYearOf(day('2026-06-30'), june), { start: '2025-07-01', end: '2026-06-30' });
    assert.deepEqual(auditYearOf(day('2026-07-01'), june), { start: '2026-07-01', end: '2027-06-30' });
    assert.deepEqual(previousAuditYear(auditYearOf(day('2026-07-01'), june), june), {
      start: '2025-07-01',
      end: '2026-06-30',
    });
    assert.deepEqual(auditYearOf(day('2024-02-29'), february), { start: '2023-03-01', end: '2024-02-29' });
    assert.deepEqual(auditYearOf(day('2026-02-28'), february), { start: '2025-03-01', end: '2026-02-28' });
  });

  it('counts each day once: tested, else bridged, else uncovered', () => {
    const year = auditYearOf(day('2025-06-01'), DEFAULT_POLICY);
    const coverage = auditYearCoverage(
      {
        tested: [{ start: day('2024-11-01'), end: day('2025-10-31') }],
        bridges: [{ covers: { start: day('2025-10-15'), end: day('2025-11-30') } }],
      },
      year,
    );
    assert.deepEqual(coverage, { year, tested: 304, bridged: 30, uncovered: 31 });
  });
});
