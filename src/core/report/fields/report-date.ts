import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { findDates, type DateMention } from '../dates/find-dates.ts';
import { findPeriods } from '../dates/find-periods.ts';
import type { Fact } from '../fact.ts';
import { factFrom, type DocumentView } from '../view/document-view.ts';
import type { FlowText, Span } from '../view/flow-text.ts';
import { orderOf } from './period.ts';

const OPINION =
  /\bin our opinion\b|\bwe do not express an opinion\b|\bbasis for\b[^.\n]{0,40}\bopinion\b|\bqualified opinion\b/i;
/** What stands beside a date on the line of a signature: a city, a state, a country, "Date:", the firm. */
const BESIDE_A_DATE = /^[\p{L}\s,.&'|:–()-]{0,70}$/u;
/** Words of sentences, and of other dates' lines. */
const SENTENCE =
  /\b(?:period|throughout|as of|as at|through|ended|ending|since|from|between|issued|section|report|standards?|effective|revised|to|of|the|on|in|by|and|for|was|were|is|downloaded|printed|expires?|licensed)\b/i;
/** How a line ends that runs on into the next. */
const RUNS_ON = /(?:\b(?:to|through|from|of|at|and|the|as|on|in|period|ended|by|for)|[,(–-])$/i;

type FullDate = Extract<DateMention, { form: 'full' }>;

/** Dates that have a line of the page to themselves, but for a place or a label. */
function datesOnTheirOwn(flow: FlowText, view: DocumentView, from: number): FullDate[] {
  const { text } = flow;
  const order = orderOf(view);
  const { periods } = findPeriods(text, order);
  const lines = flow.lineSpans();
  let index = 0;
  return findDates(text, order).flatMap((date) => {
    if (date.form !== 'full' || date.start < from) return [];
    if (periods.some((period) => period.start <= date.start && date.start < period.end)) return [];
    while ((lines[index]?.end ?? Infinity) <= date.start) index++;
    const line = lines[index];
    if (line === undefined || !standsAlone(text, line, date)) return [];
    const before = lines[index - 1];
    const runsOn =
      before !== undefined &&
      RUNS_ON.test(text.slice(before.start, before.end)) &&
      before.end - before.start > 45;
    return runsOn ? [] : [date];
  });
}

function standsAlone(text: string, line: Span, date: Span): boolean {
  const beside = `${text.slice(line.start, date.start)} ${text.slice(date.end, line.end)}`;
  return (
    BESIDE_A_DATE.test(beside) && !SENTENCE.test(beside) && !/^\s*\.\s*$/.test(text.slice(date.end, line.end))
  );
}

/**
 * Reads the date under the service auditor's signature: a line of its own after the opinion. Letters that are dated
 * at their head have none there.
 */
export function readReportDate(
  view: DocumentView,
  coverageEnd: CalendarDate | null,
): Fact<CalendarDate> | null {
  const flow = view.flow('auditors-report');
  const opinion = Math.max(0, flow.text.search(OPINION));
  const dates = datesOnTheirOwn(flow, view, 0).filter(
    (each) => coverageEnd === null || each.date >= coverageEnd,
  );
  const signed = dates.find(({ start }) => start >= opinion);
  if (signed !== undefined) return factFrom(signed.date, flow, { start: signed.start, end: signed.end });
  const [dated] = dates;
  return dated === undefined
    ? null
    : factFrom(dated.date, flow, { start: dated.start, end: dated.end }, 'likely');
}

/** Reads the date of a bridge letter: the first on a line of its own. */
export function readLetterDate(view: DocumentView): Fact<CalendarDate> | null {
  const flow = view.has('bridge-letter') ? view.flow('bridge-letter') : view.whole;
  const [date] = datesOnTheirOwn(flow, view, 0);
  return date === undefined ? null : factFrom(date.date, flow, { start: date.start, end: date.end });
}
