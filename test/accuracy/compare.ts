import type { ReadItem } from './score.ts';
import type { ExpectedItem, ExpectedValue, Field } from './expected.ts';

/** Text as it is compared: no case, no punctuation, one form of everything. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** True when a value read is a right one. */
export function isRight(field: Field, read: string, expected: ExpectedValue): boolean {
  const right = [expected.value, ...expected.alsoRight].map(plain);
  if (field === 'categories') return sameSet(read, expected.value);
  // A report under two standards may be read as under both.
  if (field === 'standard') return read.split(' and ').every((standard) => right.includes(plain(standard)));
  return right.includes(plain(read));
}

function sameSet(a: string, b: string): boolean {
  const parts = (text: string): string => text.split(', ').map(plain).sort().join(', ');
  return parts(a) === parts(b);
}

/** Words shared, as a share of the words of the longer text: 1 for the same text. */
function likeness(a: string, b: string): number {
  const [wordsA, wordsB] = [plain(a).split(' '), plain(b).split(' ')];
  const counts = new Map<string, number>();
  for (const word of wordsA) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of wordsB) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared++;
    counts.set(word, left - 1);
  }
  return shared / Math.max(wordsA.length, wordsB.length);
}

/** Two items are the same one when they share most of their words. */
const SAME_ITEM = 0.8;

export interface ListScore {
  readonly found: number;
  readonly missed: readonly string[];
  readonly invented: readonly string[];
  readonly pagesRight: number;
  readonly pagesWrong: number;
}

/** Pairs the items read with those expected, the most alike first. */
export function compareLists(read: readonly ReadItem[], expected: readonly ExpectedItem[]): ListScore {
  const pairs = read
    .flatMap((item, r) => expected.map((wanted, e) => ({ r, e, score: pairScore(item, wanted) })))
    .filter(({ score }) => score >= SAME_ITEM)
    .sort((a, b) => b.score - a.score);
  const readUsed = new Set<number>();
  const expectedUsed = new Set<number>();
  let pagesRight = 0;
  let pagesWrong = 0;
  for (const { r, e } of pairs) {
    if (readUsed.has(r) || expectedUsed.has(e)) continue;
    readUsed.add(r);
    expectedUsed.add(e);
    const pages = expected[e]?.pages ?? [];
    if (pages.length === 0) continue;
    if (pages.includes(read[r]?.page ?? 0)) pagesRight++;
    else pagesWrong++;
  }
  return {
    found: readUsed.size,
    missed: expected.filter((_, e) => !expectedUsed.has(e)).map(({ text }) => text),
    invented: read.filter((_, r) => !readUsed.has(r)).map(({ text }) => text),
    pagesRight,
    pagesWrong,
  };
}

/** The same text on another page is the same item, only cited wrongly; the right page decides between equals. */
const pairScore = (read: ReadItem, expected: ExpectedItem): number =>
  likeness(read.text, expected.text) + (expected.pages.includes(read.page) ? 0.01 : 0);
