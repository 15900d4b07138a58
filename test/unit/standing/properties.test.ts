import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../../src/core/calendar/calendar-date.ts';
import type { VendorDossier } from '../../../src/core/library/snapshot.ts';
import { coverageEnd } from '../../../src/core/report/reading.ts';
import { DEFAULT_POLICY, TIERS } from '../../../src/core/register/register.ts';
import { standingOn } from '../../../src/core/standing/standing-on.ts';
import { VERDICTS, type ReportClockState, type Standing } from '../../../src/core/standing/standing.ts';
import { anyDay, anyDossier, reviewOf } from './histories.ts';
import { day, dossier, registered, review } from './samples.ts';

const on = (vendor: VendorDossier, asOf: ReturnType<typeof addDays>): Standing =>
  standingOn(vendor, DEFAULT_POLICY, asOf);

const rank = ({ verdict }: Standing): number => VERDICTS.indexOf(verdict);

const RUNS = { numRuns: 500 };

const MONTHS_OF = {
  critical: { months: 12 },
  high: { months: 12 },
  moderate: { months: 24 },
  low: { months: 36 },
} as const;

/** Leap days, and the ends of long months: what a random day meets too rarely. */
const LEAP_DAYS: [ReturnType<typeof day>, (typeof TIERS)[number]][] = [
  [day('2024-02-29'), 'critical'],
  [day('2024-02-29'), 'low'],
  [day('2023-02-28'), 'high'],
  [day('2022-02-28'), 'moderate'],
  [day('2025-12-31'), 'critical'],
];

/** From fresh to gone. */
const FRESHNESS: readonly ReportClockState[] = [
  'current',
  'renewal-expected',
  'type-1-only',
  'late',
  'stale',
  'none',
];

describe('over random histories', () => {
  it('there is always a verdict, and it is that of the worst reason', () => {
    fc.assert(
      fc.property(anyDossier, anyDay, (vendor, asOf) => {
        const { verdict, reasons, review, coverage } = on(vendor, asOf);
        assert.ok(reasons.length > 0);
        assert.equal(
          VERDICTS.indexOf(verdict),
          Math.min(...reasons.map((reason) => VERDICTS.indexOf(reason.verdict))),
        );
        assert.ok((review.days ?? 0) >= 0);
        assert.equal(review.due === null, review.days === null);
        for (const { from, to, days } of coverage.holes) assert.equal(days, daysBetween(from, to) + 1);
        for (const { text, detail } of reasons) assert.ok(text !== '' && detail.endsWith('.'), detail);
      }),
      RUNS,
    );
  });

  it('a later day never makes an overdue review less overdue, unless somebody reviewed', () => {
    fc.assert(
      fc.property(anyDossier, anyDay, fc.nat(800), (vendor, asOf, days) => {
        const before = on(vendor, asOf).review;
        const later = addDays(asOf, days);
        const reviewed = vendor.reviews.some(({ record }) => {
          const date = record?.reviewed ?? null;
          return date !== null && date > asOf && date <= later;
        });
        fc.pre(before.state === 'overdue' && !reviewed);
        const after = on(vendor, later).review;
        assert.equal(after.state, 'overdue');
        assert.ok((after.days ?? 0) >= (before.days ?? 0) + days);
      }),
      RUNS,
    );
  });

  it('a review is due on the same day of the month, at the end of a month that has no such day', () => {
    const tiers = fc.constantFrom(...TIERS);
    fc.assert(
      fc.property(anyDay, tiers, (reviewed, tier) => {
        const file = review(reviewed, null);
        const vendor = dossier({ registered: registered({ tier }), reviews: [file] });
        const { due } = on(vendor, reviewed).review;
        const { months } = MONTHS_OF[tier];
        const [year = 0, month = 0, dayOfMonth = 0] = reviewed.split('-').map(Number);
        // Day 0 of a month is the last day of the one before.
        const lastDay = new Date(Date.UTC(year, month + months, 0));
        lastDay.setUTCDate(Math.min(dayOfMonth, lastDay.getUTCDate()));
        assert.equal(due, lastDay.toISOString().slice(0, 10));
        assert.equal(on(vendor, day(due)).review.state, 'due-soon');
        const after = on(vendor, addDays(day(due), 1)).review;
        assert.deepEqual([after.state, after.days], ['overdue', 1]);
      }),
      { ...RUNS, examples: LEAP_DAYS },
    );
  });

  it('a later day never makes a report fresher, unless one was issued or reviewed', () => {
    fc.assert(
      fc.property(anyDossier, anyDay, fc.nat(500), (vendor, asOf, days) => {
        const later = addDays(asOf, days);
        const isBetween = (date: string | null | undefined): boolean =>
          date !== null && date !== undefined && date > asOf && date <= later;
        const isEvent =
          vendor.reports.some(({ reading }) =>
            isBetween(reading.reportDate?.value ?? coverageEnd(reading) ?? null),
          ) || vendor.reviews.some(({ record }) => isBetween(record?.reviewed));
        const before = on(vendor, asOf).report.state;
        fc.pre(!isEvent && before !== 'not-required');
        const after = on(vendor, later).report.state;
        assert.ok(FRESHNESS.indexOf(after) >= FRESHNESS.indexOf(before), `${before} became ${after}`);
      }),
      RUNS,
    );
  });

  it('a completed review of a dated report never makes a vendor worse', () => {
    const pair = anyDossier
      .filter(({ reports }) => reports.length > 0)
      .chain((vendor) =>
        fc.record({ vendor: fc.constant(vendor), added: reviewOf(vendor.reports), asOf: anyDay }),
      );
    fc.assert(
      fc.property(pair, ({ vendor, added, asOf }) => {
        const before = on(vendor, asOf);
        // Of a vendor of which nothing was on file on that day, a review is the first that we know.
        fc.pre(before.verdict !== 'not-required');
        // Of a report without dates, a review is the first to tell how long ago it must have been there.
        fc.pre(added.record?.periodEnd !== null);
        const reviews = [...vendor.reviews, { ...added, path: 'reviews/added.md' }];
        const after = on({ ...vendor, reviews }, asOf);
        assert.ok(rank(after) >= rank(before), `${before.verdict} became ${after.verdict}`);
      }),
      RUNS,
    );
  });

  it('the order of the files does not matter', () => {
    const pair = anyDossier.chain((vendor) =>
      fc
        .record({
          reports: shuffled(vendor.reports),
          reviews: shuffled(vendor.reviews),
          bridgeLetters: shuffled(vendor.bridgeLetters),
        })
        .map((order) => ({ vendor, other: { ...vendor, ...order } })),
    );
    fc.assert(
      fc.property(pair, anyDay, ({ vendor, other }, asOf) => {
        assert.deepEqual(on(other, asOf), on(vendor, asOf));
      }),
      RUNS,
    );
  });

  it('what came later does not matter for a past day', () => {
    fc.assert(
      fc.property(anyDossier, anyDay, (vendor, asOf) => {
        const existed = {
          ...vendor,
          reports: vendor.reports.filter(
            ({ reading }) => (reading.reportDate?.value ?? coverageEnd(reading) ?? asOf) <= asOf,
          ),
          bridgeLetters: vendor.bridgeLetters.filter(
            ({ reading }) => (reading.reportDate?.value ?? asOf) <= asOf,
          ),
          reviews: vendor.reviews.filter(({ record }) => (record?.reviewed ?? asOf) <= asOf),
        };
        const drafts = existed.reviews.filter(({ record, state }) => {
          const end = record?.periodEnd ?? null;
          return (
            state === 'draft' &&
            end !== null &&
            end <= asOf &&
            !existed.reports.some(({ path }) => path === record?.report)
          );
        });
        // The draft of a report that is not on file any more can't be told from that of one not issued yet.
        fc.pre(drafts.length === 0);
        assert.deepEqual(on(existed, asOf), on(vendor, asOf));
      }),
      RUNS,
    );
  });
});

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
