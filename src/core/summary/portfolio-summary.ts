import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import type { Period } from '../calendar/period.ts';
import type { LibraryDocument, LibrarySnapshot } from '../library/snapshot.ts';
import { documentStandingOn } from '../standing/document-standing.ts';
import { lineCoverage, type LineCoverage } from '../standing/coverage-clock.ts';
import { vendorOnDay, type SignedReview, type VendorOnDay } from '../standing/on-day.ts';
import { portfolioOn, type PortfolioRow } from '../standing/portfolio.ts';
import { vendorLines } from '../standing/report-lines.ts';
import { reviewSeries } from '../standing/review-series.ts';
import { standingOn } from '../standing/standing-on.ts';
import type { DocumentRow } from './due-dates.ts';
import type { ReviewNotes } from './review-notes.ts';

/**
 * How a vendor's annual review went in a period: done in time, done late, still open though due, or not due.
 */
export type ReviewOutcome = 'in-time' | 'late' | 'open' | 'not-due';

export const REVIEW_OUTCOMES: readonly ReviewOutcome[] = ['in-time', 'late', 'open', 'not-due'];

/** A review that was completed in the period. */
export interface PeriodReview extends SignedReview {
  /** True when the review was overdue on the day before. */
  readonly isLate: boolean;
}

export interface PortfolioEntry extends PortfolioRow {
  readonly outcome: ReviewOutcome;
  /** The last completed review up to the as-of date. */
  readonly lastReview: SignedReview | null;
  /** The newest report of each line that counts, as it was on file on the as-of date. */
  readonly reports: readonly LibraryDocument[];
  /** What these reports found, and how much of that nobody has assessed. */
  readonly exceptions: { readonly found: number; readonly notAssessed: number };
  /** What is still to be done, from the last review of each service. */
  readonly followUps: readonly string[];
  /** Completed in the period, the earliest first. */
  readonly periodReviews: readonly PeriodReview[];
  /** The time that its reports speak about, one for each line of reports that counts. */
  readonly coverage: readonly LineCoverage[];
}

/** The state of all vendors for an auditor: what was done in a period, and what stood on a day. */
export interface PortfolioSummary {
  readonly period: Period;
  readonly asOf: CalendarDate;
  readonly writtenOn: CalendarDate;
  /** What needs a person first; vendors of which nothing is asked are in `notRequired`. */
  readonly entries: readonly PortfolioEntry[];
  readonly notRequired: readonly PortfolioRow[];
  readonly documents: readonly DocumentRow[];
  readonly figures: Readonly<Record<ReviewOutcome, number>>;
}

function periodReviews(
  { dossier }: PortfolioRow,
  reviews: readonly SignedReview[],
  snapshot: LibrarySnapshot,
  { start, end }: Period,
): PeriodReview[] {
  return reviews
    .filter(({ record: { reviewed } }) => reviewed >= start && reviewed <= end)
    .map((review) => {
      const dayBefore = addDays(review.record.reviewed, -1);
      const standing = standingOn(dossier, snapshot.register.policy, dayBefore);
      return { ...review, isLate: standing.review.state === 'overdue' };
    })
    .reverse();
}

function outcomeOf(
  { standing }: PortfolioRow,
  [first]: readonly PeriodReview[],
  { end }: Period,
): ReviewOutcome {
  if (first !== undefined) return first.isLate ? 'late' : 'in-time';
  const { due, state } = standing.review;
  return state === 'overdue' || (due !== null && due <= end) ? 'open' : 'not-due';
}

function openFollowUps(onDay: VendorOnDay, notes: ReviewNotes): string[] {
  const open = reviewSeries(onDay).newest.flatMap(({ file }) =>
    notes(file).followUps.filter(({ isDone }) => !isDone),
  );
  return [...new Set(open.map(({ text }) => text))];
}

/** How many exceptions of a report nobody has assessed: neither its last review nor, by now, a draft. */
function notAssessed(
  report: LibraryDocument,
  { reviews, drafts }: VendorOnDay,
  { asOf, writtenOn, notes }: PortfolioScope,
): number {
  const found = report.reading.testExceptions.length;
  // A draft has no date: what it says today proves nothing about an earlier day.
  const speaking = asOf < writtenOn ? reviews : [...reviews, ...drafts];
  const review = speaking.find(({ document }) => document === report);
  if (found === 0 || review === undefined) return found;
  const assessed = notes(review.file).exceptions.filter(({ assessment }) => assessment !== '').length;
  return Math.max(0, found - assessed);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function entryOf(row: PortfolioRow, snapshot: LibrarySnapshot, scope: PortfolioScope): PortfolioEntry {
  const { period, asOf, notes } = scope;
  const onDay = vendorOnDay(row.dossier, asOf);
  const { policy } = snapshot.register;
  const inPeriod = periodReviews(row, onDay.reviews, snapshot, period);
  const lines = vendorLines(row.dossier.registered, onDay.reports).counted;
  const reports = lines.flatMap(({ reports: [newest] }) => newest?.document ?? []);
  return {
    ...row,
    outcome: outcomeOf(row, inPeriod, period),
    lastReview: onDay.reviews[0] ?? null,
    reports,
    exceptions: {
      found: sum(reports.map(({ reading }) => reading.testExceptions.length)),
      notAssessed: sum(reports.map((report) => notAssessed(report, onDay, scope))),
    },
    followUps: openFollowUps(onDay, notes),
    periodReviews: inPeriod,
    coverage: lines.map((line) => lineCoverage(line, onDay.letters, policy)),
  };
}

export interface PortfolioScope {
  /** The time in which reviews were to be done. */
  readonly period: Period;
  /** The day whose state is shown. */
  readonly asOf: CalendarDate;
  /** The day of writing, whose register and whose texts of reviews these are. */
  readonly writtenOn: CalendarDate;
  readonly notes: ReviewNotes;
}

/** Gathers what an auditor asks for: the complete list, what was reviewed in the period, and what is open. */
export function portfolioSummary(snapshot: LibrarySnapshot, scope: PortfolioScope): PortfolioSummary {
  const { period, asOf, writtenOn } = scope;
  const rows = portfolioOn(snapshot, asOf);
  const entries = rows
    .filter(({ standing }) => standing.verdict !== 'not-required')
    .map((row) => entryOf(row, snapshot, scope));
  const figures: Record<ReviewOutcome, number> = { 'in-time': 0, late: 0, open: 0, 'not-due': 0 };
  for (const { outcome } of entries) figures[outcome]++;
  return {
    period,
    asOf,
    writtenOn,
    entries,
    notRequired: rows.filter(({ standing }) => standing.verdict === 'not-required'),
    documents: snapshot.register.documents.map((document) => ({
      document,
      standing: documentStandingOn(document, asOf, snapshot.register.policy),
    })),
    figures,
  };
}
