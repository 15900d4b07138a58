import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../../src/core/calendar/calendar-date.ts';
import type { VendorDossier } from '../../../src/core/library/snapshot.ts';
import { coverageEnd } from '../../../src/core/report/reading.ts';
import { DEFAULT_POLICY } from '../../../src/core/register/register.ts';
import { standingOn } from '../../../src/core/standing/standing-on.ts';
import { VERDICTS, type Standing } from '../../../src/core/standing/standing.ts';
import { anyDay, anyDossier, reviewOf } from './histories.ts';

const on = (vendor: VendorDossier, asOf: ReturnType<typeof addDays>): Standing =>
  standingOn(vendor, DEFAULT_POLICY, asOf);

const rank = ({ verdict }: Standing): number => VERDICTS.indexOf(verdict);

const RUNS = { numRuns: 500 };

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
