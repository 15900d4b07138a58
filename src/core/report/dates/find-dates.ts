import { addDays, addMonths, dateFromParts, type CalendarDate } from '../../calendar/calendar-date.ts';
import type { Span } from '../view/flow-text.ts';
import { DATE_FORMS, MONTH_AND_YEAR, monthOf } from './date-forms.ts';

/** Which part of "01/02/2024" is the month. */
export type NumericOrder = 'month-first' | 'day-first';

/**
 * A date as it stands in a text. `partial` has no year of its own (it may stand with the end of a range), `ambiguous`
 * is a numeric date that can be read in two ways, `month` has no day.
 */
export type DateMention = Span &
  (
    | { readonly form: 'full'; readonly date: CalendarDate }
    | { readonly form: 'partial'; readonly month: number; readonly day: number }
    | {
        readonly form: 'ambiguous';
        readonly readings: readonly [monthFirst: CalendarDate, dayFirst: CalendarDate];
      }
    | { readonly form: 'month'; readonly first: CalendarDate; readonly last: CalendarDate }
  );

const ANY_DATE = new RegExp(
  [DATE_FORMS.iso, DATE_FORMS.numeric, DATE_FORMS.monthFirst, DATE_FORMS.dayFirst, MONTH_AND_YEAR].join('|'),
  'gi',
);
const NUMERIC = new RegExp(DATE_FORMS.numeric, 'g');

const yearOf = (digits: string): number => {
  const value = Number(digits.replaceAll(' ', ''));
  return value < 100 ? 2000 + value : value;
};

/**
 * Which way numeric dates are written in a text, told by those that can be read in one way only; undefined when there
 * are none, or when they disagree. Dates with points are day first wherever they are used.
 */
export function numericOrder(text: string): NumericOrder | undefined {
  let monthFirst = 0;
  let dayFirst = 0;
  for (const { groups } of text.matchAll(NUMERIC)) {
    const [first, second] = [Number(groups?.['first']), Number(groups?.['second'])];
    if (first > 12 && first <= 31 && second <= 12) dayFirst++;
    if (second > 12 && second <= 31 && first <= 12) monthFirst++;
  }
  if (monthFirst > 0 === dayFirst > 0) return undefined;
  return monthFirst > 0 ? 'month-first' : 'day-first';
}

/** All dates in a text, in order. `order` is that of the whole report's numeric dates. */
export function findDates(text: string, order: NumericOrder | undefined): DateMention[] {
  const mentions: DateMention[] = [];
  for (const match of text.matchAll(ANY_DATE)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const mention = readDate(match.groups ?? {}, span, order);
    if (mention !== undefined) mentions.push(mention);
  }
  return mentions;
}

function readDate(
  groups: Readonly<Record<string, string | undefined>>,
  span: Span,
  order: NumericOrder | undefined,
): DateMention | undefined {
  const group = (...names: string[]): string | undefined =>
    names.map((name) => groups[name]).find((g) => g !== undefined);
  if (groups['first'] !== undefined) return readNumeric(groups, span, order);
  const year = group('yearA', 'yearB', 'yearC', 'yearE');
  const monthText = group('monthA', 'monthB', 'monthE');
  const month = monthText === undefined ? Number(groups['monthC']) : monthOf(monthText);
  const day = group('dayA', 'dayB', 'dayC');
  if (month === undefined) return undefined;
  if (day === undefined) return year === undefined ? undefined : readMonth(yearOf(year), month, span);
  if (year === undefined) return { ...span, form: 'partial', month, day: Number(day) };
  const date = dateFromParts(yearOf(year), month, Number(day));
  return date === undefined ? undefined : { ...span, form: 'full', date };
}

function readMonth(year: number, month: number, span: Span): DateMention | undefined {
  const first = dateFromParts(year, month, 1);
  if (first === undefined) return undefined;
  return { ...span, form: 'month', first, last: addDays(addMonths(first, 1), -1) };
}

function readNumeric(
  groups: Readonly<Record<string, string | undefined>>,
  span: Span,
  order: NumericOrder | undefined,
): DateMention | undefined {
  const [first, second] = [Number(groups['first']), Number(groups['second'])];
  const year = yearOf(groups['yearD'] ?? '');
  const monthFirst = dateFromParts(year, first, second);
  const dayFirst = dateFromParts(year, second, first);
  const known = groups['sepD'] === '.' ? 'day-first' : order;
  const only =
    known === 'month-first'
      ? (monthFirst ?? dayFirst)
      : known === 'day-first'
        ? (dayFirst ?? monthFirst)
        : undefined;
  if (only !== undefined) return { ...span, form: 'full', date: only };
  if (monthFirst === undefined || dayFirst === undefined || monthFirst === dayFirst) {
    const date = monthFirst ?? dayFirst;
    return date === undefined ? undefined : { ...span, form: 'full', date };
  }
  return { ...span, form: 'ambiguous', readings: [monthFirst, dayFirst] };
}
