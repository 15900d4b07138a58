import { addDays, compareDates, daysBetween, type CalendarDate } from '../calendar/calendar-date.ts';
import { addDuration } from '../calendar/duration.ts';
import { lengthInDays, type Period } from '../calendar/period.ts';
import type { Policy } from '../register/register.ts';
import { auditYearOf, previousAuditYear } from './audit-year.ts';
import type { DatedLetter, DatedReport } from './on-day.ts';
import type { ReportLine } from './report-lines.ts';
import type { CoverageClock, CoverageHole, CoverageState } from './standing.ts';

/** A bridge letter at work: the days that it covers behind a report's period. */
export interface Bridge {
  readonly letter: DatedLetter;
  readonly covers: Period;
  /** The letter claims more days than the policy lets a letter cover. */
  readonly isTooLong: boolean;
}

/** One line of reports as time: what was tested, what is bridged, and what nobody speaks about. */
export interface LineCoverage {
  readonly line: ReportLine;
  /** The tested periods, oldest first. A Type 1 tests a day's design, and covers no time. */
  readonly tested: readonly Period[];
  readonly bridges: readonly Bridge[];
  /** Oldest first. */
  readonly holes: readonly (CoverageHole & { readonly files: readonly string[] })[];
  /** Days that two reports cover; harmless. */
  readonly overlaps: readonly Period[];
}

interface Tested extends DatedReport {
  readonly end: CalendarDate;
}

const isTested = (report: DatedReport): report is Tested => report.type !== 1 && report.end !== null;

/** How many days before the gap a letter may start that doesn't name the period it follows: "since 30 September". */
const LETTER_STARTS_WITHIN_DAYS = 7;

/** Whether a letter follows a period directly: management's word on any other time bridges nothing. */
function follows({ from, through, reportEnd }: DatedLetter, end: CalendarDate): boolean {
  const next = addDays(end, 1);
  if (from > next || through < next) return false;
  return reportEnd === null ? daysBetween(from, next) <= LETTER_STARTS_WITHIN_DAYS : reportEnd === end;
}

function bridgeAfter(end: CalendarDate, letters: readonly DatedLetter[], policy: Policy): Bridge | undefined {
  const next = addDays(end, 1);
  const limit = addDuration(end, policy.bridgeLimit);
  const [longest] = letters
    .filter((letter) => follows(letter, end))
    .sort((a, b) => compareDates(b.through, a.through));
  if (longest === undefined) return undefined;
  const isTooLong = longest.through > limit;
  return {
    letter: longest,
    covers: { start: next, end: isTooLong ? limit : longest.through },
    isTooLong,
  };
}

/** A policy may let a letter cover nothing at all. */
const covers = (bridge: Bridge | undefined): bridge is Bridge =>
  bridge !== undefined && bridge.covers.end >= bridge.covers.start;

export function lineCoverage(
  line: ReportLine,
  letters: readonly DatedLetter[],
  policy: Policy,
): LineCoverage {
  const reports = line.reports.filter(isTested).sort((a, b) => compareDates(a.end, b.end));
  const tested: Period[] = [];
  const bridges: Bridge[] = [];
  const holes: (CoverageHole & { files: string[] })[] = [];
  const overlaps: Period[] = [];
  let last: Tested | undefined;
  for (const report of reports) {
    // Where a report doesn't say when its period starts, nobody can say that there is a hole before it.
    const start = report.start ?? (last === undefined ? report.end : addDays(last.end, 1));
    if (start <= report.end) tested.push({ start, end: report.end });
    if (last !== undefined && start <= last.end) {
      overlaps.push({ start, end: last.end < report.end ? last.end : report.end });
    }
    if (last !== undefined && start > addDays(last.end, 1)) {
      const bridge = bridgeAfter(last.end, letters, policy);
      if (bridge !== undefined) bridges.push(bridge);
      const from = addDays(covers(bridge) ? bridge.covers.end : last.end, 1);
      const to = addDays(start, -1);
      const files = [last.document.path, report.document.path];
      if (from <= to) holes.push({ from, to, days: lengthInDays({ start: from, end: to }), files });
    }
    last = report;
  }
  const tail = last === undefined ? undefined : bridgeAfter(last.end, letters, policy);
  if (tail !== undefined) bridges.push(tail);
  return { line, tested, bridges, holes, overlaps };
}

export interface CoverageClockReading {
  readonly clock: CoverageClock;
  readonly lines: readonly LineCoverage[];
  /** The letters that count on the day. */
  readonly bridges: readonly Bridge[];
}

/**
 * Is time uncovered? Looks at what an auditor of this audit year or the one before it would ask about; older
 * holes stay in the lines and no longer count. The time since the newest report is the report clock's business.
 */
export function coverageClock(
  counted: readonly ReportLine[],
  letters: readonly DatedLetter[],
  policy: Policy,
  asOf: CalendarDate,
): CoverageClockReading {
  const lines = counted.map((line) => lineCoverage(line, letters, policy));
  const allHoles = lines.flatMap((line) => line.holes);
  const allBridges = lines.flatMap((line) => line.bridges);
  // Most vendors have neither, and nothing else here takes as long as the years.
  const isWhole = allHoles.length === 0 && allBridges.length === 0;
  const since = isWhole ? asOf : previousAuditYear(auditYearOf(asOf, policy), policy).start;
  const holes = allHoles
    .filter(({ to }) => to >= since)
    .sort((a, b) => compareDates(a.from, b.from) || daysBetween(b.to, a.to));
  const bridges = allBridges.filter(({ letter }) => letter.through >= since);
  const isCovered = lines.some(({ tested }) => tested.length > 0);
  const state: CoverageState = !isCovered
    ? 'none'
    : holes.length > 0
      ? 'hole'
      : bridges.some(({ isTooLong }) => isTooLong)
        ? 'bridge-too-long'
        : bridges.length > 0
          ? 'bridged'
          : 'continuous';
  return { clock: { state, holes: holes.map(({ from, to, days }) => ({ from, to, days })) }, lines, bridges };
}
