import type { EntryChange } from '../register/edit-entries.ts';
import type { Problem } from '../register/register.ts';
import type { Conclusion, ReviewRecord } from './review.ts';

/**
 * What would mend a problem of a review: said as data, so that every surface can offer it in its own words. Only what
 * a person may decide with one click; an assessment is written, never proposed.
 */
export type CompletionFix =
  | { readonly kind: 'fill-in-reviewer' }
  | { readonly kind: 'review-today' }
  | { readonly kind: 'conclude'; readonly conclusion: Conclusion }
  | { readonly kind: 'bind'; readonly sha256: string }
  | { readonly kind: 'confirm-facts'; readonly fields: readonly string[] }
  | { readonly kind: 'confirm-entries'; readonly entries: readonly EntryChange[] }
  /** Fills a cell of the row that the problem is about. */
  | { readonly kind: 'fill-cell'; readonly column: string; readonly text: string };

/** Something that stands between a review and its completion, and what would mend it. */
export interface CompletionProblem extends Problem {
  readonly fixes: readonly CompletionFix[];
  /** The field of the record that it is about; absent for what stands in the body. */
  readonly field?: keyof ReviewRecord;
}
