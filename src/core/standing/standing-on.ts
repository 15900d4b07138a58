import { dateInWords, type CalendarDate } from '../calendar/calendar-date.ts';
import type { VendorDossier } from '../library/snapshot.ts';
import type { Policy } from '../register/register.ts';
import { coverageClock } from './coverage-clock.ts';
import { coverageReasons, facilityReasons, unreadableReasons } from './coverage-reasons.ts';
import { unexaminedFacilities } from './facilities.ts';
import { vendorOnDay, type VendorOnDay } from './on-day.ts';
import { reportClock } from './report-clock.ts';
import { vendorLines } from './report-lines.ts';
import { reportReasons } from './report-reasons.ts';
import { reviewClock } from './review-clock.ts';
import { reviewReasons } from './review-reasons.ts';
import { VERDICTS, type Reason, type Standing, type Verdict } from './standing.ts';

const rank = (verdict: Verdict): number => VERDICTS.indexOf(verdict);

const worstFirst = (reasons: readonly Reason[]): Reason[] =>
  [...reasons].sort((a, b) => rank(a.verdict) - rank(b.verdict));

/** Nothing is asked of a vendor; `days` and dates are those of the past. */
function notRequired(onDay: VendorOnDay, text: string, detail: string): Standing {
  const lastReviewed = onDay.reviews[0]?.record.reviewed ?? null;
  return {
    verdict: 'not-required',
    review: { state: 'not-required', due: null, days: null, lastReviewed, dueWithin: null },
    report: { state: 'not-required', until: null },
    coverage: { state: 'not-required', holes: [] },
    reasons: [{ code: 'not-required', verdict: 'not-required', text, detail, files: [] }],
  };
}

/** Why a vendor is in the record and not on the list on that day; undefined when it is on the list. */
function exemption({ registered, unreadable }: VendorDossier, onDay: VendorOnDay): Standing | undefined {
  const { asOf, reports, letters, reviews, drafts } = onDay;
  if (registered !== null && registered.status !== 'active') {
    const why = registered.statusReason;
    const text = why === null ? registered.status : `${registered.status}: ${why}`;
    return notRequired(onDay, text, `The register has this vendor as ${text}.`);
  }
  const since = registered?.since ?? null;
  if (since !== null && since > asOf) {
    const day = dateInWords(since);
    return notRequired(onDay, `ours since ${day}`, `The vendor became ours on ${day}, after this day.`);
  }
  const isKnown = [reports, letters, reviews, drafts, unreadable].some(({ length }) => length > 0);
  if (registered !== null || isKnown) return undefined;
  const text = `nothing on file on ${dateInWords(asOf)}`;
  return notRequired(onDay, text, 'Its first report was issued later, and the register doesn’t name it.');
}

/**
 * Where a vendor stands on a day: three clocks, one verdict, and the reasons, worst first. Pure: what existed on
 * the day decides, and nothing else; so any past day can be shown again.
 */
export function standingOn(dossier: VendorDossier, policy: Policy, asOf: CalendarDate): Standing {
  const onDay = vendorOnDay(dossier, asOf);
  const exempt = exemption(dossier, onDay);
  if (exempt !== undefined) return exempt;
  const { registered } = dossier;
  const lines = vendorLines(registered, onDay.reports);
  const report = reportClock(lines, policy, asOf);
  const coverage = coverageClock(lines.counted, onDay.letters, policy, asOf);
  const review = reviewClock(registered, onDay, report.lines, policy);
  const reasons = worstFirst([
    ...reviewReasons(review, onDay, registered, policy),
    ...reportReasons(report, lines, policy),
    ...coverageReasons(coverage, lines.counted, policy),
    ...facilityReasons(unexaminedFacilities(registered, report.lines)),
    ...unreadableReasons(dossier.unreadable),
  ]);
  return {
    verdict: reasons[0]?.verdict ?? 'current',
    review: review.clock,
    report: report.clock,
    coverage: coverage.clock,
    reasons,
  };
}
