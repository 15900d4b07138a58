import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Duration } from '../calendar/duration.ts';
import type { TrustServicesCategory } from '../report/reading.ts';
import type { Correction } from './correction.ts';

/** The register: who our vendors are, and how often we review them. Read from `vendors.yaml`. */
export const TIERS = ['critical', 'high', 'moderate', 'low'] as const;
export type Tier = (typeof TIERS)[number];

export type Role = 'service provider' | 'partner';
export type Serves = 'clients' | 'internal users' | 'both';
export type VendorStatus = 'active' | 'terminated' | 'exempt';

export interface Policy {
  /** How often a vendor of each tier is reviewed; `default` for vendors without a tier. */
  readonly reviewEvery: Readonly<Record<Tier | 'default', Duration>>;
  /** Days before the due date from which a review is due soon, widest first: 60, 30, 7. */
  readonly dueSoonDays: readonly number[];
  /** How long after the end of its period a report counts as current. */
  readonly reportValidFor: Duration;
  /** How long the next report may take to be issued. */
  readonly renewalLag: Duration;
  /** How much time a bridge letter may cover. */
  readonly bridgeLimit: Duration;
  /** The last day of our own fiscal or audit year. */
  readonly fiscalYearEnd: { readonly month: number; readonly day: number };
  /** A review needs an approver other than its reviewer. */
  readonly fourEyes: boolean;
  /** Reports are kept outside of the folder: what a completed review has of one counts where its PDF is not at hand. */
  readonly reportsElsewhere: boolean;
}

/** What holds where the register says nothing. Rules of time: 12 months from period end, 90 days to issue. */
export const DEFAULT_POLICY: Policy = {
  reviewEvery: {
    critical: { months: 12 },
    high: { months: 12 },
    moderate: { months: 24 },
    low: { months: 36 },
    default: { months: 12 },
  },
  dueSoonDays: [60, 30, 7],
  reportValidFor: { months: 12 },
  renewalLag: { days: 90 },
  bridgeLimit: { months: 3 },
  fiscalYearEnd: { month: 12, day: 31 },
  fourEyes: false,
  reportsElsewhere: false,
};

export interface VendorService {
  readonly name: string;
  /** Reports that we expect for it, as written: "SOC 2 Type 2". */
  readonly expects: readonly string[];
  /** The trust services categories that matter for what the service does for us. */
  readonly needs?: readonly TrustServicesCategory[];
}

export interface RegisteredVendor {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Names that are like this vendor's and are somebody else's: nobody is asked about them again. */
  readonly notAliases: readonly string[];
  readonly role: Role | null;
  readonly serves: Serves | null;
  readonly tier: Tier | null;
  readonly owner: string | null;
  /** Where the vendor is asked for its reports: a mail address. */
  readonly contact: string | null;
  /** The day since which the vendor is ours. */
  readonly since: CalendarDate | null;
  readonly status: VendorStatus;
  /** Why it is terminated or exempt. */
  readonly statusReason: string | null;
  readonly services: readonly VendorService[];
  readonly facilities: readonly string[];
  /** Patterns of files that are this vendor's, whatever they print. */
  readonly files: readonly string[];
  /** The line of `vendors.yaml` on which the vendor starts, counted from 1. */
  readonly line: number;
  /** Where its name is written. */
  readonly place: Place;
}

/** One of our own statements or policies with an annual review. */
export interface OwnDocument {
  readonly name: string;
  readonly path: string | null;
  readonly owner: string | null;
  readonly reviewEvery: Duration;
  readonly lastReviewed: CalendarDate | null;
  readonly line: number;
  /** Where its name is written. */
  readonly place: Place;
}

/** Where something stands in a file. Lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Something wrong in a file that a person writes. */
export interface Problem extends Place {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** What to write there instead, when one answer is obvious: `high` for `hgih`, `2025-12-31` for `31/12/2025`. */
  readonly replacement?: string;
}

/**
 * The register as far as it could be read. A broken entry costs only itself: what is valid is in force, what is
 * not is named in `problems`.
 */
export interface Register {
  readonly policy: Policy;
  readonly vendors: readonly RegisteredVendor[];
  readonly documents: readonly OwnDocument[];
  /** What people decided about single files; at most one entry for a content. */
  readonly corrections: readonly Correction[];
  readonly problems: readonly Problem[];
}

export const EMPTY_REGISTER: Register = {
  policy: DEFAULT_POLICY,
  vendors: [],
  documents: [],
  corrections: [],
  problems: [],
};
