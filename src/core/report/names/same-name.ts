import { bareWord, hasLegalForm, nameWords } from './legal-forms.ts';

/** True when one name is the other, or a shorter form of it: "Instructure" and "Instructure, Inc.". */
export function isSameName(a: string, b: string): boolean {
  const [wordsA, wordsB] = [nameWords(a), nameWords(b)];
  const [short, long] = wordsA.length <= wordsB.length ? [wordsA, wordsB] : [wordsB, wordsA];
  if (short.length === 0) return false;
  if (short.every((word, i) => word === long[i])) return true;
  return short.length === 1 && long.length > 1 && short[0] === initials(long);
}

const initials = (words: readonly string[]): string => words.map((word) => word.charAt(0)).join('');

const isCapitals = (name: string): boolean => name === name.toUpperCase() && name !== name.toLowerCase();

/** The fuller of two forms of one name: with its legal form, in mixed case, longer. */
export function fullerName(a: string, b: string): string {
  if (hasLegalForm(a) !== hasLegalForm(b)) return hasLegalForm(a) ? a : b;
  if (bareWord(a) === bareWord(b) && isCapitals(a) !== isCapitals(b)) return isCapitals(a) ? b : a;
  return b.length > a.length ? b : a;
}
