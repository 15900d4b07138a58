import type { CalendarDate } from '../calendar/calendar-date.ts';
import { ENGLISH, type Language } from '../language/language.ts';
import type { VendorDossier } from '../library/snapshot.ts';
import type { Policy } from '../register/register.ts';
import {
  auditYearCoverage,
  auditYearOf,
  previousAuditYear,
  testsTooLittle,
  type AuditYearCoverage,
} from './audit-year.ts';
import { lineCoverage } from './coverage-clock.ts';
import { vendorOnDay } from './on-day.ts';
import { heldReports } from './recorded-reports.ts';
import { vendorLines } from './report-lines.ts';
import { lineName } from './wording.ts';

/** How much of an audit year the reports on one service cover. */
export interface LineAuditYear extends AuditYearCoverage {
  /** "SOC 2 report"; only "report" where the vendor has one line. */
  readonly line: string;
  /** The year is over, and its SOC 1 reports tested too little of it; the year that runs may still be tested. */
  readonly isTooLittle: boolean;
}

/**
 * The audit year before the one in which a day lies, and the one that runs, up to that day: how many days of each
 * are tested, bridged and uncovered, for every line of reports that counts. A Type 1 tests no time.
 */
export function auditYearsOn(
  dossier: VendorDossier,
  policy: Policy,
  asOf: CalendarDate,
  language: Language = ENGLISH,
): readonly LineAuditYear[] {
  const onDay = vendorOnDay(dossier, asOf);
  const { letters } = onDay;
  const { counted } = vendorLines(dossier.registered, heldReports(onDay, policy));
  const running = auditYearOf(asOf, policy);
  const years = [previousAuditYear(running, policy), { start: running.start, end: asOf }];
  return counted.flatMap((line) => {
    const covered = lineCoverage(line, letters, policy);
    return years.map((year) => {
      const coverage = auditYearCoverage(covered, year);
      const isTooLittle = year.end < running.start && testsTooLittle(line.kind, coverage);
      return { line: lineName(line, counted, language), ...coverage, isTooLittle };
    });
  });
}
