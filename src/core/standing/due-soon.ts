import type { Policy } from '../register/register.ts';

/**
 * Of the policy's marks (60, 30, 7 days before a review is due) the narrowest that is reached; null when none is,
 * or when the day is past.
 *
 * @param left Days until the due date; null without one.
 */
export function dueSoonMark(
  left: number | null,
  { dueSoonDays }: Pick<Policy, 'dueSoonDays'>,
): number | null {
  if (left === null || left < 0) return null;
  const reached = dueSoonDays.filter((mark) => left <= mark);
  return reached.length === 0 ? null : Math.min(...reached);
}
