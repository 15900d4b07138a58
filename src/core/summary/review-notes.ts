import { forEachConcurrently } from '../library/for-each-concurrently.ts';
import type { CancelSignal } from '../library/ports.ts';
import type { LibrarySnapshot } from '../library/snapshot.ts';
import { NO_TABLES, readReviewTables, type ReviewTables } from '../review/review-tables.ts';
import type { ReviewFile } from '../review/review.ts';

/** What people wrote into the bodies of reviews: a snapshot holds their records only. */
export type ReviewNotes = (review: ReviewFile) => ReviewTables;

const CONCURRENT_FILES = 16;
const NEVER_CANCELLED: CancelSignal = {
  aborted: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
};

/**
 * Reads the bodies of all reviews that hold a record. One that can't be read, or that stands in an unfinished merge,
 * has said nothing.
 *
 * @param readText The text of a file of the library, by its path; undefined when it is gone.
 */
export async function readReviewNotes(
  { reviews }: Pick<LibrarySnapshot, 'reviews'>,
  readText: (path: string) => PromiseLike<string | undefined>,
): Promise<ReviewNotes> {
  const notes = new Map<string, ReviewTables>();
  const readable = reviews.filter(({ state }) => state !== 'invalid');
  await forEachConcurrently(readable, CONCURRENT_FILES, NEVER_CANCELLED, async ({ path }) => {
    try {
      const text = await readText(path);
      if (text !== undefined) notes.set(path, readReviewTables(text));
    } catch {
      // Gone since the library was read: what it said is not known.
    }
  });
  return ({ path }) => notes.get(path) ?? NO_TABLES;
}
