import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_POLICY } from '../../../src/core/register/register.ts';
import type { VendorDossier } from '../../../src/core/library/snapshot.ts';
import { emptyReading } from '../../../src/core/report/reading.ts';
import { standingOn } from '../../../src/core/standing/standing-on.ts';
import type { Standing } from '../../../src/core/standing/standing.ts';
import { bridgeLetter, day, dossier, fact, registered, report, review } from './samples.ts';

const on = (vendor: VendorDossier, asOf: string, policy = DEFAULT_POLICY): Standing =>
  standingOn(vendor, policy, day(asOf));

const texts = ({ reasons }: Standing): string[] => reasons.map(({ verdict, text }) => `${verdict}: ${text}`);

const OF_2025 = report();
const OF_2024 = report({ start: '2024-01-01', end: '2024-12-31', issued: '2025-02-20' });

describe('the review clock', () => {
  const reviewed = dossier({ reports: [OF_2025], reviews: [review('2026-03-10', OF_2025)] });

  it('runs from the last completed review to the end of the cadence, day by day', () => {
    const cases: readonly (readonly [asOf: string, state: string, days: number, text: string])[] = [
      ['2026-03-10', 'current', 365, 'current: reviewed 10 Mar 2026, next review due 10 Mar 2027'],
      ['2027-01-08', 'current', 61, 'current: reviewed 10 Mar 2026, next review due 10 Mar 2027'],
      ['2027-01-09', 'due-soon', 60, 'due-soon: review due in 60 days'],
      ['2027-03-09', 'due-soon', 1, 'due-soon: review due in 1 day'],
      ['2027-03-10', 'due-soon', 0, 'due-soon: review due today'],
      ['2027-03-11', 'overdue', 1, 'overdue: review 1 day overdue'],
      ['2027-04-20', 'overdue', 41, 'overdue: review 41 days overdue'],
    ];
    for (const [asOf, state, days, text] of cases) {
      const standing = on(reviewed, asOf);
      assert.equal(standing.review.state, state, asOf);
      assert.equal(standing.review.due, '2027-03-10');
      assert.equal(standing.review.days, days);
      assert.equal(standing.review.lastReviewed, '2026-03-10');
      assert.equal(texts(standing)[0], text);
    }
  });

  it('points out each of the policy’s marks that is reached', () => {
    const marks: readonly (readonly [asOf: string, mark: number | null])[] = [
      ['2027-01-08', null],
      ['2027-01-09', 60],
      ['2027-02-07', 60],
      ['2027-02-08', 30],
      ['2027-03-02', 30],
      ['2027-03-03', 7],
      ['2027-03-10', 7],
      ['2027-03-11', null],
    ];
    for (const [asOf, mark] of marks) assert.equal(on(reviewed, asOf).review.dueWithin, mark, asOf);
    const own = { ...DEFAULT_POLICY, dueSoonDays: [14] };
    assert.equal(on(reviewed, '2027-02-23', own).verdict, 'current');
    assert.equal(on(reviewed, '2027-02-24', own).review.dueWithin, 14);
  });

  it('clamps at the end of the month', () => {
    const leap = report({ start: '2023-01-01', end: '2023-12-31', issued: '2024-02-01' });
    const vendor = dossier({ reports: [leap], reviews: [review('2024-02-29', leap)] });
    assert.equal(on(vendor, '2024-03-01').review.due, '2025-02-28');
    assert.equal(on(vendor, '2025-02-28').review.state, 'due-soon');
    assert.equal(on(vendor, '2025-03-01').review.state, 'overdue');
  });

  it('follows the tier', () => {
    const low = { ...reviewed, registered: registered({ tier: 'low' }) };
    assert.equal(on(low, '2026-11-21').review.due, '2029-03-10');
    const unknown = { ...reviewed, registered: registered({ tier: null }) };
    assert.equal(on(unknown, '2026-11-21').review.due, '2027-03-10');
  });

  it('takes the earlier day that the reviewer set, never a later one', () => {
    const set = (nextReview: string): VendorDossier => ({
      ...reviewed,
      reviews: [review('2026-03-10', OF_2025, { nextReview: day(nextReview) })],
    });
    assert.equal(on(set('2026-09-10'), '2026-11-21').review.due, '2026-09-10');
    assert.equal(on(set('2026-09-10'), '2026-11-21').review.state, 'overdue');
    assert.equal(on(set('2029-09-10'), '2026-11-21').review.due, '2027-03-10');
  });

  it('counts a first review from the day the vendor became ours', () => {
    const vendor = dossier({ registered: registered({ since: day('2025-10-01') }), reports: [OF_2025] });
    const early = on(vendor, '2026-03-01');
    assert.equal(early.review.state, 'never-reviewed');
    assert.equal(early.review.due, '2026-10-01');
    assert.deepEqual(texts(early)[0], 'attention: never reviewed, due 1 Oct 2026');
    const late = on(vendor, '2026-10-02');
    assert.equal(late.review.state, 'overdue');
    assert.deepEqual(texts(late)[0], 'overdue: never reviewed, 1 day overdue');
  });

  it('else from the end of the earliest period', () => {
    const standing = on(dossier({ reports: [OF_2025, OF_2024] }), '2026-03-01');
    assert.equal(standing.review.due, '2025-12-31');
    assert.equal(texts(standing)[0], 'overdue: never reviewed, 60 days overdue');
  });

  it('wants attention from the first day where there is nothing to count from', () => {
    const standing = on(dossier({ registered: registered() }), '2026-11-21');
    assert.equal(standing.verdict, 'attention');
    assert.deepEqual(standing.review, {
      state: 'never-reviewed',
      due: null,
      days: null,
      lastReviewed: null,
      dueWithin: null,
    });
    assert.deepEqual(texts(standing), ['attention: never reviewed', 'attention: no report on file']);
  });

  it('does not let the review of an older report hide a newer one', () => {
    const vendor = dossier({ reports: [OF_2025, OF_2024], reviews: [review('2025-12-01', OF_2024)] });
    const standing = on(vendor, '2026-03-01');
    assert.equal(standing.review.state, 'new-report');
    assert.equal(standing.verdict, 'attention');
    assert.equal(texts(standing)[0], 'attention: new report to review');
    assert.deepEqual(standing.reasons[0]?.files, [OF_2025.path]);
    assert.equal(on(vendor, '2026-02-19').review.state, 'current', 'not issued yet');
  });

  it('says that a review is in progress', () => {
    const draft = review(null, OF_2025);
    const vendor = dossier({ reports: [OF_2025, OF_2024], reviews: [draft, review('2025-12-01', OF_2024)] });
    const standing = on(vendor, '2026-03-01');
    assert.equal(standing.review.state, 'in-progress');
    assert.equal(standing.verdict, 'attention');
    assert.ok(texts(standing).includes('current: review in progress'));
    assert.equal(on(vendor, '2026-12-02').review.state, 'overdue', 'a draft is no excuse');
  });

  it('leaves drafts aside that a later review made obsolete', () => {
    const vendor = dossier({
      reports: [OF_2025, OF_2024],
      reviews: [review(null, OF_2024), review('2026-03-10', OF_2025)],
    });
    assert.equal(on(vendor, '2026-04-01').review.state, 'current');
  });

  it('does not count what is no review: dated before its report, or in contradiction with itself', () => {
    const before = review('2026-02-01', OF_2025);
    const contradicting = { ...review('2026-03-10', OF_2025), state: 'invalid' as const };
    for (const file of [before, contradicting]) {
      const standing = on(dossier({ reports: [OF_2025], reviews: [file] }), '2026-04-01');
      assert.equal(standing.review.lastReviewed, null);
      assert.ok(texts(standing).includes('attention: 1 review can’t be counted'), texts(standing).join());
    }
  });

  it('takes a review that is dated in the future for an error today, and for nothing on a past day', () => {
    const ahead = {
      ...review('2027-03-10', OF_2025),
      state: 'invalid' as const,
      readOn: day('2026-11-21'),
    };
    const vendor = dossier({ reports: [OF_2025], reviews: [ahead, review('2026-03-10', OF_2025)] });
    const today = on(vendor, '2026-11-21');
    assert.ok(texts(today).includes('attention: 1 review can’t be counted'), texts(today).join());
    assert.equal(today.review.lastReviewed, '2026-03-10');
    assert.equal(on(vendor, '2026-11-20').verdict, 'current', 'the day before knows nothing of it');
    assert.equal(on(vendor, '2026-04-01').verdict, 'current');
  });

  it('takes a review recorded by its date alone for one of what was on file', () => {
    const vendor = dossier({ reports: [OF_2025], reviews: [review('2026-03-10', null)] });
    assert.equal(on(vendor, '2026-04-01').review.state, 'current');
    const early = dossier({ reports: [OF_2025], reviews: [review('2026-01-10', null)] });
    assert.equal(on(early, '2026-04-01').review.state, 'new-report');
  });

  it('finds the reviewed report by its hash wherever it lies', () => {
    const moved = { ...OF_2025, path: 'archive/renamed.pdf' };
    const standing = on(
      dossier({ reports: [moved], reviews: [review('2026-03-10', OF_2025)] }),
      '2026-04-01',
    );
    assert.equal(standing.verdict, 'current');
  });

  it('points out a report that changed after sign-off', () => {
    const changed = { ...OF_2025, sha256: 'f'.repeat(64) };
    const standing = on(
      dossier({ reports: [changed], reviews: [review('2026-03-10', OF_2025)] }),
      '2026-04-01',
    );
    assert.equal(standing.verdict, 'attention');
    assert.equal(standing.review.state, 'current');
    assert.equal(texts(standing)[0], 'attention: report changed after sign-off');
  });

  it('takes next year’s report under last year’s name for a new report, not for a changed one', () => {
    const path = 'vendors/northlake/latest.pdf';
    const old = { ...OF_2024, path };
    const vendor = dossier({ reports: [{ ...OF_2025, path }], reviews: [review('2025-12-01', old)] });
    assert.equal(texts(on(vendor, '2026-03-01'))[0], 'attention: new report to review');
  });
});

describe('the report clock', () => {
  const end = { start: '2024-07-01', end: '2025-06-30', issued: '2025-08-20' };
  const reviewOf = (of: ReturnType<typeof report>, on: string): VendorDossier =>
    dossier({ reports: [of], reviews: [review(on, of)] });

  it('runs from the end of the period', () => {
    const vendor = reviewOf(report(end), '2026-05-01');
    const cases: readonly (readonly [asOf: string, state: string, until: string | null, text: string])[] = [
      ['2026-06-30', 'current', '2026-06-30', 'current: report current until 30 Jun 2026'],
      ['2026-07-01', 'renewal-expected', '2026-09-28', 'current: renewal expected by 28 Sep 2026'],
      ['2026-09-28', 'renewal-expected', '2026-09-28', 'current: renewal expected by 28 Sep 2026'],
      ['2026-09-29', 'late', null, 'attention: report late since 29 Sep 2026'],
      ['2026-09-30', 'stale', null, 'attention: report stale since 30 Sep 2026'],
      ['2027-01-31', 'stale', null, 'attention: report stale since 30 Sep 2026'],
    ];
    for (const [asOf, state, until, text] of cases) {
      const standing = on(vendor, asOf);
      assert.deepEqual(standing.report, { state, until }, asOf);
      assert.ok(texts(standing).includes(text), `${asOf}: ${texts(standing).join()}`);
    }
  });

  it('does not call stale what the policy does not call late', () => {
    const policy = { ...DEFAULT_POLICY, renewalLag: { days: 200 } };
    const vendor = reviewOf(report(end), '2026-05-01');
    assert.equal(on(vendor, '2027-01-16', policy).report.state, 'renewal-expected');
    assert.equal(on(vendor, '2027-01-17', policy).report.state, 'stale');
  });

  it('shows a Type 1 as weaker', () => {
    const type1 = report({ type: 1 });
    const standing = on(reviewOf(type1, '2026-03-10'), '2026-06-01');
    assert.deepEqual(standing.report, { state: 'type-1-only', until: '2026-12-31' });
    assert.equal(standing.coverage.state, 'none');
    assert.ok(texts(standing).includes('current: Type 1 only'));
  });

  it('shows a SOC 3 alone as weaker, and beside a SOC 2 not at all', () => {
    const soc3 = report({ kind: 'soc3' });
    assert.ok(texts(on(reviewOf(soc3, '2026-03-10'), '2026-06-01')).includes('current: SOC 3 only'));
    const both = dossier({ reports: [OF_2025, soc3], reviews: [review('2026-03-10', OF_2025)] });
    assert.equal(on(both, '2026-06-01').verdict, 'current');
  });

  it('misses what the register expects', () => {
    const services = [{ name: 'Colocation', expects: ['SOC 2 Type 2', 'SOC 1 Type 2'] }];
    const vendor = {
      ...reviewOf(OF_2025, '2026-03-10'),
      registered: registered({ services }),
    };
    const standing = on(vendor, '2026-06-01');
    assert.equal(standing.verdict, 'attention');
    assert.equal(standing.report.state, 'none');
    assert.equal(texts(standing)[0], 'attention: no SOC 1 Type 2 report');
  });

  it('does not take something weaker for what the register expects', () => {
    const services = [{ name: 'Colocation', expects: ['SOC 2 Type 2'] }];
    const entry = registered({ services });
    const type1 = { ...reviewOf(report({ type: 1 }), '2026-03-10'), registered: entry };
    assert.ok(texts(on(type1, '2026-06-01')).includes('attention: only a SOC 2 Type 1, no SOC 2 Type 2'));
    const soc3 = { ...reviewOf(report({ kind: 'soc3' }), '2026-03-10'), registered: entry };
    assert.ok(texts(on(soc3, '2026-06-01')).includes('attention: only a SOC 3, no SOC 2 Type 2'));
  });

  it('keeps kinds and services apart, and names the one that is stale', () => {
    const soc1 = report({ kind: 'soc1', start: '2024-01-01', end: '2024-12-31', issued: '2025-02-20' });
    const vendor = dossier({
      reports: [OF_2025, soc1],
      reviews: [review('2026-03-10', OF_2025), review('2025-03-10', soc1)],
    });
    const standing = on(vendor, '2026-06-01');
    assert.equal(standing.report.state, 'stale');
    assert.equal(texts(standing)[0], 'attention: SOC 1 report stale since 1 Apr 2026');
    const payroll = report({ path: 'p.pdf', system: 'Payroll System' });
    const colocation = report({
      path: 'c.pdf',
      system: 'Colocation Services System',
      start: '2024-01-01',
      end: '2024-12-31',
      issued: '2025-02-20',
    });
    const two = dossier({
      reports: [payroll, colocation],
      reviews: [review('2026-03-10', payroll), review('2025-03-10', colocation)],
    });
    assert.equal(
      texts(on(two, '2026-06-01'))[0],
      'attention: SOC 2 report on Colocation Services System stale since 1 Apr 2026',
    );
  });

  it('takes an edited name of a system for the same system', () => {
    const older = report({
      system: 'Colocation Services System',
      start: '2024-01-01',
      end: '2024-12-31',
      issued: '2025-02-01',
    });
    const newer = report({ system: 'Northlake Colocation Services' });
    const standing = on(
      dossier({ reports: [newer, older], reviews: [review('2026-03-10', newer)] }),
      '2026-06-01',
    );
    assert.equal(standing.verdict, 'current');
  });

  it('does not let a product that we do not use make a vendor late', () => {
    const payroll = report({
      path: 'p.pdf',
      system: 'Payroll System',
      kind: 'soc1',
      start: '2023-01-01',
      end: '2023-12-31',
      issued: '2024-02-01',
    });
    const vendor = dossier({
      registered: registered({ services: [{ name: 'Colocation', expects: ['SOC 2'] }] }),
      reports: [OF_2025, payroll],
      reviews: [review('2026-03-10', OF_2025)],
    });
    assert.equal(on(vendor, '2026-06-01').verdict, 'current');
  });

  it('does not guess how fresh a report of unknown period is, and takes the reviewer’s word for it', () => {
    const undated = report({ start: null, end: null, issued: null });
    const unknown = on(dossier({ reports: [undated] }), '2026-06-01');
    assert.equal(unknown.report.state, 'none');
    assert.ok(texts(unknown).includes('attention: report of unknown period'));
    const signed = dossier({
      reports: [undated],
      reviews: [review('2026-03-10', undated, { periodEnd: day('2025-12-31') })],
    });
    assert.deepEqual(on(signed, '2026-06-01').report, { state: 'current', until: '2026-12-31' });
  });

  it('mentions a modified opinion', () => {
    const qualified = report({ opinion: 'qualified' });
    assert.ok(
      texts(on(reviewOf(qualified, '2026-03-10'), '2026-06-01')).includes('current: qualified opinion'),
    );
  });
});

describe('the coverage clock', () => {
  const second = report({ start: '2025-01-13', end: '2025-12-31' });
  const withHole = dossier({ reports: [second, OF_2024], reviews: [review('2026-03-10', second)] });

  it('finds the days between two periods', () => {
    const standing = on(withHole, '2026-06-01');
    assert.deepEqual(standing.coverage, {
      state: 'hole',
      holes: [{ from: '2025-01-01', to: '2025-01-12', days: 12 }],
    });
    assert.equal(standing.verdict, 'attention');
    assert.equal(texts(standing)[0], 'attention: 12 days uncovered');
    assert.deepEqual(standing.reasons[0]?.files, [OF_2024.path, second.path]);
  });

  it('forgets holes older than the last audit year', () => {
    assert.equal(on(withHole, '2026-12-31').coverage.state, 'hole');
    assert.deepEqual(on(withHole, '2027-01-01').coverage, { state: 'continuous', holes: [] });
  });

  it('is continuous when one period follows the other, or overlaps it', () => {
    for (const start of ['2025-01-01', '2024-07-01']) {
      const next = report({ start });
      const standing = on(dossier({ reports: [next, OF_2024] }), '2026-06-01');
      assert.deepEqual(standing.coverage, { state: 'continuous', holes: [] }, start);
    }
  });

  it('claims no hole before a period whose start is not printed', () => {
    const standing = on(dossier({ reports: [report({ start: null }), OF_2024] }), '2026-06-01');
    assert.equal(standing.coverage.state, 'continuous');
  });

  it('lets a letter bridge what follows the period directly', () => {
    const whole = { ...withHole, bridgeLetters: [bridgeLetter('2025-01-01', '2025-01-12', '2024-12-31')] };
    assert.deepEqual(on(whole, '2026-06-01').coverage, { state: 'bridged', holes: [] });
    const part = { ...withHole, bridgeLetters: [bridgeLetter('2025-01-01', '2025-01-05', '2024-12-31')] };
    assert.deepEqual(on(part, '2026-06-01').coverage.holes, [
      { from: '2025-01-06', to: '2025-01-12', days: 7 },
    ]);
    const elsewhere = { ...withHole, bridgeLetters: [bridgeLetter('2025-01-03', '2025-01-12', null)] };
    assert.equal(on(elsewhere, '2026-06-01').coverage.holes[0]?.days, 12);
    const otherReport = {
      ...withHole,
      bridgeLetters: [bridgeLetter('2025-01-01', '2025-01-12', '2024-06-30')],
    };
    assert.equal(on(otherReport, '2026-06-01').coverage.holes[0]?.days, 12);
  });

  it('does not make a report current by a letter', () => {
    const vendor = dossier({
      reports: [OF_2024],
      bridgeLetters: [bridgeLetter('2025-01-01', '2025-03-31', '2024-12-31')],
      reviews: [review('2025-03-10', OF_2024)],
    });
    const standing = on(vendor, '2026-02-01');
    assert.equal(standing.report.state, 'renewal-expected');
    assert.equal(standing.coverage.state, 'bridged');
    assert.ok(texts(standing).includes('current: bridged until 31 Mar 2025'));
  });

  it('says when a letter covers more than a letter can', () => {
    const vendor = dossier({
      reports: [OF_2025],
      bridgeLetters: [bridgeLetter('2026-01-01', '2026-06-30', '2025-12-31')],
      reviews: [review('2026-03-10', OF_2025)],
    });
    const standing = on(vendor, '2026-07-01');
    assert.equal(standing.coverage.state, 'bridge-too-long');
    assert.equal(texts(standing)[0], 'attention: bridge letter longer than 3 months');
  });
});

describe('what else wants attention', () => {
  const sites = report({
    reading: {
      facilities: [
        { ...fact('BRU1 – Brussels, Belgium', 9), inScope: true },
        { ...fact('Sydney', 9), inScope: false },
      ],
    },
  });

  it('is a facility that we use and the report does not examine', () => {
    const vendor = dossier({
      registered: registered({ facilities: ['Brussels', 'Sydney', 'Hong Kong'] }),
      reports: [sites],
      reviews: [review('2026-03-10', sites)],
    });
    const standing = on(vendor, '2026-06-01');
    assert.equal(texts(standing)[0], 'attention: Sydney and Hong Kong not examined');
    assert.match(standing.reasons[0]?.detail ?? '', /leaves out Sydney/);
  });

  it('is not a facility whose place is printed beside the name of the site', () => {
    const printed = { ...fact('BRU1 and BRU2', 9), quote: 'BRU1 and BRU2, Brussels', inScope: true };
    const of = report({ reading: { facilities: [printed] } });
    const vendor = dossier({
      registered: registered({ facilities: ['Brussels'] }),
      reports: [of],
      reviews: [review('2026-03-10', of)],
    });
    assert.equal(on(vendor, '2026-06-01').verdict, 'current');
  });

  it('is not a facility where the report names none', () => {
    const vendor = dossier({
      registered: registered({ facilities: ['Brussels'] }),
      reports: [OF_2025],
      reviews: [review('2026-03-10', OF_2025)],
    });
    assert.equal(on(vendor, '2026-06-01').verdict, 'current');
  });

  it('is a file that can’t be read', () => {
    const unreadable = {
      path: 'v/scan.pdf',
      sha256: '',
      bytes: 0,
      reading: emptyReading('unreadable', 'The file is empty.'),
    };
    const vendor = dossier({
      reports: [OF_2025],
      reviews: [review('2026-03-10', OF_2025)],
      unreadable: [unreadable],
    });
    const standing = on(vendor, '2026-06-01');
    assert.equal(texts(standing)[0], 'attention: 1 file can’t be read');
    assert.equal(standing.reasons[0]?.detail, 'v/scan.pdf: The file is empty.');
  });
});

describe('vendors of which nothing is asked', () => {
  it('are the terminated and the exempt; they stay in the record', () => {
    const entry = registered({ status: 'terminated', statusReason: 'moved to Lakeside' });
    const vendor = dossier({
      registered: entry,
      reports: [OF_2024],
      reviews: [review('2025-03-10', OF_2024)],
    });
    const standing = on(vendor, '2027-06-01');
    assert.equal(standing.verdict, 'not-required');
    assert.equal(standing.review.state, 'not-required');
    assert.equal(standing.review.lastReviewed, '2025-03-10');
    assert.deepEqual(texts(standing), ['not-required: terminated: moved to Lakeside']);
  });

  it('are those that were not ours yet, or of whom nothing was on file', () => {
    const later = dossier({ registered: registered({ since: day('2026-03-01') }) });
    assert.equal(on(later, '2026-02-28').verdict, 'not-required');
    assert.equal(on(later, '2026-03-01').verdict, 'attention');
    assert.deepEqual(texts(on(dossier({ reports: [OF_2025] }), '2026-02-19')), [
      'not-required: nothing on file on 19 Feb 2026',
    ]);
  });
});

describe('the state on a past day', () => {
  it('uses only what existed on that day', () => {
    const vendor = dossier({
      reports: [OF_2025, OF_2024],
      reviews: [review('2026-03-10', OF_2025), review('2025-03-10', OF_2024)],
    });
    const then = on(vendor, '2025-12-31');
    assert.equal(then.review.lastReviewed, '2025-03-10');
    assert.deepEqual(then.report, { state: 'current', until: '2025-12-31' });
    assert.equal(on(vendor, '2025-03-09').review.state, 'never-reviewed');
  });

  it('dates a report without a report date by the end of its period', () => {
    const unsigned = report({ issued: null });
    assert.equal(on(dossier({ reports: [unsigned] }), '2025-12-30').verdict, 'not-required');
    assert.equal(on(dossier({ reports: [unsigned] }), '2025-12-31').verdict, 'attention');
  });
});
