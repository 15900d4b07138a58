import { compareDates, type CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { Period } from '../../core/calendar/period.ts';
import type { LibraryDocument, VendorDossier } from '../../core/library/snapshot.ts';
import type { Policy } from '../../core/register/register.ts';
import {
  auditYearCoverage,
  auditYearOf,
  previousAuditYear,
  type AuditYearCoverage,
} from '../../core/standing/audit-year.ts';
import { lineCoverage } from '../../core/standing/coverage-clock.ts';
import { vendorOnDay, type VendorOnDay } from '../../core/standing/on-day.ts';
import { lineState, type LineState } from '../../core/standing/report-clock.ts';
import { vendorLines, type ReportLine, type VendorLines } from '../../core/standing/report-lines.ts';
import { unreviewedReports } from '../../core/standing/review-clock.ts';

/** How many days of an audit year are tested, bridged and uncovered; of the year that still runs, up to the day. */
export interface AuditYear extends AuditYearCoverage {
  readonly isRunning: boolean;
}

/** What a vendor's reports, letters and reviews say together on a day: more than its one row can show. */
export interface VendorPicture {
  readonly asOf: CalendarDate;
  readonly onDay: VendorOnDay;
  readonly lines: VendorLines;
  /** Of the lines that count first, then of the others. */
  readonly states: readonly LineState[];
  /** The newest report of every line that counts, where its period is known. */
  readonly latest: readonly LibraryDocument[];
  /** Newest reports that nobody has reviewed. */
  readonly unreviewed: readonly LibraryDocument[];
  /** Of a line, the audit year before and the one that runs on the day, oldest first. */
  readonly auditYears: (line: ReportLine) => readonly AuditYear[];
}

export function vendorPicture(dossier: VendorDossier, policy: Policy, asOf: CalendarDate): VendorPicture {
  const onDay = vendorOnDay(dossier, asOf);
  const lines = vendorLines(dossier.registered, onDay.reports);
  const counted = lines.counted.map((line) => lineState(line, policy, asOf));
  const others = lines.others.map((line) => lineState(line, policy, asOf));
  return {
    asOf,
    onDay,
    lines,
    states: [...counted, ...others],
    latest: counted.flatMap(({ newest }) => (newest === null ? [] : [newest.document])),
    unreviewed: unreviewedReports(counted, onDay.reviews).map(({ document }) => document),
    auditYears: (line) => {
      const time = lineCoverage(line, onDay.letters, policy);
      const running = auditYearOf(asOf, policy);
      const soFar: Period = { start: running.start, end: earlier(asOf, running.end) };
      return [
        { ...auditYearCoverage(time, previousAuditYear(running, policy)), isRunning: false },
        { ...auditYearCoverage(time, soFar), year: running, isRunning: true },
      ];
    },
  };
}

const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (compareDates(a, b) <= 0 ? a : b);
