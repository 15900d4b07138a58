import { fill } from '../../language/fill.ts';
import { ENGLISH } from '../../language/language.ts';
import { dateInWords, type CalendarDate } from '../../calendar/calendar-date.ts';
import { findDates, numericOrder, type NumericOrder } from '../dates/find-dates.ts';
import { findPeriods, type PeriodMention } from '../dates/find-periods.ts';
import type { Fact } from '../fact.ts';
import { factFrom, type DocumentView } from '../view/document-view.ts';
import type { FlowText, Span } from '../view/flow-text.ts';
import { disagreements, SOURCES } from './recognition.ts';

/** The time that a report is about: a period, or for a Type 1 a day. */
export interface TimeRead {
  readonly periodStart: Fact<CalendarDate> | null;
  readonly periodEnd: Fact<CalendarDate> | null;
  readonly asOfDate: Fact<CalendarDate> | null;
  readonly warnings: readonly string[];
}

/** What leads in the report's own period, on a page that names other dates too. */
const LEAD =
  /\b(?:throughout|for|during|over|covering|of|from|between)\s+(?:the\s+|a\s+)?(?:(?:review|reporting|examination|audit|test(?:ing)?|specified|entire|full|[\w-]+\s?-?\s?month)\s+)?(?:period|time|year|months?)?\s*(?:of|from|between|:|,|covering|beginning|commencing|ranging)?\s*(?:the\s+period\s*)?$/i;
/** Times that are somebody else's, or of something else. */
const OTHER_TIME =
  /\b(?:prior|previous(?:ly)?|preceding|predecessor|last year'?s?|former|dated|effective (?:date|as)|issued|next report|subservice|bridge|gap|policy|expir\w+|quarters?|fiscal quarters?|downloaded|printed|generated|licen[cs]ed)\b[^.\n]{0,100}$/i;
const AS_OF = /\b(?:as\s+(?:of|at)|at)\s*:?\s*$/i;

const NO_TIME = { periodStart: null, periodEnd: null, asOfDate: null } as const;
/** On a cover, a period needs no words around it. */
const ON_THE_COVER = SOURCES[2].where;

interface Mention<T> {
  readonly flow: FlowText;
  readonly where: string;
  readonly value: T;
  readonly count: number;
}

type Reading = Pick<PeriodMention, 'first' | 'last' | 'startSpan' | 'endSpan' | 'monthsOnly'> & Span;

const orders = new WeakMap<DocumentView, { readonly order: NumericOrder | undefined }>();

/** Numeric dates are understood the way the whole report writes them. */
export function orderOf(view: DocumentView): NumericOrder | undefined {
  const known = orders.get(view);
  if (known !== undefined) return known.order;
  const order = numericOrder(view.lines) ?? numericOrder(view.runningText.text);
  orders.set(view, { order });
  return order;
}

/** The periods that one part of the report states, the most frequent first. */
function statedPeriods(flow: FlowText, where: string, order: NumericOrder | undefined): Mention<Reading>[] {
  const onCover = where === ON_THE_COVER;
  const groups = new Map<string, Mention<Reading>>();
  for (const period of findPeriods(flow.text, order).periods) {
    const before = flow.text.slice(Math.max(0, period.start - 140), period.start);
    if (OTHER_TIME.test(before)) continue;
    if (!onCover && period.first !== null && !LEAD.test(before) && !/\bperiod\b[^.\n]{0,40}$/i.test(before))
      continue;
    const key = `${period.first ?? ''}/${period.last}`;
    const known = groups.get(key);
    const weight = /\bthroughout\b[^.\n]{0,30}$/i.test(before) ? 2 : 1;
    groups.set(
      key,
      known === undefined
        ? { flow, where, value: period, count: weight }
        : { ...known, count: known.count + weight },
    );
  }
  return [...groups.values()].sort(
    (a, b) => Number(b.value.first !== null) - Number(a.value.first !== null) || b.count - a.count,
  );
}

/** The days as of which one part of the report speaks, the most frequent first. */
function statedDays(
  flow: FlowText,
  where: string,
  order: NumericOrder | undefined,
): Mention<Span & { date: CalendarDate }>[] {
  const groups = new Map<string, Mention<Span & { date: CalendarDate }>>();
  for (const mention of findDates(flow.text, order)) {
    if (mention.form !== 'full') continue;
    const before = flow.text.slice(Math.max(0, mention.start - 140), mention.start);
    const lead = AS_OF.exec(before);
    if (lead === null || OTHER_TIME.test(before)) continue;
    const known = groups.get(mention.date);
    const value = { ...mention, start: mention.start - lead[0].length };
    groups.set(
      mention.date,
      known === undefined ? { flow, where, value, count: 1 } : { ...known, count: known.count + 1 },
    );
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

/** True when a part of the report states a period of its own. */
export const hasPeriod = (view: DocumentView, flow: FlowText): boolean =>
  statedPeriods(flow, '', orderOf(view)).length > 0;

/** True when a part of the report speaks as of a day. */
export const hasDay = (view: DocumentView, flow: FlowText): boolean =>
  statedDays(flow, '', orderOf(view)).length > 0;

/**
 * Reads the period or the day. `isPointInTime` says that the opinion is about design only, so that a day is meant.
 * Several parts of a report state it; the service auditor's word counts, and a disagreement is named.
 */
export function readTime(view: DocumentView, isPointInTime: boolean): TimeRead {
  const order = orderOf(view);
  return isPointInTime ? readDay(view, order) : readPeriod(view, order);
}

function readDay(view: DocumentView, order: NumericOrder | undefined): TimeRead {
  const stated = SOURCES.flatMap(({ part, where }) => statedDays(view.flow(part), where, order).slice(0, 1));
  const [best] = stated;
  if (best === undefined) return { ...NO_TIME, warnings: undecided(view, order) };
  const facts = stated.map(({ flow, where, value }) => ({
    where,
    fact: factFrom(value.date, flow, value, 'certain', value.end - 1),
  }));
  const statements = facts.map(({ where, fact }) => ({
    where,
    said: dateInWords(fact.value),
    evidence: fact,
  }));
  return {
    ...NO_TIME,
    asOfDate: facts[0]?.fact ?? null,
    warnings: disagreements(
      (all) => ENGLISH.say('The as-of date is stated differently: {0}.', all),
      statements,
    ),
  };
}

/** Where else a report may state its period, when the letter, the assertion and the cover don't. */
const LAST_RESORT = [
  { part: 'description', where: ENGLISH.say('{0} in the description (page {1})') },
  { part: 'tests', where: ENGLISH.say('{0} in the tests (page {1})') },
] as const;

function readPeriod(view: DocumentView, order: NumericOrder | undefined): TimeRead {
  const reliable = SOURCES.flatMap(({ part, where }) =>
    statedPeriods(view.flow(part), where, order).slice(0, 1),
  );
  const isLastResort = reliable.length === 0;
  const stated = isLastResort
    ? LAST_RESORT.flatMap(({ part, where }) =>
        statedPeriods(view.flow(part), where, order)
          .filter(({ count }) => count > 1)
          .slice(0, 1),
      )
    : reliable;
  const [best] = stated;
  if (best === undefined) return { ...NO_TIME, warnings: undecided(view, order) };
  const { last } = best.value;
  const withStart = stated.find(({ value }) => value.first !== null && value.last === last);
  const { flow, value } = withStart ?? best;
  const certainty = value.monthsOnly || isLastResort ? 'likely' : 'certain';
  const statements = stated.flatMap((mention) =>
    mention.value.first === null
      ? []
      : [
          {
            where: mention.where,
            said: ENGLISH.say(
              '{0} to {1}',
              dateInWords(mention.value.first),
              dateInWords(mention.value.last),
            ),
            evidence: mention.flow.evidence(mention.value),
          },
        ],
  );
  return {
    periodStart:
      value.first === null ? null : factFrom(value.first, flow, value, certainty, value.startSpan.start),
    periodEnd: factFrom(last, flow, value, certainty, value.endSpan.start),
    asOfDate: null,
    warnings: [
      ...disagreements((all) => ENGLISH.say('The period is stated differently: {0}.', all), statements),
      ...slips(view, order),
    ],
  };
}

/** Periods that end before they begin. */
function slips(view: DocumentView, order: NumericOrder | undefined): string[] {
  return SOURCES.flatMap(({ part, where }) => {
    const flow = view.flow(part);
    return findPeriods(flow.text, order)
      .backwards.slice(0, 1)
      .map((span) => {
        const evidence = flow.evidence(span);
        return ENGLISH.say(
          'The period {0} ends before it begins.',
          fill(where, `"${evidence.quote}"`, evidence.page),
        );
      });
  });
}

/** Why there is no period although dates are printed. */
function undecided(view: DocumentView, order: NumericOrder | undefined): string[] {
  const flow = view.flow('cover', 'auditors-report', 'assertion');
  const [period] = findPeriods(flow.text, order).undecidable;
  const span = period ?? findDates(flow.text, order).find(({ form }) => form === 'ambiguous');
  if (span === undefined) return [];
  const { page, quote } = flow.evidence(span);
  return [
    ENGLISH.say(
      'The dates "{0}" on page {1} can be read month first or day first, and nothing in the report tells which.',
      quote,
      page,
    ),
  ];
}
