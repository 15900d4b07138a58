import * as z from 'zod';
import { parseCalendarDate, type CalendarDate } from '../calendar/calendar-date.ts';
import { ENGLISH } from '../language/language.ts';

/*
 * What decisions about reports are written with, each with a description for whoever writes it.
 */

/** An ISO date that exists. */
export const date = (description: string) =>
  z
    .string()
    .meta({ format: 'date', description, examples: ['2026-01-31'] })
    .transform((text, context): CalendarDate => {
      const parsed = parseCalendarDate(text);
      if (parsed !== undefined) return parsed;
      context.addIssue({ code: 'custom', message: ENGLISH.say('{0} must be a date such as 2026-01-31') });
      return z.NEVER;
    });

/** A text that says something. */
export const text = (description: string) => z.string().trim().min(1).describe(description);

/** A page of a PDF, counted from 1. */
export const page = (description: string) => z.coerce.number().int().min(1).describe(description);
