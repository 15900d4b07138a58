import { dateInWords } from '../calendar/calendar-date.ts';
import { coverageEnd, type DocumentReading } from '../report/reading.ts';

/** What time a report speaks about: "1 Jan 2025 to 31 Dec 2025", "as of 30 Jun 2025"; undefined when unknown. */
export function coverageInWords(reading: DocumentReading): string | undefined {
  const end = coverageEnd(reading);
  if (end === null) return undefined;
  if (reading.periodEnd === null) return `as of ${dateInWords(end)}`;
  const start = reading.periodStart?.value;
  return start === undefined ? `to ${dateInWords(end)}` : `${dateInWords(start)} to ${dateInWords(end)}`;
}
