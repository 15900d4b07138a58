import { compareDates, daysBetween, type CalendarDate } from '../calendar/calendar-date.ts';
import { addDuration, type Duration } from '../calendar/duration.ts';
import type { Policy, RegisteredVendor } from '../register/register.ts';
import type { ReportKind } from '../register/expected-report.ts';
import { parseExpectedReport } from '../register/expected-report.ts';
import { dueSoonMark } from './due-soon.ts';
import type { DatedReport, DraftReview, SignedReview, VendorOnDay } from './on-day.ts';
import type { LineState } from './report-clock.ts';
import type { ReviewClock, ReviewClockState } from './standing.ts';

/** How often a vendor is reviewed: by its tier. */
export const cadenceOf = (registered: RegisteredVendor | null, policy: Policy): Duration =>
  policy.reviewEvery[registered?.tier ?? 'default'];

const kindOf = (kind: string | null): ReportKind | undefined =>
  kind === null ? undefined : parseExpectedReport(kind)?.kind;

/** Whether a review speaks about a report: about that very PDF, or, without one, about its kind and period. */
function covers({ record, document }: SignedReview, report: DatedReport): boolean {
  if (document !== null) return document === report.document;
  if (record.report === null && record.periodEnd === null) {
    // A review recorded by its date alone is taken for one of what was on file that day.
    const issued = report.document.reading.reportDate?.value ?? report.end;
    return issued !== null && issued <= record.reviewed;
  }
  const isSameKind = (kindOf(record.kind) ?? report.kind) === report.kind;
  return isSameKind && report.end !== null && record.periodEnd !== null && record.periodEnd >= report.end;
}

/**
 * The newest reports that nobody has reviewed, one per line. A line whose newest report is stale has nothing new:
 * that it is stale is the report clock's to say.
 */
export function unreviewedReports(
  lines: readonly LineState[],
  reviews: readonly SignedReview[],
): DatedReport[] {
  return lines.flatMap(({ line, state, newest }) => {
    const report = newest ?? line.reports[0];
    if (report === undefined || state === 'stale') return [];
    return reviews.some((review) => covers(review, report)) ? [] : [report];
  });
}

/** The drafts that are work in progress: not those left over from before the last review. */
export function openDrafts({ drafts, reviews }: VendorOnDay): DraftReview[] {
  const lastPeriod = reviews.reduce((last, { record }) => {
    const end = record.periodEnd ?? '';
    return end > last ? end : last;
  }, '');
  return drafts.filter(({ record }) => record.periodEnd === null || record.periodEnd >= lastPeriod);
}

/** From when the first review is counted: since the vendor is ours, else from the end of its earliest report. */
function countingFrom(
  registered: RegisteredVendor | null,
  reports: readonly DatedReport[],
): CalendarDate | null {
  const since = registered?.since ?? null;
  if (since !== null) return since;
  const ends = reports.flatMap(({ end }) => (end === null ? [] : [end])).sort(compareDates);
  return ends[0] ?? null;
}

/** The next reviews that the reviewers of the last day of reviewing set: two reports may be signed in one sitting. */
const nextReviews = (reviews: readonly SignedReview[], last: SignedReview): CalendarDate[] =>
  reviews
    .filter(({ record }) => record.reviewed === last.record.reviewed)
    .flatMap(({ record }) => (record.nextReview === null ? [] : [record.nextReview]));

function dueDate(
  registered: RegisteredVendor | null,
  { reports, reviews }: VendorOnDay,
  last: SignedReview | undefined,
  policy: Policy,
): CalendarDate | null {
  const cadence = cadenceOf(registered, policy);
  if (last === undefined) {
    const from = countingFrom(registered, reports);
    return from === null ? null : addDuration(from, cadence);
  }
  // A review from before the vendor was ours doesn't shorten the time that we have from then on.
  const since = registered?.since ?? last.record.reviewed;
  const due = addDuration(since > last.record.reviewed ? since : last.record.reviewed, cadence);
  const [earliest] = nextReviews(reviews, last).sort(compareDates);
  return earliest !== undefined && earliest < due ? earliest : due;
}

export interface ReviewClockReading {
  readonly clock: ReviewClock;
  readonly last: SignedReview | null;
  readonly unreviewed: readonly DatedReport[];
  readonly drafts: readonly DraftReview[];
}

/**
 * Did *we* review, in time? Due is the last completed review plus the cadence of the vendor's tier, or the
 * earlier day that the reviewer set; without one the count starts when the vendor became ours, else at the end
 * of its earliest report's period. The day that it is due is still in time.
 */
export function reviewClock(
  registered: RegisteredVendor | null,
  onDay: VendorOnDay,
  lines: readonly LineState[],
  policy: Policy,
): ReviewClockReading {
  const { asOf } = onDay;
  const last = onDay.reviews[0];
  const due = dueDate(registered, onDay, last, policy);
  const unreviewed = unreviewedReports(lines, onDay.reviews);
  const drafts = openDrafts(onDay);
  const left = due === null ? null : daysBetween(asOf, due);
  const dueWithin = dueSoonMark(left, policy);
  const isDrafted = (report: DatedReport): boolean =>
    drafts.some(({ document, record }) => document === report.document || record.report === null);
  const state: ReviewClockState =
    left !== null && left < 0
      ? 'overdue'
      : unreviewed.length > 0 && !unreviewed.every(isDrafted)
        ? last === undefined
          ? 'never-reviewed'
          : 'new-report'
        : drafts.length > 0
          ? 'in-progress'
          : last === undefined
            ? 'never-reviewed'
            : dueWithin !== null
              ? 'due-soon'
              : 'current';
  return {
    clock: {
      state,
      due,
      days: left === null ? null : Math.abs(left),
      lastReviewed: last?.record.reviewed ?? null,
      dueWithin,
    },
    last: last ?? null,
    unreviewed,
    drafts,
  };
}
