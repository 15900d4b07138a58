import type { LibraryDocument, VendorDossier } from '../library/snapshot.ts';
import { reviewedDocument } from '../standing/on-day.ts';

/**
 * The report of a vendor to review next: the newest that nobody has signed for. A report that is older than one
 * of its kind that has been reviewed is history; where nothing newer waits, the newest is reviewed again.
 */
export function nextToReview({ reports, reviews }: VendorDossier): LibraryDocument | undefined {
  const reviewed = new Set(
    reviews.map(({ state, record }) =>
      state === 'completed' && record !== null ? reviewedDocument(record, reports).document : null,
    ),
  );
  const isWaiting = (report: LibraryDocument, index: number): boolean =>
    !reviewed.has(report) &&
    !reports
      .slice(0, index)
      .some((newer) => newer.reading.kind === report.reading.kind && reviewed.has(newer));
  return reports.find(isWaiting) ?? reports[0];
}
