import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SECTION_KINDS, type SectionKind, type SectionSpan } from '../../../src/core/report/reading.ts';
import { alignReports } from '../../../src/core/summary/align-reports.ts';

const report = (pages: number, ...starts: [SectionKind, number][]) => ({
  pages,
  sections: starts.map(([kind, firstPage]): SectionSpan => ({ kind, title: '', firstPage, lastPage: pages })),
});
const older = report(40, ['auditors-report', 3], ['assertion', 7], ['description', 9], ['tests', 20]);
const newer = report(60, ['assertion', 4], ['auditors-report', 6], ['description', 11], ['tests', 31]);

describe('a place in the report of another year', () => {
  const place = alignReports(older, newer);

  it('is the beginning of the same section', () => {
    assert.equal(place(9), 11);
    assert.equal(place(20), 31);
    assert.equal(place(1), 1);
  });

  it('is as far into the section', () => {
    assert.equal(place(14.5), 21);
    assert.equal(place(41), 61);
  });

  it('passes over sections that stand in another order', () => {
    assert.equal(place(3), 6);
    assert.ok(place(7) > 6 && place(7) < 11);
  });

  it('never goes back, and never leaves the report', () => {
    const sections = fc
      .uniqueArray(fc.tuple(fc.constantFrom(...SECTION_KINDS), fc.integer({ min: 1, max: 50 })), {
        selector: ([, page]) => page,
      })
      .map((starts) => starts.sort((a, b) => a[1] - b[1]));
    fc.assert(
      fc.property(sections, sections, (a, b) => {
        const align = alignReports(report(50, ...a), report(50, ...b));
        let last = 0;
        for (let at = 1; at <= 51; at += 0.25) {
          const there = align(at);
          assert.ok(there >= last && there >= 1 && there <= 51, `${at} is at ${there}`);
          last = there;
        }
      }),
    );
  });
});
