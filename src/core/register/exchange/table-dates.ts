import { dateFromParts, parseCalendarDate, type CalendarDate } from '../../calendar/calendar-date.ts';

/** In which order a column writes day and month; `unknown` when none of its dates tells. */
export type DateOrder = 'day-first' | 'month-first' | 'unknown';

export type TableDate =
  | { readonly date: CalendarDate }
  /** It may be either of two days. */
  | { readonly ambiguous: true }
  | { readonly invalid: true };

interface Parts {
  readonly first: number;
  readonly second: number;
  readonly year: number;
  /** 31.12.2025 is written with dots where the day comes first, everywhere. */
  readonly isDotted: boolean;
}

const NUMERIC = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;
/** Spreadsheets write a day with a time of day behind it. */
const TIME = /[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/;

function partsOf(text: string): Parts | undefined {
  const [, first, separator, second, year] = NUMERIC.exec(text) ?? [];
  if (first === undefined) return undefined;
  return {
    first: Number(first),
    second: Number(second),
    year: Number(year),
    isDotted: separator === '.',
  };
}

const withoutTime = (text: string): string => text.trim().replace(TIME, '');

const dayFirst = ({ first, second, year }: Parts): CalendarDate | undefined =>
  dateFromParts(year, second, first);
const monthFirst = ({ first, second, year }: Parts): CalendarDate | undefined =>
  dateFromParts(year, first, second);

/** The order that a column's own unambiguous dates tell; `unknown` when they tell none, or contradict each other. */
export function dateOrderOf(texts: readonly string[]): DateOrder {
  const orders = new Set<DateOrder>();
  for (const text of texts) {
    const parts = partsOf(withoutTime(text));
    if (parts === undefined || parts.isDotted) continue;
    const isDayFirst = dayFirst(parts) !== undefined;
    const isMonthFirst = monthFirst(parts) !== undefined;
    if (isDayFirst !== isMonthFirst) orders.add(isDayFirst ? 'day-first' : 'month-first');
  }
  const [only] = orders;
  return orders.size === 1 && only !== undefined ? only : 'unknown';
}

/** A date of a table: 2025-12-31, 31.12.2025, 31/12/2025, 12/31/2025. Never a guess. */
export function parseTableDate(text: string, order: DateOrder): TableDate {
  const written = withoutTime(text);
  const iso = parseCalendarDate(written.replace(/^(\d{4})[/.](\d{2})[/.](\d{2})$/, '$1-$2-$3'));
  if (iso !== undefined) return { date: iso };
  const parts = partsOf(written);
  if (parts === undefined) return { invalid: true };
  const byDay = dayFirst(parts);
  const byMonth = monthFirst(parts);
  if (parts.isDotted) return byDay === undefined ? { invalid: true } : { date: byDay };
  if (byDay !== undefined && byMonth !== undefined && byDay !== byMonth) {
    if (order === 'unknown') return { ambiguous: true };
    return { date: order === 'day-first' ? byDay : byMonth };
  }
  const date = byDay ?? byMonth;
  return date === undefined ? { invalid: true } : { date };
}
