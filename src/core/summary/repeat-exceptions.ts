import { foldedWords } from '../register/vendor-name.ts';
import { matchTexts, type Match, type Matching } from './similar-texts.ts';

/** What tells one exception from another: the number of its control, where there is one, and what was found. */
export interface ExceptionMarks {
  readonly control: string;
  readonly found: string;
}

const controlKey = ({ control }: ExceptionMarks): string => foldedWords(control).join(' ');

/**
 * Pairs the exceptions of two years: those that say the same, then those of the same control in other words. A
 * control that fails again is a repeat exception, whatever failed in it.
 */
export function matchExceptions<A, B>(
  before: readonly A[],
  after: readonly B[],
  marksBefore: (item: A) => ExceptionMarks,
  marksAfter: (item: B) => ExceptionMarks,
): Matching<A, B> {
  const byText = matchTexts(
    before,
    after,
    (item) => marksBefore(item).found,
    (item) => marksAfter(item).found,
  );
  const matches: Match<A, B>[] = [...byText.matches];
  const gone: A[] = [];
  let added = byText.added;
  for (const earlier of byText.gone) {
    const key = controlKey(marksBefore(earlier));
    const again = key === '' ? undefined : added.find((later) => controlKey(marksAfter(later)) === key);
    if (again === undefined) {
      gone.push(earlier);
    } else {
      matches.push({ before: earlier, after: again, isSame: false });
      added = added.filter((later) => later !== again);
    }
  }
  matches.sort((a, b) => after.indexOf(a.after) - after.indexOf(b.after));
  return { matches, gone, added };
}
