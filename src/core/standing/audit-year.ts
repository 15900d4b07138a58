import { addDays, dateFromParts, type CalendarDate } from '../calendar/calendar-date.ts';
import { lengthInDays, type Period } from '../calendar/period.ts';
import type { Policy } from '../register/register.ts';
import type { ReportKind } from '../register/expected-report.ts';

/** The last day of our fiscal year in a calendar year; the 29th of February is the 28th in a common year. */
const yearEnd = (year: number, { month, day }: Policy['fiscalYearEnd']): CalendarDate | undefined =>
  dateFromParts(year, month, day) ?? dateFromParts(year, month, day - 1);

const FAR_PAST = '0001-01-01' as CalendarDate;

function yearEnding(end: CalendarDate, policy: Policy): Period {
  const previous = yearEnd(Number(end.slice(0, 4)) - 1, policy.fiscalYearEnd);
  return { start: previous === undefined ? FAR_PAST : addDays(previous, 1), end };
}

/** Our audit year in which a day lies. */
export function auditYearOf(day: CalendarDate, policy: Policy): Period {
  const year = Number(day.slice(0, 4));
  const end = yearEnd(year, policy.fiscalYearEnd);
  if (end !== undefined && day <= end) return yearEnding(end, policy);
  return yearEnding(yearEnd(year + 1, policy.fiscalYearEnd) ?? day, policy);
}

/** The audit year before one. */
export const previousAuditYear = (year: Period, policy: Policy): Period =>
  yearEnding(addDays(year.start, -1), policy);

/** How many days of an audit year a line's reports tested, its letters bridge, and nobody speaks about. */
export interface AuditYearCoverage {
  readonly year: Period;
  readonly tested: number;
  readonly bridged: number;
  readonly uncovered: number;
}

/** Marks the days of a period within a year. */
function mark(days: Uint8Array, year: Period, period: Period, value: number): void {
  const start = period.start < year.start ? year.start : period.start;
  const end = period.end > year.end ? year.end : period.end;
  if (start > end) return;
  const from = lengthInDays({ start: year.start, end: start }) - 1;
  days.fill(value, from, from + lengthInDays({ start, end }));
}

const BRIDGED = 1;
const TESTED = 2;

/** A line's tested periods, and the days that its letters bridge. */
export interface CoveredTime {
  readonly tested: readonly Period[];
  readonly bridges: readonly { readonly covers: Period }[];
}

/** Counts each day once: a day that is tested and bridged is tested. */
export function auditYearCoverage({ tested, bridges }: CoveredTime, year: Period): AuditYearCoverage {
  const days = new Uint8Array(lengthInDays(year));
  for (const { covers } of bridges) mark(days, year, covers, BRIDGED);
  for (const period of tested) mark(days, year, period, TESTED);
  const count = (value: number): number => days.reduce((sum, day) => sum + (day === value ? 1 : 0), 0);
  return { year, tested: count(TESTED), bridged: count(BRIDGED), uncovered: count(0) };
}

/** Six months, counted generously: January to June of a common year, the shortest that follow each other. */
const SIX_MONTHS_IN_DAYS = 181;

/** True for SOC 1 reports that tested less than the six months of an audit year that an auditor of ours wants. */
export const testsTooLittle = (kind: ReportKind, { tested }: AuditYearCoverage): boolean =>
  kind === 'soc1' && tested < SIX_MONTHS_IN_DAYS;
