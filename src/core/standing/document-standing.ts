import { dateInWords, daysBetween, type CalendarDate } from '../calendar/calendar-date.ts';
import { addDuration, formatDuration } from '../calendar/duration.ts';
import { DEFAULT_POLICY, type OwnDocument, type Policy } from '../register/register.ts';
import { dueSoonMark } from './due-soon.ts';
import type { Reason, ReasonCode, ReviewClock, Verdict } from './standing.ts';
import { count } from './wording.ts';

/** Where one of our own documents stands: it has a review clock only. */
export interface DocumentStanding {
  readonly verdict: Verdict;
  readonly review: ReviewClock;
  /** Never empty. */
  readonly reasons: readonly Reason[];
}

/**
 * Where the annual review of one of our own statements stands on a day. A review recorded later than that day
 * has not happened yet.
 */
export function documentStandingOn(
  document: OwnDocument,
  asOf: CalendarDate,
  policy: Pick<Policy, 'dueSoonDays'> = DEFAULT_POLICY,
): DocumentStanding {
  const files = document.path === null ? [] : [document.path];
  const recorded = document.lastReviewed;
  const lastReviewed = recorded !== null && recorded <= asOf ? recorded : null;
  const due = lastReviewed === null ? null : addDuration(lastReviewed, document.reviewEvery);
  const left = due === null ? null : daysBetween(asOf, due);
  const dueWithin = dueSoonMark(left, policy);
  const make = (
    verdict: Verdict,
    state: ReviewClock['state'],
    code: ReasonCode,
    text: string,
    detail: string,
  ): DocumentStanding => ({
    verdict,
    review: { state, due, days: left === null ? null : Math.abs(left), lastReviewed, dueWithin },
    reasons: [{ code, verdict, text, detail, files }],
  });
  if (lastReviewed === null || due === null || left === null) {
    const detail = 'The register has no day on which this document was reviewed.';
    return make('attention', 'never-reviewed', 'never-reviewed', 'never reviewed', detail);
  }
  const detail = `Due on ${dateInWords(due)}: ${formatDuration(document.reviewEvery)} after the last review, on ${dateInWords(lastReviewed)}.`;
  if (left < 0) {
    return make('overdue', 'overdue', 'review-overdue', `review ${count(-left, 'day')} overdue`, detail);
  }
  if (dueWithin !== null) {
    const text = left === 0 ? 'review due today' : `review due in ${count(left, 'day')}`;
    return make('due-soon', 'due-soon', 'review-due-soon', text, detail);
  }
  const text = `reviewed ${dateInWords(lastReviewed)}, next review due ${dateInWords(due)}`;
  return make('current', 'current', 'review-current', text, detail);
}
