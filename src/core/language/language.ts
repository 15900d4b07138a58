import { dateInWords, type CalendarDate } from '../calendar/calendar-date.ts';
import { fill } from './fill.ts';

/**
 * How something is said to a reader. Messages are whole English sentences or phrases with placeholders, written out
 * where they are said: a translation finds them by that text. What is written to files is always `ENGLISH`, since a
 * record must not depend on who has the editor open.
 */
export interface Language {
  /** The message in this language, with its values. */
  readonly say: (message: string, ...values: readonly (string | number)[]) => string;
  /** One of two messages: for one thing, or for any other number of things. `{0}` is the number in both. */
  readonly count: (
    number: number,
    one: string,
    many: string,
    ...values: readonly (string | number)[]
  ) => string;
  /** "30 Sep 2026" */
  readonly date: (date: CalendarDate) => string;
  /** "a, b and c" */
  readonly list: (items: readonly string[]) => string;
  /** What a record says in English, in this language; as it is when it isn't known. */
  readonly retell: (recorded: string) => string;
}

let lists: Intl.ListFormat | undefined;

/** The first formatter of a process loads the words of all languages, which takes longer than to list a folder. */
function listed(items: readonly string[]): string {
  lists ??= new Intl.ListFormat('en-GB');
  return lists.format(items);
}

export const ENGLISH: Language = {
  say: fill,
  count: (number, one, many, ...values) => fill(number === 1 ? one : many, number, ...values),
  date: dateInWords,
  // Most lists are of one, and formatting is slow.
  list: (items) => (items.length < 2 ? items.join('') : listed(items)),
  retell: (recorded) => recorded,
};
