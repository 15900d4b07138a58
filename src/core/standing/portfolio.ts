import type { CalendarDate } from '../calendar/calendar-date.ts';
import { compareNames } from '../library/order.ts';
import type { LibrarySnapshot, VendorDossier } from '../library/snapshot.ts';
import type { StandingOf } from './keep-standings.ts';
import { standingOn } from './standing-on.ts';
import { VERDICTS, type Standing, type Verdict } from './standing.ts';

export interface PortfolioRow {
  readonly dossier: VendorDossier;
  readonly standing: Standing;
}

/** How bad a standing is among those of its verdict; more is worse. */
function badness({ verdict, review, reasons }: Standing): number {
  switch (verdict) {
    case 'overdue':
      return review.days ?? 0;
    case 'attention':
      return reasons.filter((reason) => reason.verdict === 'attention').length;
    case 'due-soon':
    case 'current':
      return -(review.days ?? 0);
    case 'not-required':
      return 0;
  }
}

/** What needs a person first: by verdict, then how bad it is. */
const worstFirst = (a: PortfolioRow, b: PortfolioRow): number =>
  VERDICTS.indexOf(a.standing.verdict) - VERDICTS.indexOf(b.standing.verdict) ||
  badness(b.standing) - badness(a.standing);

/** What needs a person first: by verdict, then how bad it is, then name. */
export const worstStandingFirst = (a: PortfolioRow, b: PortfolioRow): number =>
  worstFirst(a, b) ||
  compareNames(a.dossier.name, b.dossier.name) ||
  compareNames(a.dossier.id, b.dossier.id);

/** Every vendor with its standing on a day, what needs a person first; among equals, in the order of their names. */
export const portfolioOn = (
  snapshot: LibrarySnapshot,
  asOf: CalendarDate,
  standingOf: StandingOf = standingOn,
): readonly PortfolioRow[] =>
  snapshot.dossiers
    .map((dossier) => ({ dossier, standing: standingOf(dossier, snapshot.register.policy, asOf) }))
    // The dossiers are in the order of their names, which this leaves as it is.
    .sort(worstFirst);

/** How many vendors have each verdict. */
export function verdictCounts(rows: readonly PortfolioRow[]): Readonly<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = {
    overdue: 0,
    attention: 0,
    'due-soon': 0,
    current: 0,
    'not-required': 0,
  };
  for (const { standing } of rows) counts[standing.verdict]++;
  return counts;
}
