import { ENGLISH } from '../language/language.ts';
import type * as z from 'zod';
import type { CorrectableValues, ValueDecision, ValueDecisions } from '../register/correction.ts';
import type { NewDecision } from '../register/edit-corrections.ts';
import { CORRECTABLE, CORRECTABLE_FIELDS } from '../register/correction-schema.ts';
import { withDeciders } from '../register/entry-decision.ts';
import { nearest } from '../register/nearest.ts';
import type { DecidedValues } from '../register/corrected-reading.ts';
import type { CorrectableField } from '../register/correction.ts';
import type { ReviewRecord } from './review.ts';

/*
 * What a reviewer said of the extracted values in the front matter:
 * `confirmed: { period: extracted, auditor: corrected "Baker & Finch LLP", system: absent }`.
 */

/** A name of the front matter, with the fields of a reading that it speaks of. */
const NAMES: ReadonlyMap<string, readonly CorrectableField[]> = new Map<string, readonly CorrectableField[]>([
  ['period', ['periodStart', 'periodEnd']],
  ...CORRECTABLE_FIELDS.map((field): [string, readonly CorrectableField[]] => [field, [field]]),
]);

const CORRECTED = /^corrected\b[\s:]*(?:to\s+)?(.+)$/is;
const QUOTED = /^"(.*)"$|^'(.*)'$/s;

const unquoted = (text: string): string => {
  const [, double, single] = QUOTED.exec(text) ?? [];
  return (double ?? single ?? text).trim();
};

/** Lists are written in one line: categories between commas, names, which may hold commas, between semicolons. */
const partsOf = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function valueOf(field: CorrectableField, text: string): unknown {
  const schema: z.ZodType = CORRECTABLE[field];
  const input =
    field === 'categories'
      ? partsOf(text, /[,;]/)
      : field === 'subserviceOrganizations' || field === 'facilities'
        ? partsOf(text, /;/)
        : text;
  return schema.safeParse(input).data;
}

const corrected = (value: unknown, { page, quote }: Citation): ValueDecision<unknown> => ({
  is: 'corrected',
  value,
  page,
  quote,
});

/** Where a corrected value stands, as far as the reviewer says so. */
interface Citation {
  readonly page: number | null;
  readonly quote: string | null;
}

const NO_CITATION: Citation = { page: null, quote: null };

/** A value with its passage: `"Baker & Finch LLP", page 12, "By: Baker & Finch LLP"`. */
const CITED = /^("(?:[^"\\]|\\.)*")(?:, page ([1-9]\d{0,5})(?:, ("(?:[^"\\]|\\.)*"))?)?$/s;

/** What is right instead, as it is written; undefined when nothing is corrected. */
export function correctedText(said: string): string | undefined {
  const written = CORRECTED.exec(said.trim())?.[1];
  return written === undefined ? undefined : citedValue(written).text;
}

/** The value as it is written, and where it stands. */
function citedValue(written: string): Citation & { readonly text: string } {
  const [, value, page, quote] = CITED.exec(written.trim()) ?? [];
  if (value === undefined) return { text: unquoted(written), ...NO_CITATION };
  try {
    return {
      text: JSON.parse(value) as string,
      page: page === undefined ? null : Number(page),
      quote: quote === undefined ? null : (JSON.parse(quote) as string),
    };
  } catch {
    return { text: unquoted(written), ...NO_CITATION };
  }
}

/** A decision as `confirmed` has it; what was confirmed stands for itself. */
export function confirmedEntry(decision: NewDecision<CorrectableValues[CorrectableField]>): string {
  if (decision.is === 'absent') return 'absent';
  if (decision.is === 'confirmed') return 'extracted';
  const { value, page, quote } = decision;
  const text = typeof value === 'object' ? value.join('; ') : String(value);
  if (page === undefined) return `corrected ${JSON.stringify(text)}`;
  const passage = quote === undefined ? '' : `, ${JSON.stringify(quote)}`;
  return `corrected ${JSON.stringify(text)}, page ${page}${passage}`;
}

const AS_READ: ValueDecision<never> = { is: 'confirmed', value: null, page: null, quote: null };

type Parsed =
  | { readonly decisions: readonly (readonly [CorrectableField, ValueDecision<unknown>])[] }
  | { readonly objection: string; readonly replacement?: string };

/** One entry of `confirmed`; an entry that says nothing that we understand is an objection. */
function parseEntry(name: string, said: string): Parsed {
  const fields = NAMES.get(name);
  if (fields === undefined) {
    const meant = nearest(name, [...NAMES.keys()]);
    return meant === undefined
      ? { objection: ENGLISH.say('confirmed names no value "{0}".', name) }
      : {
          objection: ENGLISH.say('confirmed names no value "{0}"; did you mean "{1}"?', name, meant),
          replacement: meant,
        };
  }
  const text = said.trim();
  if (/^(?:extracted|confirmed)$/i.test(text)) {
    return { decisions: fields.map((field) => [field, AS_READ]) };
  }
  if (/^absent$/i.test(text)) return { decisions: fields.map((field) => [field, { is: 'absent' }]) };
  const { text: value, ...citation } = citedValue(CORRECTED.exec(text)?.[1] ?? '');
  if (value === '') {
    return {
      objection: ENGLISH.say('{0} must be extracted, absent, or corrected followed by what is right.', name),
    };
  }
  const values = name === 'period' ? partsOf(value, /\//) : [value];
  const decisions = fields.map((field, index): readonly [CorrectableField, ValueDecision<unknown>] => [
    field,
    corrected(valueOf(field, values[index] ?? ''), citation),
  ]);
  const isValid = decisions.every(([, decision]) => decision.is !== 'absent' && decision.value !== undefined);
  return isValid && values.length === fields.length
    ? { decisions }
    : {
        objection: ENGLISH.say(
          '{0} can’t be corrected to "{1}"; write it as the register does.',
          name,
          value,
        ),
      };
}

/** What a review's front matter decides about its report. What isn't understood decides nothing. */
export function confirmedValues(record: ReviewRecord): DecidedValues {
  const { confirmed, confirmedEntries = [], reviewer, reviewed } = record;
  const facts = Object.fromEntries(
    Object.entries(confirmed).flatMap(([name, said]) => {
      const parsed = parseEntry(name, said);
      return 'decisions' in parsed ? parsed.decisions : [];
    }),
  ) as ValueDecisions;
  const decider = { by: reviewer, on: reviewed };
  return { ...decider, as: null, facts, entries: withDeciders(confirmedEntries, decider) };
}

/** What can't be understood of `confirmed`, each with the name that it stands behind. */
export const confirmedObjections = (
  confirmed: ReviewRecord['confirmed'],
): readonly { readonly name: string; readonly message: string; readonly replacement?: string }[] =>
  Object.entries(confirmed).flatMap(([name, said]) => {
    const parsed = parseEntry(name, said);
    if ('decisions' in parsed) return [];
    const { objection, replacement } = parsed;
    return [{ name, message: objection, ...(replacement === undefined ? {} : { replacement }) }];
  });
