import { t } from '@vscode/l10n';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { Reason, Verdict } from '../../core/standing/standing.ts';
import { dateInWords } from '../language.ts';
import { capital, verdictInWords } from './words.ts';

/** A standing as plain text for a mail or a ticket: the verdict, then each reason with what it rests on. */
export const reasonsAsText = (
  name: string,
  { verdict, reasons }: { readonly verdict: Verdict; readonly reasons: readonly Reason[] },
  day: CalendarDate,
): string =>
  [
    t('{0}: {1} on {2}', name, verdictInWords(verdict), dateInWords(day)),
    ...reasons.map(({ text, detail, files }) =>
      [`- ${capital(text)}. ${detail}`, ...files.map((file) => `  ${file}`)].join('\n'),
    ),
    '',
  ].join('\n');
