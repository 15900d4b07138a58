import { coverageEnd } from '../report/reading.ts';
import type { ReviewFile } from '../review/review.ts';
import type { LibraryDocument } from './snapshot.ts';

/** The order of two texts by their code units: the same on every machine and in every language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  compareText(a.path, b.path);

let names: Intl.Collator | undefined;

/** The order of names as a person expects it: without regard to case and accents, numbers by their value. */
export function compareNames(a: string, b: string): number {
  // Made when first needed: it takes longer than to list a folder.
  names ??= new Intl.Collator('en', { sensitivity: 'base', numeric: true });
  return names.compare(a, b) || compareText(a, b);
}

/** The last day that a document speaks about; empty when it tells none. */
const lastDay = ({ reading }: LibraryDocument): string =>
  reading.kind === 'bridge-letter' ? (reading.bridge?.through?.value ?? '') : (coverageEnd(reading) ?? '');

/** Newest first, by the last day that a document speaks about; those that tell none last. */
export const newestDocumentFirst = (a: LibraryDocument, b: LibraryDocument): number =>
  compareText(lastDay(b), lastDay(a)) || byPath(a, b);

/** Reviews that are not signed yet first, then newest first; those that can't be read last. */
export function newestReviewFirst(a: ReviewFile, b: ReviewFile): number {
  const rank = ({ record }: ReviewFile): string =>
    record === null ? '' : `${record.reviewed ?? '9999'} ${record.periodEnd ?? ''}`;
  return compareText(rank(b), rank(a)) || byPath(a, b);
}
