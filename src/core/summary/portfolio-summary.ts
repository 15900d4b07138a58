import type { RootContent } from 'mdast';
import { addDays, dateInWords, type CalendarDate } from '../calendar/calendar-date.ts';
import type { Period } from '../calendar/period.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../library/snapshot.ts';
import { kindInWords } from '../register/expected-report.ts';
import { documentStandingOn } from '../standing/document-standing.ts';
import { vendorOnDay, type SignedReview } from '../standing/on-day.ts';
import { portfolioOn, type PortfolioRow } from '../standing/portfolio.ts';
import { standingOn } from '../standing/standing-on.ts';
import { VERDICT_WORDS } from '../standing/wording.ts';
import type { DocumentRow } from './due-dates.ts';
import { bullets, heading, oneLine, paragraph, renderMarkdown, table, type Inline } from './markdown.ts';
import { coverageInWords } from './period-words.ts';

/**
 * How a vendor's annual review went in a period: done in time, done late, still open though due, or not due.
 */
export type ReviewOutcome = 'in-time' | 'late' | 'open' | 'not-due';

export interface PortfolioEntry extends PortfolioRow {
  readonly outcome: ReviewOutcome;
  /** The last completed review up to the as-of date. */
  readonly lastReview: SignedReview | null;
  /** The newest report on file on the as-of date. */
  readonly report: LibraryDocument | null;
}

/** The state of all vendors for an auditor: what was done in a period, and what stood on a day. */
export interface PortfolioSummary {
  readonly period: Period;
  readonly asOf: CalendarDate;
  /** What needs a person first; vendors of which nothing is asked are in `notRequired`. */
  readonly entries: readonly PortfolioEntry[];
  readonly notRequired: readonly PortfolioRow[];
  readonly documents: readonly DocumentRow[];
  readonly figures: Readonly<Record<ReviewOutcome, number>>;
}

function outcomeOf(
  { dossier, standing }: PortfolioRow,
  reviews: readonly SignedReview[],
  snapshot: LibrarySnapshot,
  period: Period,
): ReviewOutcome {
  const inPeriod = reviews.filter(
    ({ record }) => record.reviewed >= period.start && record.reviewed <= period.end,
  );
  const first = inPeriod.at(-1);
  if (first === undefined) {
    const { due } = standing.review;
    return standing.review.state === 'overdue' || (due !== null && due <= period.end) ? 'open' : 'not-due';
  }
  const dayBefore = standingOn(dossier, snapshot.register.policy, addDays(first.record.reviewed, -1));
  return dayBefore.review.state === 'overdue' ? 'late' : 'in-time';
}

function entryOf(
  row: PortfolioRow,
  snapshot: LibrarySnapshot,
  period: Period,
  asOf: CalendarDate,
): PortfolioEntry {
  const { reports, reviews } = vendorOnDay(row.dossier, asOf);
  return {
    ...row,
    outcome: outcomeOf(row, reviews, snapshot, period),
    lastReview: reviews[0] ?? null,
    report: reports[0]?.document ?? null,
  };
}

/** Gathers what an auditor asks for: the complete list, what was reviewed in the period, and what is open. */
export function portfolioSummary(
  snapshot: LibrarySnapshot,
  period: Period,
  asOf: CalendarDate,
): PortfolioSummary {
  const rows = portfolioOn(snapshot, asOf);
  const entries = rows
    .filter(({ standing }) => standing.verdict !== 'not-required')
    .map((row) => entryOf(row, snapshot, period, asOf));
  const figures: Record<ReviewOutcome, number> = { 'in-time': 0, late: 0, open: 0, 'not-due': 0 };
  for (const { outcome } of entries) figures[outcome]++;
  return {
    period,
    asOf,
    entries,
    notRequired: rows.filter(({ standing }) => standing.verdict === 'not-required'),
    documents: snapshot.register.documents.map((document) => ({
      document,
      standing: documentStandingOn(document, asOf, snapshot.register.policy),
    })),
    figures,
  };
}

const OUTCOME_WORDS: Readonly<Record<ReviewOutcome, string>> = {
  'in-time': 'reviewed in time',
  late: 'reviewed late',
  open: 'open: due and not reviewed',
  'not-due': 'not due',
};

function reportInWords({ report }: PortfolioEntry): string {
  if (report === null) return 'none on file';
  const { reading } = report;
  const opinion = reading.opinion === null ? 'opinion not found' : `${reading.opinion.value} opinion`;
  return [kindInWords(reading), coverageInWords(reading) ?? 'period not printed', opinion].join(', ');
}

/** A number only when there are some: finding none is no proof that there are none. */
const exceptionsInWords = ({ reading }: LibraryDocument): string =>
  reading.testExceptions.length === 0 ? 'none found' : String(reading.testExceptions.length);

const registeredAs = ({ registered }: VendorDossier): readonly [tier: string, owner: string] => [
  registered?.tier ?? '',
  registered?.owner ?? '',
];

/** The columns of the portfolio, the same in Markdown and in tables for other programs. */
export const PORTFOLIO_COLUMNS = [
  'Vendor',
  'Tier',
  'Owner',
  'Last review',
  'Reviewer',
  'Conclusion',
  'In the period',
  'Report held',
  'Exceptions',
  'Standing',
  'Why',
] as const;

/** One row per vendor, in plain words; dates are ISO dates, for programs. */
export const portfolioTable = ({ entries }: PortfolioSummary): readonly (readonly string[])[] =>
  entries.map((entry) => {
    const { dossier, standing, lastReview, report, outcome } = entry;
    return [
      dossier.name,
      ...registeredAs(dossier),
      lastReview?.record.reviewed ?? '',
      lastReview?.record.reviewer ?? '',
      lastReview?.record.conclusion ?? '',
      OUTCOME_WORDS[outcome],
      reportInWords(entry),
      report === null ? '' : exceptionsInWords(report),
      VERDICT_WORDS[standing.verdict],
      standing.reasons.map(({ text }) => text).join(' · '),
    ].map(oneLine);
  });

const whyOf = ({
  standing,
}: {
  readonly standing: { readonly reasons: readonly { readonly text: string }[] };
}): string => oneLine(standing.reasons.map(({ text }) => text).join(' · '));

const listed = (title: string, items: readonly Inline[]): RootContent[] =>
  items.length === 0 ? [] : [heading(2, title), bullets(items)];

/** The portfolio as a text for an auditor. */
export function portfolioMarkdown(summary: PortfolioSummary): string {
  const { period, asOf, figures, entries, notRequired, documents } = summary;
  const outcomes = Object.keys(OUTCOME_WORDS) as ReviewOutcome[];
  const withoutReport = entries.filter(({ report }) => report === null);
  return renderMarkdown([
    heading(1, `Vendor reviews, ${dateInWords(period.start)} to ${dateInWords(period.end)}`),
    paragraph(`As it stood on ${dateInWords(asOf)}.`),
    table(
      ['Annual reviews', 'Vendors'],
      outcomes.map((outcome) => [OUTCOME_WORDS[outcome], String(figures[outcome])]),
    ),
    heading(2, 'Vendors'),
    entries.length === 0 ? paragraph('None.') : table(PORTFOLIO_COLUMNS, portfolioTable(summary)),
    ...listed(
      'Vendors without a report',
      withoutReport.map(({ dossier }) => oneLine(dossier.name)),
    ),
    ...listed(
      'Vendors of which no review is asked',
      notRequired.map((row) => `${oneLine(row.dossier.name)}: ${whyOf(row)}`),
    ),
    ...listed(
      'Our own documents',
      documents.map((row) => `${oneLine(row.document.name)}: ${whyOf(row)}`),
    ),
  ]);
}
