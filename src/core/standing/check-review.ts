import { dateInWords, type CalendarDate } from '../calendar/calendar-date.ts';
import { ENGLISH } from '../language/language.ts';
import type { LibraryDocument } from '../library/snapshot.ts';
import { coverageEnd } from '../report/reading.ts';
import type { ReviewFile, ReviewRecord } from '../review/review.ts';

/** Why a review can't count, and the field of its front matter that says so. */
export interface ReviewObjection {
  readonly field: keyof ReviewRecord;
  readonly message: string;
}

/**
 * What a review can't see for itself: that it is dated before the report that it is about, or after the day on
 * which it is looked at.
 *
 * @param document The report that it is about; null when that is unknown.
 */
export function checkReview(
  review: ReviewFile,
  document: LibraryDocument | null,
  asOf: CalendarDate,
): readonly ReviewObjection[] {
  const reviewed = review.record?.reviewed ?? null;
  if (reviewed === null) return [];
  if (reviewed > asOf) {
    const message = ENGLISH.say('A review can’t lie in the future: reviewed is {0}.', dateInWords(reviewed));
    return [{ field: 'reviewed', message }];
  }
  if (document === null) return [];
  const end = coverageEnd(document.reading);
  if (end !== null && reviewed < end) {
    const message = ENGLISH.say(
      'Reviewed on {0}, before the report’s period ended on {1}.',
      dateInWords(reviewed),
      dateInWords(end),
    );
    return [{ field: 'reviewed', message }];
  }
  const issued = document.reading.reportDate?.value;
  if (issued !== undefined && reviewed < issued) {
    const message = ENGLISH.say(
      'Reviewed on {0}, before the report was issued on {1}.',
      dateInWords(reviewed),
      dateInWords(issued),
    );
    return [{ field: 'reviewed', message }];
  }
  return [];
}
