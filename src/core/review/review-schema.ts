import * as z from 'zod';
import { parseCalendarDate, type CalendarDate } from '../calendar/calendar-date.ts';
import { ENGLISH } from '../language/language.ts';
import { entryDecisions } from '../register/entry-schema.ts';
import { CONCLUSIONS } from './review.ts';

/** The front matter of a review record. Everything may be empty in a draft. */

const date = z.string().transform((text, context): CalendarDate => {
  const parsed = parseCalendarDate(text);
  if (parsed !== undefined) return parsed;
  context.addIssue({ code: 'custom', message: ENGLISH.say('{0} must be a date such as 2026-01-31') });
  return z.NEVER;
});

export interface ReviewedPeriod {
  /** Null for the as-of date of a Type 1, and where the report prints no start. */
  readonly start: CalendarDate | null;
  readonly end: CalendarDate;
}

const period = z.string().transform((text, context): ReviewedPeriod => {
  const [first, second, ...rest] = text.split('/').map((part) => parseCalendarDate(part.trim()));
  if (rest.length === 0 && first !== undefined) {
    if (!text.includes('/')) return { start: null, end: first };
    if (second !== undefined && first <= second) return { start: first, end: second };
  }
  context.addIssue({
    code: 'custom',
    message: ENGLISH.say(
      '{0} must be the report’s period, first and last day, such as 2025-01-01/2025-12-31, or its as-of date',
    ),
  });
  return z.NEVER;
});

const text = z.string().trim();

const sha256 = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[0-9a-f]{64}$/);

export const reviewSchema = z.strictObject({
  vendor: text.optional(),
  report: text.optional(),
  sha256: sha256.optional(),
  kind: text.optional(),
  period: period.optional(),
  reviewer: text.optional(),
  reviewed: date.optional(),
  approver: text.optional(),
  conclusion: z.enum(CONCLUSIONS).optional(),
  nextReview: date.optional(),
  /** Where the record comes from, when a table told of the review. */
  imported: text.optional(),
  confirmed: z.record(z.string(), text).optional(),
  confirmedEntries: entryDecisions.optional(),
  seal: sha256.optional(),
  generated: z.record(z.string(), text).optional(),
});

export type ReviewText = z.infer<typeof reviewSchema>;
