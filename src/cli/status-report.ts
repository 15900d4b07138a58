import type { CalendarDate } from '../core/calendar/calendar-date.ts';
import { INDEX_SCHEMA_VERSION, vendorJson, type IndexVendor } from '../core/library/index-json.ts';
import type { LibrarySnapshot } from '../core/library/snapshot.ts';
import type { OwnDocument, RegisteredVendor } from '../core/register/register.ts';
import { auditYearsOn, type LineAuditYear } from '../core/standing/audit-years.ts';
import { documentStandingOn, type DocumentStanding } from '../core/standing/document-standing.ts';
import { portfolioOn, verdictCounts, type PortfolioRow } from '../core/standing/portfolio.ts';
import { VERDICTS, type Verdict } from '../core/standing/standing.ts';
import { VERDICT_WORDS } from '../core/standing/wording.ts';
import { inboxOf, type InboxItem } from './inbox.ts';

/** A vendor's standing, with how much of the last and of the running audit year its reports cover. */
export interface StatusRow extends PortfolioRow {
  /** Empty for a vendor of which nothing is asked. */
  readonly auditYears: readonly LineAuditYear[];
}

/** Where all vendors, and our own documents, stand on a day. */
export interface StatusReport {
  readonly asOf: CalendarDate;
  /** What needs a person first. */
  readonly vendors: readonly StatusRow[];
  /** In the order of the register. */
  readonly documents: readonly { readonly document: OwnDocument; readonly standing: DocumentStanding }[];
  readonly inbox: readonly InboxItem[];
}

export const statusReport = (snapshot: LibrarySnapshot, asOf: CalendarDate): StatusReport => ({
  asOf,
  vendors: portfolioOn(snapshot, asOf).map((row) => ({
    ...row,
    auditYears:
      row.standing.verdict === 'not-required'
        ? []
        : auditYearsOn(row.dossier, snapshot.register.policy, asOf),
  })),
  documents: snapshot.register.documents.map((document) => ({
    document,
    standing: documentStandingOn(document, asOf, snapshot.register.policy),
  })),
  inbox: inboxOf(snapshot),
});

/** "overdue 3, due soon 1, current 12": only what there is. */
export function countsInWords({ vendors }: StatusReport): string {
  const counts = verdictCounts(vendors);
  const words = VERDICTS.filter((verdict) => counts[verdict] > 0).map(
    (verdict) => `${VERDICT_WORDS[verdict].toLowerCase()} ${String(counts[verdict])}`,
  );
  return words.length === 0 ? 'no vendors' : words.join(', ');
}

type Registered = Pick<RegisteredVendor, 'tier' | 'owner' | 'role' | 'serves'>;

export interface StatusJson {
  readonly schemaVersion: typeof INDEX_SCHEMA_VERSION;
  readonly asOf: CalendarDate;
  readonly root: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly vendors: readonly (IndexVendor & Registered & Pick<StatusRow, 'auditYears'>)[];
  readonly documents: readonly (Pick<OwnDocument, 'name' | 'path' | 'owner'> & {
    readonly standing: Pick<DocumentStanding, 'verdict' | 'review'> & { readonly reasons: readonly string[] };
  })[];
  readonly inbox: readonly InboxItem[];
}

const UNREGISTERED: Registered = { tier: null, owner: null, role: null, serves: null };

/** @param root The folder, as the user named it. */
export const statusJson = ({ asOf, vendors, documents, inbox }: StatusReport, root: string): StatusJson => ({
  schemaVersion: INDEX_SCHEMA_VERSION,
  asOf,
  root,
  counts: verdictCounts(vendors),
  vendors: vendors.map(({ dossier, standing, auditYears }) => {
    const { tier, owner, role, serves } = dossier.registered ?? UNREGISTERED;
    return { ...vendorJson(dossier, standing), tier, owner, role, serves, auditYears };
  }),
  documents: documents.map(({ document: { name, path, owner }, standing }) => ({
    name,
    path,
    owner,
    standing: {
      verdict: standing.verdict,
      review: standing.review,
      reasons: standing.reasons.map(({ text }) => text),
    },
  })),
  inbox,
});
