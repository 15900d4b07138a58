import { config, t } from '@vscode/l10n';
import type { CalendarDate } from '../core/calendar/calendar-date.ts';
import { ENGLISH, type Language } from '../core/language/language.ts';
import { retellIn } from '../core/language/retell.ts';

type Translated = Pick<Language, 'date' | 'list' | 'retell'> & {
  readonly month?: (day: CalendarDate) => string;
};

/** As `@vscode/l10n` keeps one bundle of words for the process, so this keeps what goes with it. */
let translated: Translated = ENGLISH;

/**
 * Has the extension speak the reader's language from now on.
 *
 * @param locale of dates and lists, "de"
 * @param bundle translations by English message, as VS Code loads them from `l10n/`
 */
export function speak(locale: string, bundle: Readonly<Record<string, string>>): void {
  config({ contents: bundle });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const lists = new Intl.ListFormat(locale);
  const date = (day: CalendarDate): string => days.format(new Date(`${day}T00:00Z`));
  translated = {
    date,
    month: (day) => months.format(new Date(`${day}T00:00Z`)),
    list: (items) => lists.format(items),
    retell: retellIn({ messages: new Map(Object.entries(bundle)), date }),
  };
}

/** How the extension speaks to the reader: in the editor's language where we have it, else in English. */
export const readersLanguage: Language = {
  say: t,
  count: (number, one, many, ...values) => t(number === 1 ? one : many, number, ...values),
  date: (date) => translated.date(date),
  list: (items) => translated.list(items),
  retell: (recorded) => translated.retell(recorded),
};

/** A date as the reader writes it. */
export const dateInWords = (date: CalendarDate): string => readersLanguage.date(date);

/** A date's month as the reader writes it: "Nov 2026". */
export const monthInWords = (date: CalendarDate): string =>
  translated.month?.(date) ?? ENGLISH.date(date).replace(/^\d+ /, '');

/** A sentence of a reading, a review or the register, which are all kept in English, in the reader's language. */
export const retold = (recorded: string): string => readersLanguage.retell(recorded);
