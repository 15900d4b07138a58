import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { LibraryDocument, VendorDossier } from '../../core/library/snapshot.ts';
import type { Policy } from '../../core/register/register.ts';
import { auditYearsOn, type LineAuditYear } from '../../core/standing/audit-years.ts';
import { vendorOnDay, type VendorOnDay } from '../../core/standing/on-day.ts';
import { lineState, type LineState } from '../../core/standing/report-clock.ts';
import { vendorLines, type VendorLines } from '../../core/standing/report-lines.ts';
import { unreviewedReports } from '../../core/standing/review-clock.ts';
import { readersLanguage } from '../language.ts';

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
  /** Of every line that counts, the audit year that runs on the day and the one before it. */
  readonly auditYears: () => readonly LineAuditYear[];
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
    auditYears: () => auditYearsOn(dossier, policy, asOf, readersLanguage),
  };
}
