import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { LibraryDocument, VendorDossier } from '../library/snapshot.ts';
import { vendorOnDay } from '../standing/on-day.ts';
import { reportLines } from '../standing/report-lines.ts';

/** The report that a report follows: the one before it of the same kind on the same service; null when it is the first. */
export function previousReport(
  dossier: VendorDossier,
  document: LibraryDocument,
  asOf: CalendarDate,
): LibraryDocument | null {
  const lines = reportLines(vendorOnDay(dossier, asOf).reports);
  const line = lines.find(({ reports }) => reports.some((report) => report.document === document));
  const index = line?.reports.findIndex((report) => report.document === document) ?? -1;
  const end = line?.reports[index]?.end ?? null;
  // A second copy of a period is not the year before.
  const before = line?.reports.slice(index + 1).find((report) => report.end !== null && report.end !== end);
  return end === null ? null : (before?.document ?? null);
}
