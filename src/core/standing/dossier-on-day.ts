import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { LibraryDocument, VendorDossier } from '../library/snapshot.ts';
import { vendorOnDay } from './on-day.ts';

/**
 * A vendor's files as far as they existed on a day, for showing what its standing on that day rests on. What tells
 * no date has always existed.
 */
export function dossierOnDay(dossier: VendorDossier, asOf: CalendarDate): VendorDossier {
  const { reports, reviews, drafts, invalid } = vendorOnDay(dossier, asOf);
  const existing = new Set(reports.map(({ document }) => document));
  const records = new Set([
    ...reviews.map(({ file }) => file),
    ...drafts.map(({ file }) => file),
    ...invalid,
  ]);
  return {
    ...dossier,
    reports: dossier.reports.filter((document) => existing.has(document)),
    bridgeLetters: dossier.bridgeLetters.filter((letter) => (issued(letter) ?? asOf) <= asOf),
    reviews: dossier.reviews.filter((review) => records.has(review) || review.record === null),
  };
}

const issued = ({ reading }: LibraryDocument): CalendarDate | undefined =>
  reading.reportDate?.value ?? reading.bridge?.through?.value;
