import type { ReviewFile } from './review.ts';

/**
 * What was found of a review's PDF and of the review itself.
 * - `matches`: the PDF at its path has the hash that was reviewed.
 * - `moved`: the PDF that was reviewed lies elsewhere.
 * - `changed`: another content lies at its path, and what was reviewed lies nowhere.
 * - `missing`: nothing lies at its path, and what was reviewed lies nowhere.
 * - `unreadable`: the PDF is there and its bytes can't be had.
 * - `unbound`: the review names no hash, so that nothing can be said.
 * - `invalid`: the review can't be read or contradicts itself.
 * - `edited`: the review was edited after it was completed.
 */
export const FINDINGS = [
  'matches',
  'moved',
  'changed',
  'missing',
  'unreadable',
  'unbound',
  'invalid',
  'edited',
] as const;
export type RecordFinding = (typeof FINDINGS)[number];

export interface VerifiedRecord {
  /** The review's path. */
  readonly review: string;
  /** The path of the PDF as the review has it. */
  readonly report: string | null;
  /** One about the PDF, and `edited` where that is so too. */
  readonly findings: readonly RecordFinding[];
  /** Where the PDF that was reviewed lies now, when it isn't where it was. */
  readonly nowAt: readonly string[];
}

/** The hash of each PDF that is there; null of one whose bytes can't be had. */
export type Hashes = ReadonlyMap<string, string | null>;

/**
 * Compares completed and invalid reviews with the PDFs that are there, in the order of the reviews. Drafts promise
 * nothing yet.
 */
export function verifyRecords(reviews: readonly ReviewFile[], hashes: Hashes): readonly VerifiedRecord[] {
  const places = new Map<string, string[]>();
  for (const [path, hash] of hashes) {
    if (hash !== null) places.set(hash, [...(places.get(hash) ?? []), path]);
  }
  return reviews
    .filter(({ state, problems }) =>
      // A read-me in the folder of the reviews is no record, and no error either.
      state === 'invalid' ? problems.some(({ severity }) => severity === 'error') : state === 'completed',
    )
    .map((review) => verifyRecord(review, hashes, places));
}

function verifyRecord(
  { path, state, record, isEdited }: ReviewFile,
  hashes: Hashes,
  places: ReadonlyMap<string, readonly string[]>,
): VerifiedRecord {
  const report = record?.report ?? null;
  const sha256 = record?.sha256 ?? null;
  const of = (finding: RecordFinding, nowAt: readonly string[] = []): VerifiedRecord => ({
    review: path,
    report,
    findings: isEdited === true ? [finding, 'edited'] : [finding],
    nowAt,
  });
  if (state === 'invalid') return of('invalid');
  if (sha256 === null) return of('unbound');
  const there = report === null ? undefined : hashes.get(report);
  if (there === sha256) return of('matches');
  const nowAt = places.get(sha256) ?? [];
  if (nowAt.length > 0) return of('moved', nowAt);
  if (there === undefined) return of('missing');
  return of(there === null ? 'unreadable' : 'changed');
}

/** True for what contradicts what was signed. A PDF that only moved is still the one that was reviewed. */
export const isDifference = ({ findings }: VerifiedRecord): boolean =>
  findings.some((finding) => finding !== 'matches' && finding !== 'moved');
