import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { VendorDossier } from '../library/snapshot.ts';
import type { Policy } from '../register/register.ts';
import type { Standing } from './standing.ts';

/** Says where a vendor stands on a day. */
export type StandingOf = (dossier: VendorDossier, policy: Policy, asOf: CalendarDate) => Standing;

interface Kept {
  readonly policy: Policy;
  readonly asOf: CalendarDate;
  readonly standing: Standing;
}

/** Today, and another day that somebody looks at. */
const DAYS_KEPT = 2;

/**
 * Computes each standing once: a vendor whose dossier is the same object stands where it stood under the same policy
 * on the same day. The join keeps the dossier of every vendor that a change doesn't touch, so a changed file costs
 * the standing of its vendor only. What is kept goes with the dossier.
 */
export function keepStandings(compute: StandingOf): StandingOf {
  const kept = new WeakMap<VendorDossier, readonly Kept[]>();
  return (dossier, policy, asOf) => {
    const known = kept.get(dossier) ?? [];
    const same = known.find((one) => one.asOf === asOf && one.policy === policy);
    if (same !== undefined) return same.standing;
    const standing = compute(dossier, policy, asOf);
    kept.set(dossier, [{ policy, asOf, standing }, ...known].slice(0, DAYS_KEPT));
    return standing;
  };
}
