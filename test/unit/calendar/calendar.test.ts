import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  calendarDate,
  compareDates,
  dateFromParts,
  dateInWords,
  daysBetween,
  localCalendarDate,
  parseCalendarDate,
} from '../../../src/core/calendar/calendar-date.ts';
import { addDuration, formatDuration, parseDuration } from '../../../src/core/calendar/duration.ts';
import { lengthInDays } from '../../../src/core/calendar/period.ts';

const date = fc
  .date({ min: new Date('1970-01-02T00:00Z'), max: new Date('2199-12-30T00:00Z'), noInvalidDate: true })
  .map((instant) => calendarDate(instant.toISOString().slice(0, 10)));

describe('calendar dates', () => {
  it('are ISO dates of existing days', () => {
    for (const text of ['2026-11-21', '2024-02-29', '0099-01-01', '9999-12-31']) {
      assert.equal(parseCalendarDate(text), text);
    }
    for (const text of [
      '2026-02-30',
      '2025-02-29',
      '2026-13-01',
      '2026-1-1',
      '21/11/2026',
      '',
      '2026-11-21T00:00',
    ]) {
      assert.equal(parseCalendarDate(text), undefined, text);
    }
    assert.throws(() => calendarDate('yesterday'), RangeError);
    assert.equal(dateFromParts(2024, 2, 29), '2024-02-29');
    assert.equal(dateFromParts(2025, 2, 29), undefined);
  });

  it('clamp at the end of the month', () => {
    const cases: readonly (readonly [string, number, string])[] = [
      ['2024-02-29', 12, '2025-02-28'],
      ['2024-02-29', 48, '2028-02-29'],
      ['2025-02-28', 12, '2026-02-28'],
      ['2025-01-31', 1, '2025-02-28'],
      ['2025-08-31', 6, '2026-02-28'],
      ['2025-10-31', -1, '2025-09-30'],
    ];
    for (const [from, months, expected] of cases)
      assert.equal(addMonths(calendarDate(from), months), expected);
  });

  it('cross month ends, leap days and daylight saving by whole days', () => {
    assert.equal(addDays(calendarDate('2024-02-28'), 1), '2024-02-29');
    assert.equal(addDays(calendarDate('2025-02-28'), 1), '2025-03-01');
    assert.equal(addDays(calendarDate('2025-12-31'), 1), '2026-01-01');
    assert.equal(daysBetween(calendarDate('2026-03-28'), calendarDate('2026-03-30')), 2);
    assert.equal(daysBetween(calendarDate('2026-01-20'), calendarDate('2026-01-10')), -10);
  });

  it('stay ISO dates at the far end of the calendar', () => {
    assert.equal(addMonths(calendarDate('9999-06-01'), 12), '9999-12-31');
    assert.equal(addDays(calendarDate('0099-12-31'), 1), '0100-01-01');
  });

  it('are said in words that nobody takes for another date', () => {
    assert.equal(dateInWords(calendarDate('2026-09-30')), '30 Sep 2026');
    assert.equal(localCalendarDate(new Date(2026, 10, 21, 23, 59)), '2026-11-21');
  });

  it('add and count back', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
        const to = addDays(from, days);
        assert.equal(daysBetween(from, to), days);
        assert.equal(Math.sign(compareDates(to, from)), Math.sign(days));
      }),
    );
  });

  it('never lie later for fewer months', () => {
    fc.assert(
      fc.property(date, fc.nat(60), fc.nat(60), (from, a, b) => {
        const [few, many] = a < b ? [a, b] : [b, a];
        assert.ok(addMonths(from, few) <= addMonths(from, many));
        assert.notEqual(parseCalendarDate(addMonths(from, a)), undefined);
      }),
    );
  });
});

describe('durations', () => {
  it('are read and written as the register has them', () => {
    assert.deepEqual(parseDuration('12 months'), { months: 12 });
    assert.deepEqual(parseDuration('1 Year'), { months: 12 });
    assert.deepEqual(parseDuration(' 6 weeks '), { days: 42 });
    assert.deepEqual(parseDuration('90days'), { days: 90 });
    for (const text of ['12', 'months', '-1 month', '1.5 years', '12 moons', '12 months ago']) {
      assert.equal(parseDuration(text), undefined, text);
    }
    assert.equal(formatDuration({ months: 1 }), '1 month');
    assert.equal(formatDuration({ days: 90 }), '90 days');
  });

  it('are added on the calendar', () => {
    assert.equal(addDuration(calendarDate('2024-02-29'), { months: 12 }), '2025-02-28');
    assert.equal(addDuration(calendarDate('2025-06-30'), { days: 90 }), '2025-09-28');
  });
});

describe('periods', () => {
  it('count their first and last day', () => {
    const day = calendarDate('2026-01-01');
    assert.equal(lengthInDays({ start: day, end: day }), 1);
    assert.equal(lengthInDays({ start: calendarDate('2024-01-01'), end: calendarDate('2024-12-31') }), 366);
  });
});
