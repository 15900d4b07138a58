import { addDays, addMonths, type CalendarDate } from '../calendar/calendar-date.ts';
import { addDuration } from '../calendar/duration.ts';
import type { Policy } from '../register/register.ts';
import type { DatedReport } from './on-day.ts';
import type { ReportLine, VendorLines } from './report-lines.ts';
import type { ReportClock, ReportClockState } from './standing.ts';

/**
 * How long after its validity a report without a successor becomes a red flag. With twelve months of validity
 * this is the market's fifteen months after the end of the period.
 */
const STALE_AFTER_MONTHS = 3;

/** The days on which a report's state changes, counted from the end of its period. */
export interface ReportDates {
  /** The last day on which it is current. */
  readonly currentUntil: CalendarDate;
  /** The last day on which the next one isn't late. */
  readonly renewalBy: CalendarDate;
  /** The first day on which it is stale. */
  readonly staleFrom: CalendarDate;
}

export function reportDates(end: CalendarDate, policy: Policy): ReportDates {
  const currentUntil = addDuration(end, policy.reportValidFor);
  const renewalBy = addDuration(currentUntil, policy.renewalLag);
  const staleFrom = addMonths(currentUntil, STALE_AFTER_MONTHS);
  // A policy that allows more than three months for the renewal doesn't call stale what isn't even late.
  return { currentUntil, renewalBy, staleFrom: staleFrom > renewalBy ? staleFrom : addDays(renewalBy, 1) };
}

/** Where one line stands. */
export interface LineState {
  readonly line: ReportLine;
  readonly state: Exclude<ReportClockState, 'not-required'>;
  /** The newest report of the line whose period is known; null when none is. */
  readonly newest: DatedReport | null;
  readonly dates: ReportDates | null;
}

type State = LineState['state'];

/** How bad a state is for a vendor: the worst of its lines is the vendor's. */
const BADNESS: Readonly<Record<State, number>> = {
  none: 5,
  stale: 4,
  late: 3,
  'type-1-only': 2,
  'renewal-expected': 1,
  current: 0,
};

export function lineState(line: ReportLine, policy: Policy, asOf: CalendarDate): LineState {
  const newest = line.reports.find(({ end }) => end !== null);
  const end = newest?.end ?? null;
  if (newest === undefined || end === null) return { line, state: 'none', newest: null, dates: null };
  const dates = reportDates(end, policy);
  const isType1Only = line.reports.every(({ type }) => type === 1);
  const state: State =
    asOf >= dates.staleFrom
      ? 'stale'
      : asOf > dates.renewalBy
        ? 'late'
        : isType1Only
          ? 'type-1-only'
          : asOf > dates.currentUntil
            ? 'renewal-expected'
            : 'current';
  return { line, state, newest, dates };
}

/** Until when a state holds, where that is a day; a late or stale report stays so until the next one comes. */
function untilOf({ state, dates }: LineState, asOf: CalendarDate): CalendarDate | null {
  if (dates === null) return null;
  if (state === 'current') return dates.currentUntil;
  if (state === 'renewal-expected') return dates.renewalBy;
  if (state === 'type-1-only') return asOf > dates.currentUntil ? dates.renewalBy : dates.currentUntil;
  return null;
}

export interface ReportClockReading {
  readonly clock: ReportClock;
  readonly lines: readonly LineState[];
}

/**
 * Is the vendor's report fresh? The vendor stands where its worst counted line stands; what is expected and
 * missing altogether is worse than any.
 */
export function reportClock(lines: VendorLines, policy: Policy, asOf: CalendarDate): ReportClockReading {
  const states = lines.counted.map((line) => lineState(line, policy, asOf));
  const isMissing = lines.missing.some(({ weaker }) => weaker === null || weaker.kind === 'soc3');
  const [worst] = [...states].sort(
    (a, b) => BADNESS[b.state] - BADNESS[a.state] || (a.newest?.end ?? '').localeCompare(b.newest?.end ?? ''),
  );
  if (worst === undefined || isMissing) return { clock: { state: 'none', until: null }, lines: states };
  return { clock: { state: worst.state, until: untilOf(worst, asOf) }, lines: states };
}
