import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { findDates } from '../dates/find-dates.ts';
import { findPeriods } from '../dates/find-periods.ts';
import type { Fact } from '../fact.ts';
import { factFrom, type DocumentView } from '../view/document-view.ts';
import { orderOf } from './period.ts';

const OPINION =
  /\bin our opinion\b|\bwe do not express an opinion\b|\bbasis for\b[^.\n]{0,40}\bopinion\b|\bqualified opinion\b/gi;
/** What may stand on the signature's date line: a city, a state, "Date:". */
const BEFORE_ON_LINE = /(?:^|\n)[^\n.;]{0,70}$/;
const AFTER_ON_LINE = /^[\s,.|]*(?:[\p{Lu}][^\n.;]{0,60})?(?:\n|$)/u;
const SENTENCE =
  /\b(?:period|throughout|as of|as at|through|ended|ending|since|from|between|issued|section|report|standards?|effective|revised)\b/i;

/** Reads the date under the service auditor's signature: a line of its own after the opinion. */
export function readReportDate(
  view: DocumentView,
  coverageEnd: CalendarDate | null,
): Fact<CalendarDate> | null {
  const flow = view.flow('auditors-report');
  const { text } = flow;
  const opinionAt = [...text.matchAll(OPINION)].at(0)?.index ?? 0;
  const order = orderOf(view);
  const { periods } = findPeriods(text, order);
  const inPeriod = (at: number): boolean => periods.some((period) => period.start <= at && at < period.end);
  const signed = findDates(text, order).flatMap((mention) => {
    if (mention.form !== 'full' || mention.start < opinionAt || inPeriod(mention.start)) return [];
    const lineBefore = BEFORE_ON_LINE.exec(text.slice(Math.max(0, mention.start - 90), mention.start))?.[0];
    const after = text.slice(mention.end, mention.end + 90);
    if (lineBefore === undefined || SENTENCE.test(lineBefore) || !AFTER_ON_LINE.test(after)) return [];
    if (coverageEnd !== null && mention.date < coverageEnd) return [];
    if (
      /\b(?:to|through|from|of|at|and|[-–])\s*$/i.test(
        text.slice(Math.max(0, mention.start - 12), mention.start),
      )
    )
      return [];
    return [mention];
  });
  const date = signed[0];
  return date === undefined ? null : factFrom(date.date, flow, { start: date.start, end: date.end });
}

/** Reads the date of a bridge letter: the first on a line of its own. */
export function readLetterDate(view: DocumentView): Fact<CalendarDate> | null {
  const flow = view.has('bridge-letter') ? view.flow('bridge-letter') : view.whole;
  const { text } = flow;
  for (const mention of findDates(text, orderOf(view))) {
    if (mention.form !== 'full') continue;
    const lineBefore = text.slice(text.lastIndexOf('\n', mention.start) + 1, mention.start);
    const after = text.slice(mention.end, mention.end + 90);
    if (SENTENCE.test(lineBefore) || lineBefore.length > 70 || !AFTER_ON_LINE.test(after)) continue;
    return factFrom(mention.date, flow, { start: mention.start, end: mention.end });
  }
  return null;
}
