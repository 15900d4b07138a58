import * as z from 'zod';
import { ENGLISH } from '../language/language.ts';
import { TRUST_SERVICES_CATEGORIES, type ReportType } from '../report/reading.ts';
import {
  CORRECTED_KINDS,
  type CorrectableField,
  type CorrectableValues,
  type ValueDecision,
} from './correction.ts';
import { date, page, text } from './decision-parts.ts';
import { ENTRY_KEYS, entryDecisions } from './entry-schema.ts';

/** The hash of a file: what a decision about it is bound to. */
export const sha256 = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/)
  .describe('The SHA-256 of the file, 64 hexadecimal digits.');

const TYPE = /^(?:type[\s-]*)?(1|2|i|ii)$/i;

const type = z
  .string()
  .meta({ description: '1 or 2.', pattern: TYPE.source, examples: ['1', '2'] })
  .transform((written, context): ReportType => {
    const digit = TYPE.exec(written.trim())?.[1]?.toLowerCase();
    if (digit !== undefined) return digit === '2' || digit === 'ii' ? 2 : 1;
    context.addIssue({ code: 'custom', message: ENGLISH.say('{0} must be 1 or 2') });
    return z.NEVER;
  });

/** How each value is written, in the register and in the front matter of reviews. */
export const CORRECTABLE = {
  type,
  standard: text('The attestation standard: SSAE 18, ISAE 3402.'),
  vendor: text('The service organization, as printed in full.'),
  system: text('The system that the report covers.'),
  auditor: text('The service auditor.'),
  reportDate: date('The date under the service auditor’s signature; of a letter, its own date.'),
  periodStart: date('The first day of the period.'),
  periodEnd: date('The last day of the period.'),
  asOfDate: date('The day that a Type 1 speaks about.'),
  opinion: z.enum(['unmodified', 'qualified', 'adverse', 'disclaimer']),
  opinionMatter: text('The matter of a modified opinion.'),
  subserviceMethod: z.enum(['carve-out', 'inclusive']),
  categories: z.array(z.enum(TRUST_SERVICES_CATEGORIES)).min(1).describe('All categories in scope.'),
  subserviceOrganizations: z.array(text('A name, as printed.')).min(1),
  facilities: z.array(text('A facility, as printed.')).min(1).describe('All facilities examined.'),
  bridgeFrom: date('The first day that the letter covers.'),
  bridgeThrough: date('The last day that the letter covers.'),
  bridgedPeriodEnd: date('The end of the period of the report that the letter bridges.'),
} as const satisfies { readonly [F in CorrectableField]: z.ZodType<CorrectableValues[F]> };

export const CORRECTABLE_FIELDS = Object.keys(CORRECTABLE) as CorrectableField[];

export const DECISION_KEYS = ['confirmed', 'corrected', 'page', 'quote'] as const;

/** `absent` is written as a word, and is one of the decisions like the others. */
const asObject = (written: unknown): unknown => (written === 'absent' ? { absent: 'absent' } : written);

function decision<T>(value: z.ZodType<T>) {
  const written = z
    .strictObject({
      absent: z.literal('absent').optional(),
      confirmed: value.optional(),
      corrected: value.optional(),
      page: page('The PDF page that it stands on.').optional(),
      quote: text('The passage that it stands in.').optional(),
    })
    .transform((one, context): ValueDecision<T> => {
      const { absent, confirmed, corrected, page = null, quote = null } = one;
      if (absent !== undefined) return { is: 'absent' };
      if (confirmed !== undefined && corrected === undefined) {
        return { is: 'confirmed', value: confirmed, page, quote };
      }
      if (corrected !== undefined && confirmed === undefined) {
        return { is: 'corrected', value: corrected, page, quote };
      }
      context.addIssue({
        code: 'custom',
        message: ENGLISH.say(
          '{0} must be "absent", or say what it is after one of "confirmed" and "corrected"',
        ),
      });
      return z.NEVER;
    });
  return z.preprocess(asObject, written).exactOptional();
}

const facts = z
  .strictObject({
    type: decision(CORRECTABLE.type),
    standard: decision(CORRECTABLE.standard),
    vendor: decision(CORRECTABLE.vendor),
    system: decision(CORRECTABLE.system),
    auditor: decision(CORRECTABLE.auditor),
    reportDate: decision(CORRECTABLE.reportDate),
    periodStart: decision(CORRECTABLE.periodStart),
    periodEnd: decision(CORRECTABLE.periodEnd),
    asOfDate: decision(CORRECTABLE.asOfDate),
    opinion: decision(CORRECTABLE.opinion),
    opinionMatter: decision(CORRECTABLE.opinionMatter),
    subserviceMethod: decision(CORRECTABLE.subserviceMethod),
    categories: decision(CORRECTABLE.categories),
    subserviceOrganizations: decision(CORRECTABLE.subserviceOrganizations),
    facilities: decision(CORRECTABLE.facilities),
    bridgeFrom: decision(CORRECTABLE.bridgeFrom),
    bridgeThrough: decision(CORRECTABLE.bridgeThrough),
    bridgedPeriodEnd: decision(CORRECTABLE.bridgedPeriodEnd),
  })
  .describe('What is right, value by value.');

/** "SOC 2 report" is what people write. */
const withoutReport = (written: unknown): unknown =>
  typeof written === 'string' ? written.replace(/\s+report$/i, '') : written;

export const correction = z.strictObject({
  file: text('Where the file lay when this was decided, relative to the workspace.'),
  sha256,
  by: text('Who decided it.').optional(),
  on: date('The day on which it was decided.').optional(),
  as: z
    .preprocess(withoutReport, z.enum(CORRECTED_KINDS))
    .describe('What the file is; "ignored" sets it aside.')
    .optional(),
  facts: facts.optional(),
  entries: entryDecisions
    .describe('What is right in its lists, entry by entry: exceptions, user controls, and others.')
    .optional(),
  settled: z
    .array(text('A warning, word for word.'))
    .describe('Warnings about the file that somebody has looked into.')
    .optional(),
});

export type CorrectionText = z.infer<typeof correction>;

/** The keys that may stand below an entry of `corrections`, `path` counted from the entry. */
export function correctionKeys([key, field]: readonly (string | number)[]): readonly string[] {
  if (key === 'entries') return ENTRY_KEYS;
  if (key === 'facts') return field === undefined ? CORRECTABLE_FIELDS : DECISION_KEYS;
  return Object.keys(correction.shape);
}

/** In the JSON schema a decision is the word `absent`, or an object without that key. */
export function writeAbsentAsWord(jsonSchema: z.core.JSONSchema.BaseSchema): void {
  const { properties, ...rest } = jsonSchema;
  const absent = properties?.['absent'];
  if (typeof absent !== 'object' || absent.const !== 'absent') return;
  const written = { ...properties };
  Reflect.deleteProperty(written, 'absent');
  for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
  jsonSchema.anyOf = [{ const: 'absent' }, { ...rest, properties: written }];
}
