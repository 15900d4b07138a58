import type { Decision, EntryWords } from '../report/fact.ts';
import type { EntryList } from '../report/reading.ts';
import { foldedWords } from './vendor-name.ts';

/** An entry of a list as a decision points at it: what it says, and the PDF page that it stands on. */
export interface PointedEntry extends EntryWords {
  readonly list: EntryList;
  readonly page: number;
}

/** What a person decided about one entry of a list. */
export interface EntryDecision extends Decision {
  readonly list: EntryList;
  readonly is: 'confirmed' | 'corrected' | 'absent' | 'added';
  /** By which the entry is found again: the words that the program read, or that the person added. */
  readonly read: EntryWords;
  /** What is right; of an absent one, the same again. */
  readonly says: EntryWords;
  readonly page: number;
  /** The passage, where it isn't what the entry says. */
  readonly quote: string | null;
}

/** The decisions of a file, each with who made it: where it names nobody, that is who decided the rest. */
export const withDeciders = (
  decisions: readonly EntryDecision[],
  { by, on }: Decision,
): readonly EntryDecision[] =>
  decisions.map((one) => (one.by === null ? { ...one, by, on: one.on ?? on } : one));

/** Letters and digits: a reader that joins words better, or sees other quotes, reads the same entry. */
export const foldEntry = (text: string): string => foldedWords(text).join('') || text.trim();

/** The same for the same entry, however its lines are broken. Two entries may say the same on different pages. */
export const entryKey = ({ list, number, text, page }: PointedEntry): string =>
  [list, page, foldEntry(number ?? ''), foldEntry(text)].join('\n');

/** The key of the entry that a decision is about. */
export const keyOfDecision = ({ list, read, page }: EntryDecision): string =>
  entryKey({ list, page, ...read });
