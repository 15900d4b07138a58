import { closest, distance } from 'fastest-levenshtein';

/** The known word that a misspelt one most likely means; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || word.length > 60) return undefined;
  const lower = word.trim().toLowerCase();
  const best = closest(
    lower,
    known.map((one) => one.toLowerCase()),
  );
  const match = known.find((one) => one.toLowerCase() === best);
  // Two letters changed places are two changes; in a word of three letters that would be another word.
  const limit = best.length <= 3 ? 1 : Math.max(2, Math.floor(best.length / 3));
  return distance(lower, best) <= limit ? match : undefined;
}
