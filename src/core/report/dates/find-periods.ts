import { addDays, addMonths, dateFromParts, type CalendarDate } from '../../calendar/calendar-date.ts';
import { lengthInDays, type Period } from '../../calendar/period.ts';
import type { Span } from '../view/flow-text.ts';
import { findDates, type DateMention, type NumericOrder } from './find-dates.ts';

/** A period as it stands in a text, with the spans of its two dates. */
export interface PeriodMention extends Span {
  /** Null when only the end is printed: "the period ended September 30, 2025". */
  readonly first: CalendarDate | null;
  readonly last: CalendarDate;
  readonly startSpan: Span;
  readonly endSpan: Span;
  /** Printed as months without days: "January 2023 to December 2023". */
  readonly monthsOnly: boolean;
}

export interface PeriodsFound {
  readonly periods: readonly PeriodMention[];
  /** Periods that could not be read: their numeric dates can be understood in two ways. */
  readonly undecidable: readonly Span[];
  /** Periods that end before they begin: a slip of whoever wrote them. */
  readonly backwards: readonly Span[];
}

/** What stands between the two dates of a period. */
const BETWEEN =
  /^[\s,]*(?:(?:to|through|thru|until|till|up to|[–-]|and ending(?: on)?|ending(?: on)?|and ended(?: on)?)[\s,]*(?:and including[\s,]*|inclusive of[\s,]*|the (?:period )?(?:ended|ending)[\s,]*)?)$/i;
/** "between January 1 and June 30": here "and" is the joint. */
const AND = /^[\s,]*and[\s,]*$/i;
const BEFORE_AND = /\b(?:between|from|commencing|beginning|starting)(?: on)?\s*$/i;

/** "the year ended", "the twelve-month period ended", "the period ending". */
const LENGTH_BEFORE_END =
  /\b(?:(?:(?<count>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|\d{1,2})(?:\s*\(\d{1,2}\))?[\s-]*months?(?:[\s-]*period)?)|(?<year>(?:fiscal |calendar |one[\s-])?year)|(?<quarter>quarter)|(?<open>(?:reporting |examination |audit )?period))\s*(?:then\s+)?(?:ended|ending)(?:\s+on)?\s*:?\s*$/i;
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  eighteen: 18,
};
/** No report covers more: what looks longer is two dates that have nothing to do with each other. */
const LONGEST_PERIOD_DAYS = 800;

/** All periods in a text, in order. */
export function findPeriods(text: string, order: NumericOrder | undefined): PeriodsFound {
  const dates = findDates(text, order);
  const periods: PeriodMention[] = [];
  const undecidable: Span[] = [];
  const backwards: Span[] = [];
  for (let i = 0; i < dates.length; i++) {
    const from = dates[i];
    const to = dates[i + 1];
    if (from === undefined) break;
    if (to !== undefined && isJoined(text, from, to)) {
      i++;
      const period = joinDates(from, to);
      if (period !== undefined) periods.push(period);
      else if (from.form === 'ambiguous' || to.form === 'ambiguous')
        undecidable.push({ start: from.start, end: to.end });
      else if (from.form === 'full' && to.form === 'full' && from.date > to.date)
        backwards.push({ start: from.start, end: to.end });
      continue;
    }
    const ended = endedPeriod(text, from);
    if (ended !== undefined) periods.push(ended);
  }
  return { periods, undecidable, backwards };
}

function isJoined(text: string, from: DateMention, to: DateMention): boolean {
  if (to.start - from.end > 40) return false;
  const between = text.slice(from.end, to.start);
  if (BETWEEN.test(between)) return true;
  return AND.test(between) && BEFORE_AND.test(text.slice(Math.max(0, from.start - 20), from.start));
}

function joinDates(from: DateMention, to: DateMention): PeriodMention | undefined {
  const last = to.form === 'full' ? to.date : to.form === 'month' ? to.last : undefined;
  if (last === undefined) return undefined;
  const first = startOf(from, last);
  if (first === undefined || first > last) return undefined;
  const period: Period = { start: first, end: last };
  if (lengthInDays(period) > LONGEST_PERIOD_DAYS) return undefined;
  return {
    start: from.start,
    end: to.end,
    first,
    last,
    startSpan: from,
    endSpan: to,
    monthsOnly: from.form === 'month' || to.form === 'month',
  };
}

/** A start without a year takes that of the end, or the year before when it would lie after it. */
function startOf(from: DateMention, last: CalendarDate): CalendarDate | undefined {
  if (from.form === 'full') return from.date;
  if (from.form === 'month') return from.first;
  if (from.form === 'ambiguous') return undefined;
  const year = Number(last.slice(0, 4));
  const same = dateFromParts(year, from.month, from.day);
  return same !== undefined && same <= last ? same : dateFromParts(year - 1, from.month, from.day);
}

/** "the year ended December 31, 2023" tells its start; "the period ended …" doesn't. */
function endedPeriod(text: string, end: DateMention): PeriodMention | undefined {
  if (end.form !== 'full') return undefined;
  const lead = LENGTH_BEFORE_END.exec(text.slice(Math.max(0, end.start - 80), end.start));
  if (lead === null) return undefined;
  const start = end.start - lead[0].length;
  const count = lead.groups?.['count']?.toLowerCase();
  const months =
    count !== undefined
      ? (NUMBER_WORDS[count] ?? Number(count))
      : lead.groups?.['year'] !== undefined
        ? 12
        : lead.groups?.['quarter'] !== undefined
          ? 3
          : undefined;
  const first = months === undefined || months === 0 ? null : addMonths(addDays(end.date, 1), -months);
  const span = { start, end: end.end };
  return { ...span, first, last: end.date, startSpan: span, endSpan: end, monthsOnly: false };
}
