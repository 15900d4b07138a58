import { daysBetween, type CalendarDate } from '../calendar/calendar-date.ts';
import { addDuration } from '../calendar/duration.ts';
import { ENGLISH, type Language } from '../language/language.ts';
import { DEFAULT_POLICY, type OwnDocument, type Policy } from '../register/register.ts';
import { dueSoonMark } from './due-soon.ts';
import type { Reason, ReasonCode, ReviewClock, Verdict } from './standing.ts';
import { dueSoonIn, durationIn, overdueIn, reviewedIn } from './wording.ts';

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
  language: Language = ENGLISH,
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
    const detail = language.say('The register has no day on which this document was reviewed.');
    return make('attention', 'never-reviewed', 'never-reviewed', language.say('never reviewed'), detail);
  }
  const detail = language.say(
    'Due on {0}: {1} after the last review, on {2}.',
    language.date(due),
    durationIn(language, document.reviewEvery),
    language.date(lastReviewed),
  );
  if (left < 0) {
    return make('overdue', 'overdue', 'review-overdue', overdueIn(language, -left), detail);
  }
  if (dueWithin !== null) {
    return make('due-soon', 'due-soon', 'review-due-soon', dueSoonIn(language, left), detail);
  }
  const text = reviewedIn(language, lastReviewed, due);
  return make('current', 'current', 'review-current', text, detail);
}
