import { findDates, numericOrder, type DateMention } from '../dates/find-dates.ts';
import { findPeriods } from '../dates/find-periods.ts';
import type { CalendarDate } from '../../calendar/calendar-date.ts';
import { addDays } from '../../calendar/calendar-date.ts';
import type { Fact } from '../fact.ts';
import type { BridgeLetter } from '../reading.ts';
import { factFrom, type DocumentView } from '../view/document-view.ts';
import type { FlowText, Span } from '../view/flow-text.ts';
import { holdsAuditorsLetter } from './report-signs.ts';

/** A letter has few pages. */
const LONGEST_LETTER = 4;
const CALLED_BRIDGE =
  /\b(?:bridge|bridging|gap|comfort|update) (?:letter|period)\b|\bbridg(?:e|es|ing) the (?:gap|period)\b/i;
const OF_A_REPORT =
  /\b(?:SOC ?[12]|SSAE|SAS 70|ISAE ?3402|service auditor'?s? report|service organi[sz]ation controls?)\b/i;
/** What management declares of the time after the report. */
const DECLARES =
  /[^.\n]*\b(?:not aware of any|aware of no|no(?: known)?|any|have not been any|has not been any|there (?:were|have been|are) no|did not (?:identify|have) any|without)\b[^.\n]{0,40}\b(?:material|significant|relevant)?\s*(?:changes?|modifications?)\b[^.\n]*(?:\.|\n|$)/i;
const IN_FORCE =
  /[^.\n]*\b(?:controls?|control environment)\b[^.\n]{0,80}\b(?:remain(?:s|ed)?|continue[sd]?)\b[^.\n]*(?:\.|\n|$)/i;

/** The text of a letter: the appended part, or the whole of a document that is one. */
const letterFlow = (view: DocumentView): FlowText =>
  view.has('bridge-letter') ? view.flow('bridge-letter') : view.whole;

/** True for a letter by management about the time since a report's end. */
export function isBridgeLetter(view: DocumentView): boolean {
  if (view.pageCount > LONGEST_LETTER || holdsAuditorsLetter(view)) return false;
  const { text } = view.whole;
  if (!OF_A_REPORT.test(text)) return false;
  const isLetter =
    /\b(?:to whom it may concern|dear\b|sincerely|regards|yours (?:truly|faithfully)|to our)/i.test(text);
  return (
    (CALLED_BRIDGE.test(text) && (isLetter || DECLARES.test(text))) ||
    (isLetter && DECLARES.test(text) && findDates(text, numericOrder(text)).length > 0)
  );
}

/** Dates that the sentence around them calls the report's own end. */
const REPORT_PERIOD = /\b(?:report|examination|audit|attestation|SOC ?[12])\b[^.\n]{0,160}$/i;
const BRIDGED_BEFORE =
  /\b(?:bridge|gap|since|after|following|subsequent to|from|interim|through|between|changes|cover(?:s|ing|ed)?|additional)\b[^.\n]{0,120}$/i;
const THROUGH =
  /\b(?:through|to|until|up to|as of|and)\b[\s,]*(?:and including |the date of this letter[,(\s]*|today[,(\s]*)?$/i;

/** Reads a bridge letter, alone or appended to a report. */
export function readBridgeLetter(view: DocumentView): BridgeLetter | null {
  const flow = letterFlow(view);
  const { text } = flow;
  const order = numericOrder(text);
  const { periods } = findPeriods(text, order);
  const dates = findDates(text, order).filter((date) => date.form === 'full');
  const before = (span: Span, length = 200): string =>
    text.slice(Math.max(0, span.start - length), span.start);
  const factOf = (value: CalendarDate, span: Span, focus: Span): Fact<CalendarDate> =>
    factFrom(value, flow, span, 'certain', focus.start);

  const complete = periods.filter((period) => period.first !== null);
  const reported =
    periods.find((period) => REPORT_PERIOD.test(before(period)) && !CALLED_BRIDGE.test(before(period, 60))) ??
    (complete.length > 1 ? complete[0] : undefined);
  const endDate = reported === undefined ? endOfReport(text, dates) : undefined;
  const reportEnd = reported?.last ?? endDate?.date ?? null;
  const bridged =
    complete.find(
      (period) => period !== reported && reportEnd !== null && period.first === addDays(reportEnd, 1),
    ) ?? complete.find((period) => period !== reported && BRIDGED_BEFORE.test(before(period)));
  const reportPeriodEnd =
    reported !== undefined
      ? factOf(reported.last, reported, reported.endSpan)
      : endDate !== undefined
        ? factOf(endDate.date, endDate, endDate)
        : null;
  const through =
    bridged !== undefined
      ? factOf(bridged.last, bridged, bridged.endSpan)
      : throughDate(flow, dates, reportEnd);
  const from =
    bridged !== undefined && bridged.first !== null
      ? factOf(bridged.first, bridged, bridged.startSpan)
      : null;
  return { from, through, reportPeriodEnd, changes: declaredChanges(flow), signer: readSigner(flow) };
}

type FullDate = Extract<DateMention, { form: 'full' }>;

/** The date of "…report for the period ended September 30, 2025" where no period was read. */
function endOfReport(text: string, dates: readonly FullDate[]): FullDate | undefined {
  return dates.find(
    (date) =>
      /\b(?:ended|ending|through|period end(?:ed|ing)?|as of)\s*$/i.test(
        text.slice(Math.max(0, date.start - 30), date.start),
      ) && REPORT_PERIOD.test(text.slice(Math.max(0, date.start - 200), date.start)),
  );
}

function throughDate(
  flow: FlowText,
  dates: readonly FullDate[],
  reportEnd: CalendarDate | null,
): Fact<CalendarDate> | null {
  const found = dates.find(
    (date) =>
      (reportEnd === null || date.date > reportEnd) &&
      THROUGH.test(flow.text.slice(Math.max(0, date.start - 60), date.start)) &&
      BRIDGED_BEFORE.test(flow.text.slice(Math.max(0, date.start - 200), date.start)),
  );
  return found === undefined ? null : factFrom(found.date, flow, found, 'likely');
}

function declaredChanges(flow: FlowText): Fact<string> | null {
  const match = DECLARES.exec(flow.text) ?? IN_FORCE.exec(flow.text);
  if (match === null) return null;
  const value = match[0].trim();
  const start = match.index + match[0].indexOf(value);
  return factFrom(value, flow, { start, end: start + value.length });
}

/** The line under "Sincerely,". */
function readSigner(flow: FlowText): Fact<string> | null {
  const closing =
    /\b(?:sincerely(?: yours)?|(?:best |kind )?regards|yours (?:truly|faithfully|sincerely)|very truly yours|respectfully)[,.]?\s+((?:\p{Lu}[\p{L}.'-]*\s+){1,3}\p{Lu}[\p{L}.'-]+)/iu.exec(
      flow.text,
    );
  if (closing?.[1] === undefined) return null;
  const start = closing.index + closing[0].length - closing[1].length;
  const value = closing[1].split('\n')[0]?.trim() ?? '';
  return value === '' ? null : factFrom(value, flow, { start, end: start + value.length });
}
