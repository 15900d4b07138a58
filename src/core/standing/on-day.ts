import { addDays, compareDates, type CalendarDate } from '../calendar/calendar-date.ts';
import { byPath } from '../library/order.ts';
import type { LibraryDocument, VendorDossier } from '../library/snapshot.ts';
import { coverageEnd, type ReportType } from '../report/reading.ts';
import type { ReportKind } from '../register/expected-report.ts';
import { isDatedAhead, type ReviewFile, type ReviewRecord } from '../review/review.ts';
import { checkReview } from './check-review.ts';

/** A report with the dates that the clocks count with. */
export interface DatedReport {
  readonly document: LibraryDocument;
  readonly kind: ReportKind;
  /** Null when the report doesn't say; a SOC 3 has none. */
  readonly type: ReportType | null;
  readonly system: string | null;
  /** Null for a Type 1, and where no start is printed. */
  readonly start: CalendarDate | null;
  /** The end of the period, or the as-of date; null when neither is known. */
  readonly end: CalendarDate | null;
}

/** A bridge letter whose dates are known: it covers the days from `from` through `through`. */
export interface DatedLetter {
  readonly document: LibraryDocument;
  readonly from: CalendarDate;
  readonly through: CalendarDate;
  /** The end of the period of the report that it says it bridges; null when it doesn't say. */
  readonly reportEnd: CalendarDate | null;
}

/** A completed review that counts, with the report that it is about. */
export interface SignedReview {
  readonly file: ReviewFile;
  readonly record: ReviewRecord & { readonly reviewed: CalendarDate };
  /** Null for a review of a report that isn't in the folder any more, or of none. */
  readonly document: LibraryDocument | null;
  /** The PDF isn't the one that was reviewed. */
  readonly isChanged: boolean;
}

export interface DraftReview {
  readonly file: ReviewFile;
  readonly record: ReviewRecord;
  readonly document: LibraryDocument | null;
}

/** What existed of a vendor on a day. */
export interface VendorOnDay {
  readonly asOf: CalendarDate;
  /** Newest first, by the end of the period; those of unknown period last. */
  readonly reports: readonly DatedReport[];
  readonly letters: readonly DatedLetter[];
  /** Newest first, by the day of the review. */
  readonly reviews: readonly SignedReview[];
  readonly drafts: readonly DraftReview[];
  /** Reviews that can't count: unreadable, contradicting themselves, or dated before their report. */
  readonly invalid: readonly ReviewFile[];
}

/** Undated things have always existed: leaving them out would hide them. */
const existsOn = (date: CalendarDate | null, asOf: CalendarDate): boolean => date === null || date <= asOf;

const isReportKind = (kind: string): kind is ReportKind =>
  kind === 'soc1' || kind === 'soc2' || kind === 'soc3';

/** Which report a review is about: the one with its hash, wherever that lies now; else the one at its path. */
export function reviewedDocument(
  record: ReviewRecord,
  reports: readonly LibraryDocument[],
): { readonly document: LibraryDocument | null; readonly isChanged: boolean } {
  const sameHash = reports.find(({ sha256 }) => sha256 !== '' && sha256 === record.sha256);
  if (sameHash !== undefined) return { document: sameHash, isChanged: false };
  const samePath = reports.find(({ path }) => path === record.report);
  if (samePath === undefined) return { document: null, isChanged: false };
  const end = coverageEnd(samePath.reading);
  // Next year's report saved under last year's name is a new report, not a changed one.
  if (end !== null && record.periodEnd !== null && end > record.periodEnd) {
    return { document: null, isChanged: false };
  }
  return { document: samePath, isChanged: record.sha256 !== null && samePath.sha256 !== '' };
}

function letterOf(document: LibraryDocument): DatedLetter | undefined {
  const { bridge } = document.reading;
  const reportEnd = bridge?.reportPeriodEnd?.value;
  const from = bridge?.from?.value ?? (reportEnd === undefined ? undefined : addDays(reportEnd, 1));
  const through = bridge?.through?.value;
  return from === undefined || through === undefined || through < from
    ? undefined
    : { document, from, through, reportEnd: reportEnd ?? null };
}

interface Signed {
  readonly signed: readonly SignedReview[];
  readonly invalid: readonly ReviewFile[];
}

/**
 * A review of a later day has not happened yet. One that was dated in the future when it was read is an error from
 * that day on; what an earlier day knew is not changed by it.
 */
function isYetToCome(file: ReviewFile, asOf: CalendarDate): boolean {
  const reviewed = file.record?.reviewed ?? null;
  if (reviewed === null || reviewed <= asOf) return false;
  return !(isDatedAhead(file) && file.readOn !== null && file.readOn <= asOf);
}

function reviewsOn(dossier: VendorDossier, asOf: CalendarDate): Signed {
  const signed: SignedReview[] = [];
  const invalid: ReviewFile[] = [];
  for (const file of dossier.reviews) {
    const { record, state } = file;
    if (state === 'draft' || isYetToCome(file, asOf)) continue;
    const bound = record === null ? null : reviewedDocument(record, dossier.reports);
    const objections = checkReview(file, bound?.document ?? null, asOf);
    if (state === 'invalid' || objections.length > 0) {
      // What is no review record at all, a read-me for instance, is nobody's review.
      if (record !== null) invalid.push(file);
    } else if (bound !== null && record !== null && record.reviewed !== null) {
      signed.push({ file, record: { ...record, reviewed: record.reviewed }, ...bound });
    }
  }
  signed.sort((a, b) => compareDates(b.record.reviewed, a.record.reviewed) || byPath(a.file, b.file));
  return { signed, invalid };
}

/** Where a report prints no period, the one that a person signed for. */
const signedEnd = (document: LibraryDocument, signed: readonly SignedReview[]): CalendarDate | null =>
  signed.find((review) => review.document === document && review.record.periodEnd !== null)?.record
    .periodEnd ?? null;

function datedReport(document: LibraryDocument, signed: readonly SignedReview[]): DatedReport | undefined {
  const { reading } = document;
  if (!isReportKind(reading.kind)) return undefined;
  return {
    document,
    kind: reading.kind,
    type: reading.type?.value ?? null,
    system: reading.system?.value ?? null,
    start: reading.periodStart?.value ?? null,
    end: coverageEnd(reading) ?? signedEnd(document, signed),
  };
}

/** By the end of what they cover; those of unknown period last. */
export const newestFirst = (a: DatedReport, b: DatedReport): number =>
  compareDates(b.end ?? ('' as CalendarDate), a.end ?? ('' as CalendarDate)) ||
  byPath(a.document, b.document);

/** The same files in one order, so that copies and ties are always decided the same way. */
const inPathOrder = (dossier: VendorDossier): VendorDossier => ({
  ...dossier,
  reports: [...dossier.reports].sort(byPath),
  bridgeLetters: [...dossier.bridgeLetters].sort(byPath),
  reviews: [...dossier.reviews].sort(byPath),
});

/**
 * What existed of a vendor on a day: reviews dated up to it; reports and letters issued up to it, by their own
 * date, else by the end of what they cover. A draft has no date; it exists when its report does.
 */
export function vendorOnDay(unordered: VendorDossier, asOf: CalendarDate): VendorOnDay {
  const dossier = inPathOrder(unordered);
  const { signed, invalid } = reviewsOn(dossier, asOf);
  const reports = dossier.reports
    .filter(({ reading }) => existsOn(reading.reportDate?.value ?? coverageEnd(reading), asOf))
    .map((document) => datedReport(document, signed))
    .filter((report) => report !== undefined)
    .sort(newestFirst);
  const letters = dossier.bridgeLetters
    .filter(({ reading }) =>
      existsOn(reading.reportDate?.value ?? reading.bridge?.through?.value ?? null, asOf),
    )
    .map(letterOf)
    .filter((letter) => letter !== undefined)
    .sort((a, b) => compareDates(a.from, b.from) || byPath(a.document, b.document));
  const existing = new Set(reports.map(({ document }) => document));
  const drafts = dossier.reviews.flatMap((file): DraftReview[] => {
    if (file.state !== 'draft' || file.record === null) return [];
    const { document } = reviewedDocument(file.record, dossier.reports);
    const end = file.record.periodEnd;
    if (document === null ? end !== null && end > asOf : !existing.has(document)) return [];
    return [{ file, record: file.record, document }];
  });
  return { asOf, reports, letters, reviews: signed, drafts, invalid };
}
