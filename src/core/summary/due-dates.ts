import { generateIcsCalendar, type IcsEvent } from 'ts-ics';
import { addDays, compareDates, dateInWords, type CalendarDate } from '../calendar/calendar-date.ts';
import { compareText } from '../library/order.ts';
import type { OwnDocument } from '../register/register.ts';
import { foldName } from '../register/vendor-name.ts';
import type { DocumentStanding } from '../standing/document-standing.ts';
import type { PortfolioRow } from '../standing/portfolio.ts';

/** A day on which something is due. */
export interface DueDate {
  /** The same for the same thing, so that a second import moves the entry instead of adding one. */
  readonly uid: string;
  readonly date: CalendarDate;
  readonly summary: string;
  readonly detail: string;
}

/** Where our own documents stand. */
export interface DocumentRow {
  readonly document: OwnDocument;
  readonly standing: DocumentStanding;
}

/** Whose entries these are; part of every uid. */
const DOMAIN = 'soc-review-tracker';

function reviewDue({ dossier, standing }: PortfolioRow): DueDate[] {
  const { due, state } = standing.review;
  if (due === null || state === 'not-required') return [];
  const detail = standing.reasons.map((reason) => reason.detail).join('\n');
  return [{ uid: `review-${dossier.id}@${DOMAIN}`, date: due, summary: `Review ${dossier.name}`, detail }];
}

/** The day by which the vendor's next report should be on file. */
function renewalDue({ dossier, standing }: PortfolioRow): DueDate[] {
  const { state, until } = standing.report;
  if (until === null || (state !== 'current' && state !== 'renewal-expected')) return [];
  const detail =
    state === 'current'
      ? `The report on file counts as current until ${dateInWords(until)}.`
      : `The next report was to be expected by ${dateInWords(until)}.`;
  return [
    {
      uid: `renewal-${dossier.id}@${DOMAIN}`,
      date: until,
      summary: `Next report of ${dossier.name}`,
      detail,
    },
  ];
}

function documentDue({ document, standing }: DocumentRow): DueDate[] {
  const { due } = standing.review;
  if (due === null) return [];
  const uid = `document-${foldName(document.name).replace(/ /g, '-')}@${DOMAIN}`;
  const detail = standing.reasons.map((reason) => reason.detail).join('\n');
  return [{ uid, date: due, summary: `Review ${document.name}`, detail }];
}

/** Every day on which a review is due or a report expected, earliest first. */
export const dueDates = (vendors: readonly PortfolioRow[], documents: readonly DocumentRow[]): DueDate[] =>
  [
    ...vendors.flatMap((row) => [...reviewDue(row), ...renewalDue(row)]),
    ...documents.flatMap(documentDue),
  ].sort((a, b) => compareDates(a.date, b.date) || compareText(a.uid, b.uid));

/** A day as a calendar file has it: all day, in no time zone. */
const allDay = (date: CalendarDate) => ({ date: new Date(`${date}T00:00:00Z`), type: 'DATE' as const });

/**
 * The days as an iCalendar file (RFC 5545), entries of whole days.
 *
 * @param today The day of the export: entries of a later one replace those of an earlier one.
 */
export const calendarFile = (dates: readonly DueDate[], today: CalendarDate): string =>
  generateIcsCalendar({
    version: '2.0',
    prodId: '-//SOC Review Tracker//Due dates//EN',
    events: dates.map(({ uid, date, summary, detail }): IcsEvent => ({
      uid,
      summary,
      description: detail,
      stamp: { date: new Date(`${today}T00:00:00Z`) },
      start: allDay(date),
      end: allDay(addDays(date, 1)),
    })),
  });
