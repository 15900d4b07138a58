import { foldedWords } from '../register/vendor-name.ts';

/** Two texts of different years that say the same thing. */
export interface Match<A, B> {
  readonly before: A;
  readonly after: B;
  /** Word for word the same, but for case and punctuation. */
  readonly isSame: boolean;
}

export interface Matching<A, B> {
  readonly matches: readonly Match<A, B>[];
  /** In the first list only. */
  readonly gone: readonly A[];
  /** In the second list only. */
  readonly added: readonly B[];
}

/**
 * From this share of common words on, two texts are one text that was edited. Below it, an auditor would read two
 * different controls; a wrong match would carry a mapping to a control that it was never made for.
 */
const SIMILAR = 0.7;

type Words = ReadonlyMap<string, number>;

function countWords(text: string): { words: Words; size: number; folded: string } {
  const all = foldedWords(text);
  const words = new Map<string, number>();
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1);
  return { words, size: all.length, folded: all.join(' ') };
}

type Counted = ReturnType<typeof countWords>;

/** The share of words that two texts have in common, repetitions counted: 0 to 1. */
function similarity(a: Counted, b: Counted): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const [word, times] of a.words) shared += Math.min(times, b.words.get(word) ?? 0);
  return (2 * shared) / (a.size + b.size);
}

/** How alike two texts are, by their words: 0 to 1. */
export const textSimilarity = (a: string, b: string): number => similarity(countWords(a), countWords(b));

interface Candidate {
  readonly before: number;
  readonly after: number;
  readonly score: number;
}

/**
 * Pairs the texts of two lists, the most alike first, each at most once. Independent of the lists' order but for
 * texts that occur several times.
 */
export function matchTexts<A, B>(
  before: readonly A[],
  after: readonly B[],
  textBefore: (item: A) => string,
  textAfter: (item: B) => string,
): Matching<A, B> {
  const left = before.map((item) => countWords(textBefore(item)));
  const right = after.map((item) => countWords(textAfter(item)));
  const candidates: Candidate[] = left.flatMap((a, i) =>
    right.flatMap((b, j) => {
      const score = a.folded === b.folded && a.size > 0 ? 1 : Math.min(similarity(a, b), 0.999);
      return score < SIMILAR ? [] : [{ before: i, after: j, score }];
    }),
  );
  candidates.sort((a, b) => b.score - a.score || a.before - b.before || a.after - b.after);
  const partner = new Map<number, Candidate>();
  const taken = new Set<number>();
  for (const candidate of candidates) {
    if (taken.has(candidate.before) || partner.has(candidate.after)) continue;
    taken.add(candidate.before);
    partner.set(candidate.after, candidate);
  }
  const matches = after.flatMap((item, index): Match<A, B>[] => {
    const found = partner.get(index);
    const other = found === undefined ? undefined : before[found.before];
    return found === undefined || other === undefined
      ? []
      : [{ before: other, after: item, isSame: found.score === 1 }];
  });
  return {
    matches,
    gone: before.filter((_, index) => !taken.has(index)),
    added: after.filter((_, index) => !partner.has(index)),
  };
}
