import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { VendorDossier } from '../library/snapshot.ts';
import { vendorOnDay } from './on-day.ts';

/** A vendor's files as far as they existed on a day, for showing what its standing on that day rests on. */
export function dossierOnDay(dossier: VendorDossier, asOf: CalendarDate): VendorDossier {
  const { reports, letters, reviews, drafts, invalid } = vendorOnDay(dossier, asOf);
  const documents = new Set([...reports, ...letters].map(({ document }) => document));
  const records = new Set([
    ...reviews.map(({ file }) => file),
    ...drafts.map(({ file }) => file),
    ...invalid,
  ]);
  return {
    ...dossier,
    reports: dossier.reports.filter((document) => documents.has(document)),
    bridgeLetters: dossier.bridgeLetters.filter((document) => documents.has(document)),
    reviews: dossier.reviews.filter((review) => records.has(review)),
  };
}
