import { daysBetween, type CalendarDate } from './calendar-date.ts';

/** A stretch of days, first and last included. */
export interface Period {
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** How many days a period has; a period of one day has 1. */
export const lengthInDays = (period: Period): number => daysBetween(period.start, period.end) + 1;
