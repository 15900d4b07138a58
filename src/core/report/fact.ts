import type { CalendarDate } from '../calendar/calendar-date.ts';

/** Where a value was read. No evidence, no value. */
export interface Evidence {
  /** The PDF page, counted from 1. */
  readonly page: number;
  /** The number printed on that page, where there is one: "12", "iv". */
  readonly printedPage: string | null;
  /** The passage, findable in the page's text; empty only where a person gave the value and cited none. */
  readonly quote: string;
}

/** Who decided something about a file, and when; null where it isn't written down. */
export interface Decision {
  readonly by: string | null;
  readonly on: CalendarDate | null;
}

/** One entry of a list, in the words of the report. */
export interface EntryWords {
  /** The number printed with it: the control's of an exception, "CUEC-1" of a user control; null where there is none. */
  readonly number: string | null;
  readonly text: string;
}

/** What a person said about a value: it is right as read, or it is another one. */
export interface FactDecision extends Decision {
  /** `added`: an entry of a list that the program had missed. */
  readonly source: 'confirmed' | 'corrected' | 'added';
  /** Of an entry that was decided on by itself: what the program had read, or what the person had added. */
  readonly read?: EntryWords;
  /** Set for an entry that was confirmed or corrected and that the program doesn't read in the file any more. */
  readonly isUnread?: true;
  /** The passage that a person cited, where the entry's words are not those of the report. */
  readonly cited?: string;
}

/** A value read from a report, with the passage that it was read from. */
export interface Fact<T> extends Evidence {
  readonly value: T;
  /** `likely` when the value rests on one weak mention. */
  readonly certainty: 'certain' | 'likely';
  /** Set where a person has confirmed or corrected what the program read. */
  readonly decided?: FactDecision;
}
