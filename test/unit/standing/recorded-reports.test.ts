import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_POLICY } from '../../../src/core/register/register.ts';
import type { ReviewRecord } from '../../../src/core/review/review.ts';
import { auditYearsOn } from '../../../src/core/standing/audit-years.ts';
import { standingOn } from '../../../src/core/standing/standing-on.ts';
import { day, dossier, registered, report, review } from './samples.ts';

const ELSEWHERE = { ...DEFAULT_POLICY, reportsElsewhere: true };
const bound: Partial<ReviewRecord> = {
  report: 'vendors/northlake/2025.pdf',
  sha256: 'a'.repeat(64),
  kind: 'SOC 2 Type 2',
  periodStart: day('2025-01-01'),
  periodEnd: day('2025-12-31'),
};
const signed = review('2026-03-01', null, { ...bound, reviewer: 'Dana', conclusion: 'acceptable' });
const codes = (standing: ReturnType<typeof standingOn>): string[] => standing.reasons.map(({ code }) => code);

describe('a report that is kept elsewhere', () => {
  const withoutPdf = dossier({ reviews: [signed] });

  it('is missing where the register doesn’t say so, and the row tells what was signed for', () => {
    const standing = standingOn(withoutPdf, DEFAULT_POLICY, day('2026-06-01'));
    assert.deepEqual([standing.verdict, standing.report.state], ['attention', 'none']);
    const reason = standing.reasons.find(({ code }) => code === 'report-elsewhere');
    assert.match(
      reason?.detail ?? '',
      /SOC 2 Type 2 is not in this folder; reviews\/.*reportsElsewhere: true/,
    );
    assert.deepEqual(reason?.files, [signed.path]);
  });

  it('counts as its review has it where the register says so, and the row says where it is known from', () => {
    const standing = standingOn(withoutPdf, ELSEWHERE, day('2026-06-01'));
    assert.deepEqual(
      [standing.verdict, standing.report],
      ['current', { state: 'current', until: '2026-12-31' }],
    );
    assert.equal(standing.coverage.state, 'continuous');
    assert.deepEqual(codes(standing).sort(), ['report-current', 'report-elsewhere', 'review-current']);
    assert.ok(standing.reasons.every(({ files }) => files.every((file) => file === signed.path)));
    const [lastYear] = auditYearsOn(withoutPdf, ELSEWHERE, day('2026-06-01'));
    assert.equal(lastYear?.tested, 365);
  });

  it('ages like any other', () => {
    const states = ['2026-12-31', '2027-01-01', '2027-04-01', '2027-04-02'].map(
      (date) => standingOn(withoutPdf, ELSEWHERE, day(date)).report.state,
    );
    assert.deepEqual(states, ['current', 'renewal-expected', 'stale', 'stale']);
  });

  it('answers what the register expects', () => {
    const ours = registered({
      services: [{ name: 'Colocation', expects: ['SOC 2 Type 2', 'SOC 1 Type 2'] }],
    });
    const standing = standingOn(
      dossier({ registered: ours, reviews: [signed] }),
      ELSEWHERE,
      day('2026-06-01'),
    );
    const missing = standing.reasons.filter(({ code }) => code === 'report-missing');
    assert.deepEqual(
      missing.map(({ text }) => text),
      ['no SOC 1 Type 2 report'],
    );
  });

  it('is the one that is here, as soon as that is here', () => {
    const here = report({ sha256: bound.sha256! });
    const standing = standingOn(
      dossier({ reports: [here], reviews: [signed] }),
      ELSEWHERE,
      day('2026-06-01'),
    );
    assert.ok(!codes(standing).includes('report-elsewhere'));
    assert.deepEqual(standing.report, { state: 'current', until: '2026-12-31' });
  });

  it('is none when nobody signed for its bytes, its kind or its period', () => {
    for (const open of [{ sha256: null }, { kind: null }, { periodEnd: null }, { conclusion: null }]) {
      const loose = review('2026-03-01', null, { ...signed.record, ...open });
      const standing = standingOn(dossier({ reviews: [loose] }), ELSEWHERE, day('2026-06-01'));
      assert.equal(standing.report.state, 'none', JSON.stringify(open));
    }
  });
});
