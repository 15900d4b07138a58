import { addDays, calendarDate, type CalendarDate } from '../../src/core/calendar/calendar-date.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../../src/core/library/snapshot.ts';
import { DEFAULT_POLICY, EMPTY_REGISTER } from '../../src/core/register/register.ts';
import { keepStandings } from '../../src/core/standing/keep-standings.ts';
import { portfolioOn } from '../../src/core/standing/portfolio.ts';
import { standingOn } from '../../src/core/standing/standing-on.ts';
import { dossier, registered, report, review } from '../unit/standing/samples.ts';
import { median } from './measure.ts';

/*
 * How long the standings of a large library take: 2,000 vendors with three reports and two reviews each. Prints
 * medians of several runs, each in a library of its own, after one run that nobody counts: processor time, which is
 * the same on a busy machine, and what passed on the clock. Then one vendor gets a new report, and everybody's
 * standing is asked for again.
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

/** One vendor has another dossier; all others are the same objects, as the join leaves them. */
const withOneChange = (snapshot: LibrarySnapshot): LibrarySnapshot => ({
  ...snapshot,
  dossiers: snapshot.dossiers.map((one, index) => (index === 0 ? vendorNumber(0) : one)),
});

interface Time {
  readonly clock: number;
  readonly processor: number;
}

function timeOf(work: () => unknown): Time {
  const start = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - start, processor: (user + system) / 1000 };
}

function run(): { readonly all: Time; readonly afterChange: Time } {
  const standings = keepStandings(standingOn);
  const snapshot = library();
  const changed = withOneChange(snapshot);
  const all = timeOf(() => portfolioOn(snapshot, AS_OF, standings));
  return { all, afterChange: timeOf(() => portfolioOn(changed, AS_OF, standings)) };
}

const inWords = (times: readonly Time[]): string =>
  `${median(times.map(({ processor }) => processor)).toFixed(0)} ms of processor time, ` +
  `${median(times.map(({ clock }) => clock)).toFixed(0)} ms on the clock`;

run();
const runs = Array.from({ length: RUNS }, run);
console.log(
  `Standings of ${VENDORS} vendors with ${VENDORS * REPORTS_PER_VENDOR} reports: ${inWords(runs.map(({ all }) => all))}; ` +
    `again after one vendor's files have changed: ${inWords(runs.map(({ afterChange }) => afterChange))}.`,
);
