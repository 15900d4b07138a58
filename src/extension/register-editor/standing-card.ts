import { t } from '@vscode/l10n';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { Policy } from '../../core/register/register.ts';
import { auditYearsOn, type LineAuditYear } from '../../core/standing/audit-years.ts';
import type { DocumentStanding } from '../../core/standing/document-standing.ts';
import type { Reason, ReviewClock } from '../../core/standing/standing.ts';
import { dateInWords, readersLanguage } from '../language.ts';
import type { VendorStatus } from '../tree/node.ts';
import { verdictInWords } from '../tree/words.ts';

/** Everything about a standing, as plain text in parts; whoever shows it must keep it text. */
export interface StandingCard {
  readonly heading: string;
  readonly reasons: readonly { readonly text: string; readonly detail: string }[];
  readonly dates: readonly string[];
}

/** The reasons, each with the rule and the dates that it rests on. */
const reasonsOf = (reasons: readonly Reason[]): StandingCard['reasons'] =>
  reasons.map(({ text, detail }) => ({ text, detail }));

function reviewDates({ lastReviewed, due }: ReviewClock): string[] {
  return [
    ...(lastReviewed === null ? [] : [t('Last review: {0}', dateInWords(lastReviewed))]),
    ...(due === null ? [] : [t('Review due: {0}', dateInWords(due))]),
  ];
}

/** "Audit year to 31 Dec 2025, SOC 2 report: 304 days tested, 61 bridged, 0 uncovered" */
function auditYearInWords({ line, year, tested, bridged, uncovered, isTooLittle }: LineAuditYear): string {
  const words = t(
    '{0} to {1}, {2}: {3} days tested, {4} bridged, {5} uncovered',
    dateInWords(year.start),
    dateInWords(year.end),
    line,
    tested,
    bridged,
    uncovered,
  );
  return isTooLittle ? t('{0}; less than six months tested', words) : words;
}

/** Undefined while reports are being read: nobody can say where the vendor stands. */
export function vendorCard(
  { dossier, standing }: VendorStatus,
  policy: Policy,
  asOf: CalendarDate,
): StandingCard | undefined {
  if (standing === null) return undefined;
  const { verdict, reasons, review } = standing;
  return {
    heading: t('{0}: {1}', dossier.name, verdictInWords(verdict)),
    reasons: reasonsOf(reasons),
    dates: [
      ...reviewDates(review),
      ...(verdict === 'not-required'
        ? []
        : auditYearsOn(dossier, policy, asOf, readersLanguage).map(auditYearInWords)),
    ],
  };
}

export const ownDocumentCard = (
  name: string,
  { verdict, review, reasons }: DocumentStanding,
): StandingCard => ({
  heading: t('{0}: {1}', name, verdictInWords(verdict)),
  reasons: reasonsOf(reasons),
  dates: reviewDates(review),
});
