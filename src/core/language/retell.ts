import { dateFromWords, type CalendarDate } from '../calendar/calendar-date.ts';
import { fill } from './fill.ts';

/*
 * Records and caches hold English sentences, so that they don't depend on who has the editor open. To show one in
 * another language, the message that it was made of is found again. The translations are keyed by message, so they
 * are the table of all messages, and a sentence that is one of them with its values is the very text that `fill` gave.
 * So nothing has to be kept beside a sentence, and what isn't ours, such as a passage of a report, stays as it is.
 */

export interface Translator {
  /** Translations by English message. */
  readonly messages: ReadonlyMap<string, string>;
  readonly date: (date: CalendarDate) => string;
}

interface Template {
  readonly message: string;
  readonly pattern: RegExp;
  /** The number of each placeholder, in the order of the text. */
  readonly numbers: readonly number[];
}

const PLACEHOLDER = /\{\d\}/g;

/** Between statements that are listed in one sentence. */
const BETWEEN_STATEMENTS = '; ';

/** A value is taken for a message of ours from so many letters on: a name is never met by chance. */
const TELLING_LETTERS = 8;

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

const lettersIn = (message: string): number =>
  message.replaceAll(PLACEHOLDER, '').replaceAll(/\P{L}/gu, '').length;

const templateOf = (message: string): Template => ({
  message,
  pattern: new RegExp(`^${message.split(PLACEHOLDER).map(escaped).join('(.*?)')}$`, 's'),
  numbers: [...message.matchAll(PLACEHOLDER)].map(([placeholder]) => Number(placeholder.charAt(1))),
});

const isTelling = (message: string): boolean =>
  message.includes(' ') && lettersIn(message) >= TELLING_LETTERS;

/** The most telling message first, so that a sentence is never taken for a shorter one with long values. */
const templatesOf = (messages: Iterable<string>): readonly Template[] =>
  [...messages]
    .filter((message) => message.search(PLACEHOLDER) >= 0 && lettersIn(message) > 0)
    .sort((a, b) => lettersIn(b) - lettersIn(a) || b.length - a.length)
    .map(templateOf);

/** Tells recorded English sentences in the language of the translations; others come back as they are. */
export function retellIn({ messages, date }: Translator): (recorded: string) => string {
  let templates: readonly Template[] | undefined;

  const fromTemplate = (text: string, isWanted?: (message: string) => boolean): string | undefined => {
    templates ??= templatesOf(messages.keys());
    for (const { message, pattern, numbers } of templates) {
      if (isWanted?.(message) === false) continue;
      const found = pattern.exec(text);
      if (found === null) continue;
      const values: string[] = [];
      numbers.forEach((number, index) => (values[number] = retellValue(found[index + 1] ?? '')));
      return fill(messages.get(message) ?? message, ...values);
    }
    return undefined;
  };

  /** Dates, and statements of ours within a sentence; everything else is a name or a quotation. */
  const retellValue = (value: string): string => {
    const days = value.split(' to ').map(dateFromWords);
    if (days.every((day) => day !== undefined)) {
      const [first = '', second] = days.map(date);
      return second === undefined ? first : fill(messages.get('{0} to {1}') ?? '{0} to {1}', first, second);
    }
    return value
      .split(BETWEEN_STATEMENTS)
      .map(
        (part) => (isTelling(part) ? messages.get(part) : undefined) ?? fromTemplate(part, isTelling) ?? part,
      )
      .join(BETWEEN_STATEMENTS);
  };

  return (recorded) => messages.get(recorded) ?? fromTemplate(recorded) ?? recorded;
}
