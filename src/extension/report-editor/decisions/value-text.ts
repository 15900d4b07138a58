import { parseCalendarDate, type CalendarDate } from '../../../core/calendar/calendar-date.ts';
import { findDates } from '../../../core/report/dates/find-dates.ts';
import type { CorrectableField, CorrectableValues } from '../../../core/register/correction.ts';
import {
  TRUST_SERVICES_CATEGORIES,
  type Opinion,
  type ReportType,
  type SubserviceMethod,
} from '../../../core/report/reading.ts';

/** A day, as ISO or as reports write it; undefined for several days, and for "01/02/2025", which may be two days. */
function dayIn(text: string): CalendarDate | undefined {
  const iso = parseCalendarDate(text.trim());
  if (iso !== undefined) return iso;
  const [mention, ...others] = findDates(text, undefined);
  return mention?.form === 'full' && others.length === 0 ? mention.date : undefined;
}

function typeIn(text: string): ReportType | undefined {
  const digit = /^\s*(?:.*\btype\s*)?(1|2|i|ii)\b/is.exec(text)?.[1]?.toLowerCase();
  if (digit === undefined) return undefined;
  return digit === '2' || digit === 'ii' ? 2 : 1;
}

function opinionIn(text: string): Opinion | undefined {
  if (/disclaim|do(?:es)? not express/i.test(text)) return 'disclaimer';
  if (/adverse/i.test(text)) return 'adverse';
  if (/unmodified|unqualified/i.test(text)) return 'unmodified';
  return /qualified|except for/i.test(text) ? 'qualified' : undefined;
}

function methodIn(text: string): SubserviceMethod | undefined {
  if (/carve[\s-]*out/i.test(text)) return 'carve-out';
  return /inclusive/i.test(text) ? 'inclusive' : undefined;
}

const textIn = (text: string): string | undefined => text.replaceAll(/\s+/g, ' ').trim() || undefined;

/** Names, which may hold commas, stand between semicolons. */
function namesIn(text: string): readonly string[] | undefined {
  const names = text.split(';').flatMap((name) => textIn(name) ?? []);
  return names.length === 0 ? undefined : names;
}

const UNDERSTAND: { readonly [F in CorrectableField]: (text: string) => CorrectableValues[F] | undefined } = {
  type: typeIn,
  standard: textIn,
  vendor: textIn,
  system: textIn,
  auditor: textIn,
  reportDate: dayIn,
  periodStart: dayIn,
  periodEnd: dayIn,
  asOfDate: dayIn,
  opinion: opinionIn,
  opinionMatter: textIn,
  subserviceMethod: methodIn,
  categories: (text) => {
    const named = TRUST_SERVICES_CATEGORIES.filter((category) =>
      new RegExp(`\\b${category.replace(' ', '\\s+')}\\b`, 'i').test(text),
    );
    return named.length === 0 ? undefined : named;
  },
  subserviceOrganizations: namesIn,
  facilities: namesIn,
  bridgeFrom: dayIn,
  bridgeThrough: dayIn,
  bridgedPeriodEnd: dayIn,
};

/** What a text that a person wrote or selected means as a value of that field; undefined when it means none. */
export const valueFromText = <F extends CorrectableField>(
  field: F,
  text: string,
): CorrectableValues[F] | undefined => UNDERSTAND[field](text);

/** The value as a person would write it; reads back as the same value. */
export const textOfValue = (value: CorrectableValues[CorrectableField]): string =>
  typeof value === 'object' ? value.join('; ') : String(value);
