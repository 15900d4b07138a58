import type { CorrectableField, CorrectableValues } from '../register/correction.ts';
import type { NewDecision } from '../register/edit-corrections.ts';
import { confirmedEntry } from './confirmed.ts';
import { setReviewFields } from './edit-review.ts';
import { parseReview } from './parse-review.ts';

/** The two days that a reviewer can confirm in one word. */
const PERIOD: readonly CorrectableField[] = ['periodStart', 'periodEnd'];

/**
 * Writes into a review's front matter what its reviewer says of one value; null takes it back. Everything else stays
 * as it is.
 *
 * @throws UneditableError for a file without front matter, with broken front matter, or in an unfinished merge
 */
export function withConfirmed<F extends CorrectableField>(
  text: string,
  field: F,
  decision: NewDecision<CorrectableValues[F]> | null,
): string {
  const { period, ...said } = parseReview('', text).record?.confirmed ?? {};
  const isAboutPeriod = PERIOD.includes(field);
  const before: Readonly<Record<string, string>> =
    period === undefined ? said : isAboutPeriod ? { ...partsOfPeriod(period), ...said } : { period, ...said };
  const { [field]: old, ...others } = before;
  if (decision === null && old === undefined) return text;
  const confirmed =
    decision === null
      ? others
      : old === undefined
        ? { ...others, [field]: confirmedEntry(decision) }
        : { ...before, [field]: confirmedEntry(decision) };
  return setReviewFields(text, { confirmed: Object.keys(confirmed).length === 0 ? null : confirmed });
}

/** `period: corrected 2025-01-01/2025-12-31` as what is said of its two days. */
function partsOfPeriod(said: string): Readonly<Record<string, string>> {
  const days = /(\d{4}-\d{2}-\d{2})\s*\/\s*(\d{4}-\d{2}-\d{2})/.exec(said);
  return Object.fromEntries(
    PERIOD.map((field, index) => [field, days === null ? said : `corrected ${days[index + 1] ?? ''}`]),
  );
}
