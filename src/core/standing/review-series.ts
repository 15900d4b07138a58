import { parseExpectedReport } from '../register/expected-report.ts';
import type { LibraryDocument } from '../library/snapshot.ts';
import type { SignedReview, VendorOnDay } from './on-day.ts';
import { reportLines } from './report-lines.ts';

/** Which of two reviews, or of a review and a report, speak about the same service, year after year. */
export interface ReviewSeries {
  /**
   * Whether what a review left open is to be taken up in the review of a report: that is on the same service, or the
   * reviewed report isn't on file, so that only its kind is known.
   */
  readonly leadsTo: (review: SignedReview, report: LibraryDocument) => boolean;
  /** The newest review of each service, newest first: what an older one left open was carried into it. */
  readonly newest: readonly SignedReview[];
}

const kindOf = ({ record }: SignedReview) => parseExpectedReport(record.kind ?? '')?.kind;

/** Sorts the reviews of a vendor by what they are about: a vendor has several services, each reviewed on its own. */
export function reviewSeries({ reports, reviews }: Pick<VendorOnDay, 'reports' | 'reviews'>): ReviewSeries {
  const lines = reportLines(reports);
  const lineOf = (document: LibraryDocument) =>
    lines.find((line) => line.reports.some((report) => report.document === document));
  const leadsTo = (review: SignedReview, report: LibraryDocument): boolean => {
    if (review.document === null) return kindOf(review) === report.reading.kind;
    return review.document === report || lineOf(review.document) === lineOf(report);
  };
  const isFollowed = (older: SignedReview, newer: SignedReview): boolean =>
    newer.document === null ? kindOf(newer) === kindOf(older) : leadsTo(older, newer.document);
  const newest = reviews.filter(
    (review, index) => !reviews.slice(0, index).some((newer) => isFollowed(review, newer)),
  );
  return { leadsTo, newest };
}
