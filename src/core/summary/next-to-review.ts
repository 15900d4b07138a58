import type { LibraryDocument, VendorDossier } from '../library/snapshot.ts';
import { reviewedDocument } from '../standing/on-day.ts';

/** The report of a vendor to review next: the newest of which nobody has completed a review, else the newest. */
export function nextToReview({ reports, reviews }: VendorDossier): LibraryDocument | undefined {
  const reviewed = new Set(
    reviews.map(({ state, record }) =>
      state === 'completed' && record !== null ? reviewedDocument(record, reports).document : null,
    ),
  );
  return reports.find((report) => !reviewed.has(report)) ?? reports[0];
}
