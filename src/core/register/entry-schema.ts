import * as z from 'zod';
import { ENGLISH } from '../language/language.ts';
import type { EntryWords } from '../report/fact.ts';
import { ENTRY_LISTS } from '../report/reading.ts';
import { date, page, text } from './decision-parts.ts';
import { keyOfDecision, type EntryDecision } from './entry-decision.ts';

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

/** A decision about one entry of a list. */
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

/** The decisions about single entries, as the register and the front matter of reviews write them; one for each. */
export const entryDecisions = z.array(entryDecision).superRefine((decisions, context) => {
  const seen = new Set<string>();
  for (const [index, decision] of decisions.entries()) {
    const key = keyOfDecision(decision);
    if (seen.has(key)) {
      const message = ENGLISH.say('{0} is decided on twice: the first decision counts');
      context.addIssue({ code: 'custom', path: [index], message });
    }
    seen.add(key);
  }
});
