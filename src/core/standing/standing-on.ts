import type { CalendarDate } from '../calendar/calendar-date.ts';
import { ENGLISH, type Language } from '../language/language.ts';
import type { VendorDossier } from '../library/snapshot.ts';
import type { Policy } from '../register/register.ts';
import { coverageClock } from './coverage-clock.ts';
import { coverageReasons, facilityReasons, unreadableReasons } from './coverage-reasons.ts';
import { unexaminedFacilities } from './facilities.ts';
import { vendorOnDay, type VendorOnDay } from './on-day.ts';
import { elsewhereReasons, heldReports } from './recorded-reports.ts';
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
function exemption(
  { registered, unreadable }: VendorDossier,
  onDay: VendorOnDay,
  language: Language,
): Standing | undefined {
  const { asOf, reports, letters, reviews, drafts } = onDay;
  if (registered !== null && registered.status !== 'active') {
    const why = registered.statusReason;
    const status = registered.status === 'exempt' ? language.say('exempt') : language.say('terminated');
    const text = why === null ? status : language.say('{0}: {1}', status, why);
    return notRequired(onDay, text, language.say('The register has this vendor as {0}.', text));
  }
  const since = registered?.since ?? null;
  if (since !== null && since > asOf) {
    const day = language.date(since);
    const detail = language.say('The vendor became ours on {0}, after this day.', day);
    return notRequired(onDay, language.say('ours since {0}', day), detail);
  }
  const isKnown = [reports, letters, reviews, drafts, unreadable].some(({ length }) => length > 0);
  if (registered !== null || isKnown) return undefined;
  const text = language.say('nothing on file on {0}', language.date(asOf));
  const detail = language.say('Its first report was issued later, and the register doesn’t name it.');
  return notRequired(onDay, text, detail);
}

/**
 * Where a vendor stands on a day: three clocks, one verdict, and the reasons, worst first. Pure: what existed on
 * the day decides, and nothing else; so any past day can be shown again.
 *
 * @param language In which the reasons are said; English unless a person reads them on a screen.
 */
export function standingOn(
  dossier: VendorDossier,
  policy: Policy,
  asOf: CalendarDate,
  language: Language = ENGLISH,
): Standing {
  const onDay = vendorOnDay(dossier, asOf);
  const exempt = exemption(dossier, onDay, language);
  if (exempt !== undefined) return exempt;
  const { registered } = dossier;
  const lines = vendorLines(registered, heldReports(onDay, policy));
  const report = reportClock(lines, policy, asOf);
  const coverage = coverageClock(lines.counted, onDay.letters, policy, asOf);
  const review = reviewClock(registered, onDay, report.lines, policy);
  const reasons = worstFirst([
    ...reviewReasons(review, onDay, registered, policy, language),
    ...reportReasons(report, lines, policy, language),
    ...elsewhereReasons(onDay, policy, language),
    ...coverageReasons(coverage, lines.counted, policy, language),
    ...facilityReasons(unexaminedFacilities(registered, report.lines), language),
    ...unreadableReasons(dossier.unreadable, language),
  ]);
  return {
    verdict: reasons[0]?.verdict ?? 'current',
    review: review.clock,
    report: report.clock,
    coverage: coverage.clock,
    reasons,
  };
}
