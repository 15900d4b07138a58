import type { CalendarDate } from '../calendar/calendar-date.ts';
import { addDuration } from '../calendar/duration.ts';
import type { Policy, RegisteredVendor } from '../register/register.ts';
import { cadenceOf } from '../standing/review-clock.ts';
import { setReviewFields } from './edit-review.ts';
import { parseReview } from './parse-review.ts';
import type { Conclusion } from './review.ts';
import { sealOf } from './seal.ts';

/** What a person says when they complete a review. */
export interface Completion {
  readonly conclusion: Conclusion;
  readonly reviewer: string;
  readonly reviewed: CalendarDate;
  /** Null to leave it as it is. */
  readonly approver: string | null;
  /** The hash of the PDF that was reviewed, when the person has said that it is this one; null to leave it. */
  readonly sha256: string | null;
}

/**
 * The text of a review with its completion filled in, sealed. The next review is that of the vendor's tier, unless
 * the reviewer has set an earlier day.
 *
 * @throws UneditableError where the record can't be written to
 */
export function completedReview(
  text: string,
  { conclusion, reviewer, reviewed, approver, sha256 }: Completion,
  registered: RegisteredVendor | null,
  policy: Policy,
): string {
  const due = addDuration(reviewed, cadenceOf(registered, policy));
  const own = parseReview('', text).record?.nextReview ?? null;
  const completed = setReviewFields(text, {
    reviewer,
    reviewed,
    conclusion,
    ...(approver === null ? {} : { approver }),
    ...(sha256 === null ? {} : { sha256 }),
    nextReview: own !== null && own > reviewed && own < due ? own : due,
  });
  return setReviewFields(completed, { seal: sealOf(completed) });
}
