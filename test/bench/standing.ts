import { addDays, calendarDate, type CalendarDate } from '../../src/core/calendar/calendar-date.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../../src/core/library/snapshot.ts';
import { DEFAULT_POLICY, EMPTY_REGISTER } from '../../src/core/register/register.ts';
import { portfolioOn } from '../../src/core/standing/portfolio.ts';
import { dossier, registered, report, review } from '../unit/standing/samples.ts';

/*
 * How long the standings of a large library take: 2,000 vendors with three reports and two reviews each. Prints
 * the median of several runs, each in a library of its own, after one run that nobody counts.
 */

const VENDORS = 2000;
const REPORTS_PER_VENDOR = 3;
const RUNS = 9;
const AS_OF = calendarDate('2026-11-21');

function reportsOf(vendor: number): LibraryDocument[] {
  const newestEnd = addDays(AS_OF, -((vendor * 7) % 600) - 60);
  return Array.from({ length: REPORTS_PER_VENDOR }, (_, year) => {
    const end: CalendarDate = addDays(newestEnd, -365 * year);
    return report({
      path: `vendors/v${vendor}/${year}.pdf`,
      start: addDays(end, -364),
      end,
      issued: addDays(end, 55),
      sha256: `${vendor}-${year}`,
    });
  });
}

function vendorNumber(vendor: number): VendorDossier {
  const reports = reportsOf(vendor);
  const reviews = reports.slice(1).map((of, index) => ({
    ...review(addDays(of.reading.reportDate?.value ?? AS_OF, 20), of),
    path: `reviews/v${vendor}/${index}.md`,
  }));
  const name = `Vendor ${vendor}`;
  return dossier({ id: `v${vendor}`, name, registered: registered({ name }), reports, reviews });
}

const library = (): LibrarySnapshot => ({
  documents: [],
  register: { ...EMPTY_REGISTER, policy: DEFAULT_POLICY },
  reviews: [],
  dossiers: Array.from({ length: VENDORS }, (_, index) => vendorNumber(index)),
  unassigned: [],
});

function milliseconds(): number {
  const snapshot = library();
  const start = performance.now();
  portfolioOn(snapshot, AS_OF);
  return performance.now() - start;
}

milliseconds();
const times = Array.from({ length: RUNS }, milliseconds).sort((a, b) => a - b);
const median = times[Math.floor(RUNS / 2)] ?? 0;
console.log(
  `Standings of ${VENDORS} vendors with ${VENDORS * REPORTS_PER_VENDOR} reports: ${median.toFixed(0)} ms ` +
    `(median of ${RUNS}, ${(times[0] ?? 0).toFixed(0)} to ${(times.at(-1) ?? 0).toFixed(0)})`,
);
