import type { CalendarDate } from '../calendar/calendar-date.ts';
import { parseReview } from '../review/parse-review.ts';
import type { ReviewFile } from '../review/review.ts';
import { verifyRecords, type VerifiedRecord } from '../review/verify-records.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import { byPath } from './order.ts';
import type { CancelSignal, Hasher, LibraryFiles } from './ports.ts';

/** Whole files in memory at a time. */
const CONCURRENT_FILES = 2;

export interface VerifyOptions {
  readonly files: LibraryFiles;
  readonly hash: Hasher;
  readonly today: CalendarDate;
  readonly signal: CancelSignal;
  /** Called with the number of PDFs that are hashed by now, and of all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Compares all reviews with the bytes of the PDFs as they are now: no cache and no time stamp is believed. Rejects
 * when the folder can't be listed or a review can't be read; incomplete when the signal aborts.
 */
export async function verifyLibrary({
  files,
  hash,
  today,
  signal,
  onProgress,
}: VerifyOptions): Promise<readonly VerifiedRecord[]> {
  const { pdfs, reviews: reviewFiles } = await files.list(signal);
  const hashes = new Map<string, string | null>();
  await forEachConcurrently(pdfs, CONCURRENT_FILES, signal, async ({ path }) => {
    const sha256 = await files.readBytes(path).then(hash, () => null);
    hashes.set(path, sha256);
    onProgress?.(hashes.size, pdfs.length);
  });
  const reviews: ReviewFile[] = [];
  await forEachConcurrently(reviewFiles, CONCURRENT_FILES, signal, async ({ path }) => {
    const text = await files.readText(path);
    if (text !== undefined) reviews.push(parseReview(path, text, today));
  });
  return verifyRecords(reviews.sort(byPath), hashes);
}
