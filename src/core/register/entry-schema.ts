import * as z from 'zod';
import { ENGLISH } from '../language/language.ts';
import type { EntryWords } from '../report/fact.ts';
import { ENTRY_LISTS } from '../report/reading.ts';
import { date, page, text } from './decision-parts.ts';
import type { EntryDecision } from './entry-decision.ts';

const words = (description: string) => text(description).optional();

const DECIDED = ['confirmed', 'corrected', 'absent', 'added'] as const;

const number = words('The number printed with it: the control’s of an exception, that of a user control.');

const written = z.strictObject({
  list: z.enum(ENTRY_LISTS).describe('The list that the entry belongs to.'),
  confirmed: words('It is right as it was read: these words.'),
  corrected: words('What is right; then "read" has what was read.'),
  absent: words('What was read and isn’t in the report.'),
  added: words('What the report says and wasn’t read.'),
  number,
  page: page('The PDF page that it stands on.'),
  quote: words('The passage that it stands in, where it says it in other words.'),
  read: z
    .strictObject({ number, text: text('The words as they were read.') })
    .describe('What was read, of an entry that is corrected.')
    .optional(),
  by: words('Who decided it, where that is somebody else than who decided the rest.'),
  on: date('The day on which it was decided.').optional(),
});

/** The keys of a decision about one entry, as they are written. */
export const ENTRY_KEYS: readonly string[] = Object.keys(written.shape);

const wordsOf = (said: { readonly text: string; readonly number?: string | undefined }): EntryWords => ({
  number: said.number ?? null,
  text: said.text,
});

/** A decision about one entry of a list, as the register and the front matter of reviews write it. */
export const entryDecision = written.transform((one, context): EntryDecision => {
  const { list, page, quote = null, by = null, on = null } = one;
  const [is, ...others] = DECIDED.filter((key) => one[key] !== undefined);
  const said = is === undefined ? undefined : one[is];
  if (
    is === undefined ||
    said === undefined ||
    others.length > 0 ||
    (is === 'corrected') !== (one.read !== undefined)
  ) {
    context.addIssue({
      code: 'custom',
      message: ENGLISH.say(
        '{0} must have its words after one of "confirmed", "corrected", "absent" and "added", and with "corrected" also "read"',
      ),
    });
    return z.NEVER;
  }
  const says = wordsOf({ text: said, number: one.number });
  return { list, is, read: one.read === undefined ? says : wordsOf(one.read), says, page, quote, by, on };
});
