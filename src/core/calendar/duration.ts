import { addDays, addMonths, type CalendarDate } from './calendar-date.ts';

/** A length of time on the calendar, as the register writes it: "12 months", "90 days". */
export type Duration = { readonly months: number } | { readonly days: number };

const DURATION = /^(\d{1,4})\s*(day|week|month|year)s?$/i;

/** Reads "12 months", "90 days", "6 weeks", "1 year"; `undefined` when the text is none of these. */
export function parseDuration(text: string): Duration | undefined {
  const match = DURATION.exec(text.trim());
  const unit = match?.[2]?.toLowerCase();
  if (match === null || unit === undefined) return undefined;
  const count = Number(match[1]);
  switch (unit) {
    case 'day':
      return { days: count };
    case 'week':
      return { days: count * 7 };
    case 'month':
      return { months: count };
    default:
      return { months: count * 12 };
  }
}

export const addDuration = (date: CalendarDate, duration: Duration): CalendarDate =>
  'months' in duration ? addMonths(date, duration.months) : addDays(date, duration.days);

/** The duration as the register writes it. */
export function formatDuration(duration: Duration): string {
  const [count, unit] = 'months' in duration ? [duration.months, 'month'] : [duration.days, 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
