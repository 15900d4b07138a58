// One by one: Node, which runs the tests from these files, takes a second to load all of the library.
import { addDays as dfAddDays } from 'date-fns/addDays';
import { addMonths as dfAddMonths } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';

declare const calendarDateBrand: unique symbol;

/** A day on the calendar as an ISO string, `2026-11-21`: no time, no time zone. Compares correctly as text. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

const ISO_SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** The last day that an ISO date of four digits can name; arithmetic beyond it stays there. */
const LAST = '9999-12-31' as CalendarDate;

/*
 * A library of thousands of reports asks for millions of dates, and a general parser or formatter takes most of
 * that time; these two only cut and join what is known to be an ISO date.
 */
function toDate(date: string): Date {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7)) - 1;
  const day = Number(date.slice(8, 10));
  if (year >= 100) return new Date(year, month, day);
  // The constructor takes the years 0 to 99 for 1900 to 1999.
  const result = new Date(2000, 0, 1);
  result.setFullYear(year, month, day);
  return result;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function fromDate(date: Date): CalendarDate {
  const year = date.getFullYear();
  if (year > 9999) return LAST;
  return `${pad(year, 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}` as CalendarDate;
}

/** Reads an ISO date; `undefined` when the text is not one or names no existing day (2026-02-30). */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  // A day that doesn't exist runs over into the next month and comes back as another text.
  return ISO_SHAPE.test(text) && fromDate(toDate(text)) === text ? (text as CalendarDate) : undefined;
}

/** The date of an ISO text that is known to be one. Throws a RangeError otherwise. */
export function calendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new RangeError(`Not a calendar date: ${text}`);
  return date;
}

/** The calendar date of year, month (1–12) and day; `undefined` when there is no such day. */
export function dateFromParts(year: number, month: number, day: number): CalendarDate | undefined {
  return parseCalendarDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** The calendar date of an instant in the local time zone. Only for the edge that asks the clock for "today". */
export const localCalendarDate = (instant: Date): CalendarDate => fromDate(instant);

export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromDate(dfAddDays(toDate(date), days));

/** Adds calendar months and clamps at the month's end: 2024-02-29 + 12 = 2025-02-28. */
export const addMonths = (date: CalendarDate, months: number): CalendarDate =>
  fromDate(dfAddMonths(toDate(date), months));

/** Whole days from `from` to `to`; negative when `to` lies before `from`. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  differenceInCalendarDays(toDate(to), toDate(from));

/** The order of two dates, for sorting: earliest first. */
export const compareDates = (a: CalendarDate, b: CalendarDate): number => (a < b ? -1 : a > b ? 1 : 0);

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The date in words that every reader understands the same way: "30 Sep 2026". */
export const dateInWords = (date: CalendarDate): string =>
  `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;

const IN_WORDS = /^(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})$/;

/** Reads what `dateInWords` wrote; `undefined` when the text is anything else. */
export function dateFromWords(text: string): CalendarDate | undefined {
  const [, day = '', month = '', year = ''] = IN_WORDS.exec(text) ?? [];
  return dateFromParts(Number(year), MONTHS.indexOf(month) + 1, Number(day));
}
