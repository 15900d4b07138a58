import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  calendarDate,
  daysBetween,
  type CalendarDate,
} from '../../../src/core/calendar/calendar-date.ts';
import { findDates, numericOrder, type NumericOrder } from '../../../src/core/report/dates/find-dates.ts';
import { findPeriods } from '../../../src/core/report/dates/find-periods.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

interface Parts {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}
const partsOf = (date: CalendarDate): Parts => ({
  year: date.slice(0, 4),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});
const monthName = ({ month }: Parts): string => MONTHS[month - 1]!;
const ordinal = (day: number): string => {
  const last = day % 10;
  const ending =
    day >= 11 && day <= 13 ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th';
  return `${String(day)}${ending}`;
};
const two = (value: number): string => String(value).padStart(2, '0');

/** Every way of writing one date that can be read without looking at other dates. */
const FORMS: Readonly<Record<string, (date: CalendarDate) => string>> = {
  'January 1, 2023': (date) =>
    `${monthName(partsOf(date))} ${String(partsOf(date).day)}, ${partsOf(date).year}`,
  'January 01 2023': (date) => `${monthName(partsOf(date))} ${two(partsOf(date).day)} ${partsOf(date).year}`,
  'JANUARY 1, 2023': (date) =>
    `${monthName(partsOf(date)).toUpperCase()} ${String(partsOf(date).day)}, ${partsOf(date).year}`,
  'Jan. 1, 2023': (date) =>
    `${monthName(partsOf(date)).slice(0, 3)}. ${String(partsOf(date).day)}, ${partsOf(date).year}`,
  'January 1st, 2023': (date) =>
    `${monthName(partsOf(date))} ${ordinal(partsOf(date).day)}, ${partsOf(date).year}`,
  '1 January 2023': (date) =>
    `${String(partsOf(date).day)} ${monthName(partsOf(date))} ${partsOf(date).year}`,
  '1st January 2023': (date) =>
    `${ordinal(partsOf(date).day)} ${monthName(partsOf(date))} ${partsOf(date).year}`,
  '1st of January 2023': (date) =>
    `${ordinal(partsOf(date).day)} of ${monthName(partsOf(date))} ${partsOf(date).year}`,
  '01 Jan 2023': (date) =>
    `${two(partsOf(date).day)} ${monthName(partsOf(date)).slice(0, 3)} ${partsOf(date).year}`,
  '01-Jan-2023': (date) =>
    `${two(partsOf(date).day)}-${monthName(partsOf(date)).slice(0, 3)}-${partsOf(date).year}`,
  '2023-01-31': (date) => date,
  '31.01.2023': (date) => `${two(partsOf(date).day)}.${two(partsOf(date).month)}.${partsOf(date).year}`,
  'January 1, 20232 (a footnote)': (date) =>
    `${monthName(partsOf(date))} ${String(partsOf(date).day)}, ${partsOf(date).year}2`,
};
const JOINTS = [' to ', ' through ', ', through ', ' - ', ' – ', '–', ' until ', '\nto ', ' to\n', ' thru '];

const anyDate = fc.integer({ min: 0, max: 9000 }).map((days) => addDays(calendarDate('2005-01-01'), days));
const anyPeriod = fc
  .tuple(anyDate, fc.integer({ min: 27, max: 400 }))
  .map(([start, days]) => ({ start, end: addDays(start, days) }));

describe('dates', () => {
  it('are read back in every form', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom(...Object.keys(FORMS)), (date, form) => {
        const [found] = findDates(`issued on ${FORMS[form]!(date)} in Boise`, undefined);
        assert.deepEqual([form, found?.form === 'full' && found.date], [form, date]);
      }),
    );
  });

  it('written in numbers are read the way the rest of the text writes them', () => {
    const american = numericOrder('from 01/01/2024 to 12/31/2024');
    const european = numericOrder('from 01/02/2023 to 31/01/2024');
    assert.equal(american, 'month-first');
    assert.equal(european, 'day-first');
    const read = (order: NumericOrder | undefined): unknown =>
      findDates('03/04/2024', order).map((date) => 'date' in date && date.date);
    assert.deepEqual(read(american), ['2024-03-04']);
    assert.deepEqual(read(european), ['2024-04-03']);
    assert.deepEqual(
      findDates('03/04/2024', undefined).map(({ form }) => form),
      ['ambiguous'],
    );
  });

  it('that disagree about their order decide nothing', () => {
    assert.equal(numericOrder('01/31/2024 and 31/01/2024'), undefined);
    assert.equal(numericOrder('01/02/2024'), undefined);
  });

  it('that name no day are none', () => {
    for (const text of [
      'February 30, 2024',
      '2024-13-01',
      '45/45/2024',
      'version 1.2.2024.5',
      'May 2 of the 25 users',
    ])
      assert.deepEqual(
        findDates(text, undefined).filter(({ form }) => form === 'full'),
        [],
        text,
      );
  });
});

describe('periods', () => {
  it('are read back in every form of their dates and of what joins them', () => {
    fc.assert(
      fc.property(
        anyPeriod,
        fc.constantFrom(...Object.keys(FORMS)),
        fc.constantFrom(...JOINTS),
        ({ start, end }, form, joint) => {
          const text = `effective throughout the period ${FORMS[form]!(start)}${joint}${FORMS[form]!(end)}, to provide`;
          const [found] = findPeriods(text, undefined).periods;
          assert.deepEqual([text, found?.first, found?.last], [text, start, end]);
        },
      ),
    );
  });

  const read = (text: string): (string | null)[] =>
    findPeriods(text, undefined).periods.flatMap(({ first, last }) => [first, last]);

  it('share the year of their end', () => {
    assert.deepEqual(read('for the period January 1 to December 31, 2023'), ['2023-01-01', '2023-12-31']);
    assert.deepEqual(read('from 1 October through 31 March 2024'), ['2023-10-01', '2024-03-31']);
  });

  it('of a stated length have a start, others have none', () => {
    assert.deepEqual(read('for the year ended December 31, 2023'), ['2023-01-01', '2023-12-31']);
    assert.deepEqual(read('the twelve-month period ended February 28, 2025'), ['2024-03-01', '2025-02-28']);
    assert.deepEqual(read('the six months ended 30 June 2024'), ['2024-01-01', '2024-06-30']);
    assert.deepEqual(read('for the period ended September 30, 2025'), [null, '2025-09-30']);
  });

  it('between two dates need the word', () => {
    assert.deepEqual(read('between May 1, 2024 and April 30, 2025'), ['2024-05-01', '2025-04-30']);
    assert.deepEqual(read('on May 1, 2024 and April 30, 2025'), []);
  });

  it('of whole months begin on the first and end on the last day', () => {
    assert.deepEqual(read('for the period February 2024 to January 2025'), ['2024-02-01', '2025-01-31']);
  });

  it('that run backwards or for years are none', () => {
    assert.deepEqual(read('December 31, 2023 to January 1, 2023'), []);
    assert.deepEqual(read('January 1, 2013 to January 1, 2023'), []);
  });

  it('span no more than the text between their dates', () => {
    fc.assert(
      fc.property(anyPeriod, ({ start, end }) => {
        const [found] = findPeriods(`the period ${start} to ${end}`, undefined).periods;
        assert.equal(daysBetween(start, end) >= 27 && found !== undefined && found.end - found.start, 24);
      }),
    );
  });
});
