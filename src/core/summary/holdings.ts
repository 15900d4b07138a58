import { dateInWords, type CalendarDate } from '../calendar/calendar-date.ts';
import { printedNames } from '../library/identity.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../library/snapshot.ts';
import { kindInWords } from '../register/expected-report.ts';
import { foldName } from '../register/vendor-name.ts';
import { coverageEnd } from '../report/reading.ts';
import { vendorOnDay } from '../standing/on-day.ts';
import { standingOn } from '../standing/standing-on.ts';
import type { ReportClock } from '../standing/standing.ts';

/** What we ourselves hold of an organization that a vendor relies on. */
export interface Holding {
  readonly dossier: VendorDossier;
  /** Its newest report on file on the day; null when there is none. */
  readonly report: LibraryDocument | null;
  readonly clock: ReportClock;
}

/** Finds what we hold of an organization, by any name that the register or a report gives it. */
export type Holdings = (name: string) => Holding | null;

/** "Amazon Web Services, Inc. (AWS)" is known by the whole, by what stands in front, and by what stands within. */
function spellings(name: string): string[] {
  const [, before = '', within = ''] = /^(.*?)\s*\(([^()]+)\)\s*$/.exec(name) ?? [];
  return [name, before, within].map(foldName).filter((spelling) => spelling !== '');
}

function namesOf({ name, registered, reports }: VendorDossier): string[] {
  return [name, ...(registered?.aliases ?? []), ...reports.flatMap(printedNames)];
}

const newestReport = (dossier: VendorDossier, asOf: CalendarDate): LibraryDocument | null =>
  vendorOnDay(dossier, asOf).reports[0]?.document ?? null;

/**
 * Everything that we hold, ready to be asked for by name. Names must agree as far as writing goes; nothing is
 * matched by likeness.
 */
export function holdingsOf(
  { dossiers, register }: Pick<LibrarySnapshot, 'dossiers' | 'register'>,
  asOf: CalendarDate,
): Holdings {
  const byName = new Map<string, VendorDossier>();
  for (const dossier of dossiers) {
    for (const name of namesOf(dossier).flatMap(spellings)) {
      if (!byName.has(name)) byName.set(name, dossier);
    }
  }
  const kept = new Map<VendorDossier, Holding>();
  return (name) => {
    const dossier = spellings(name).flatMap((spelling) => byName.get(spelling) ?? [])[0];
    if (dossier === undefined) return null;
    const known = kept.get(dossier);
    if (known !== undefined) return known;
    const { report: clock } = standingOn(dossier, register.policy, asOf);
    const holding: Holding = { dossier, report: newestReport(dossier, asOf), clock };
    kept.set(dossier, holding);
    return holding;
  };
}

const until = ({ until: day }: ReportClock, words: string): string =>
  day === null ? '' : `${words} ${dateInWords(day)}`;

/** How fresh what we hold is: "current until 31 Dec 2026". */
export function freshnessInWords(clock: ReportClock): string {
  switch (clock.state) {
    case 'current':
      return `current${until(clock, ' until')}`;
    case 'renewal-expected':
      return `renewal expected${until(clock, ' by')}`;
    case 'late':
      return 'its successor is late';
    case 'stale':
      return 'stale';
    case 'type-1-only':
      return 'Type 1 only';
    case 'none':
      return 'an expected report is missing';
    case 'not-required':
      return 'not followed up by us';
  }
}

/** "SOC 2 Type 2 to 31 Dec 2025" */
export function reportToInWords({ reading }: LibraryDocument): string {
  const end = coverageEnd(reading);
  return `${kindInWords(reading)}${end === null ? '' : ` to ${dateInWords(end)}`}`;
}
