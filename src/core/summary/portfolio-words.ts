import { dateInWords } from '../calendar/calendar-date.ts';
import type { LibraryDocument } from '../library/snapshot.ts';
import { kindInWords } from '../register/expected-report.ts';
import type { Reason } from '../standing/standing.ts';
import { VERDICT_WORDS } from '../standing/wording.ts';
import { oneLine } from './markdown.ts';
import { coverageInWords } from './period-words.ts';
import type { PortfolioEntry, PortfolioSummary, ReviewOutcome } from './portfolio-summary.ts';

/* What a portfolio says, in the same words in every format. Nothing here is escaped: that is each format's own. */

export const OUTCOME_WORDS: Readonly<Record<ReviewOutcome, string>> = {
  'in-time': 'reviewed in time',
  late: 'reviewed late',
  open: 'open: due and not reviewed',
  'not-due': 'not due',
};

export const portfolioTitle = ({ period }: PortfolioSummary): string =>
  `Vendor reviews, ${dateInWords(period.start)} to ${dateInWords(period.end)}`;

/** Which day is shown, and what of an earlier day the files no longer tell. */
export function stateInWords({ asOf, writtenOn }: Pick<PortfolioSummary, 'asOf' | 'writtenOn'>): string {
  const day = dateInWords(asOf);
  if (asOf >= writtenOn) return `As it stood on ${day}.`;
  return (
    `As it stood on ${day}, with the reports issued and the reviews signed until then; written on ${dateInWords(writtenOn)}. ` +
    'The register (who is a vendor, tier, owner, status) and the texts of the reviews (assessments, follow-ups) are ' +
    'those of the day of writing; earlier ones stand in the history of the repository.'
  );
}

/** "SOC 2 Type 2, 1 Jan 2025 to 31 Dec 2025, unmodified opinion" */
function reportInWords({ reading }: LibraryDocument): string {
  const opinion = reading.opinion === null ? 'opinion not found' : `${reading.opinion.value} opinion`;
  return [kindInWords(reading), coverageInWords(reading) ?? 'period not printed', opinion].join(', ');
}

/** The reports that are held of a vendor, one after the other. */
export const reportsInWords = ({ reports }: Pick<PortfolioEntry, 'reports'>): string =>
  reports.length === 0 ? 'none on file' : reports.map(reportInWords).join('; ');

/** A number only when there are some: finding none is no proof that there are none. */
export function exceptionsInWords({ reports, exceptions: { found, notAssessed } }: PortfolioEntry): string {
  if (reports.length === 0) return '';
  if (found === 0) return 'none found';
  return notAssessed === 0 ? `${found}, all assessed` : `${found}, ${notAssessed} not assessed`;
}

/** "review 41 days overdue · report stale since 30 Sep 2026" */
export const whyInWords = ({
  standing,
}: {
  readonly standing: { readonly reasons: readonly Reason[] };
}): string => oneLine(standing.reasons.map(({ text }) => text).join(' · '));

/** The columns of the portfolio, the same in every table. */
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
  'Open follow-ups',
  'Standing',
  'Why',
] as const;

/** One row per vendor, in plain words; dates are ISO dates, for programs. */
export const portfolioTable = ({ entries }: PortfolioSummary): readonly (readonly string[])[] =>
  entries.map((entry) => {
    const { dossier, standing, lastReview, outcome, followUps } = entry;
    return [
      dossier.name,
      dossier.registered?.tier ?? '',
      dossier.registered?.owner ?? '',
      lastReview?.record.reviewed ?? '',
      lastReview?.record.reviewer ?? '',
      lastReview?.record.conclusion ?? '',
      OUTCOME_WORDS[outcome],
      reportsInWords(entry),
      exceptionsInWords(entry),
      followUps.join('; '),
      VERDICT_WORDS[standing.verdict],
      whyInWords(entry),
    ].map(oneLine);
  });

export const REVIEW_COLUMNS = [
  'Reviewed',
  'Vendor',
  'Report',
  'Reviewer',
  'Approver',
  'Conclusion',
  'In time',
  'Record',
] as const;

/** One row per review that was completed in the period, the earliest first. */
export const reviewTable = ({ entries }: PortfolioSummary): readonly (readonly string[])[] =>
  entries
    .flatMap(({ dossier, periodReviews }) =>
      periodReviews.map(({ record, isLate, file }) =>
        [
          record.reviewed,
          dossier.name,
          [record.kind, record.periodEnd === null ? null : `to ${dateInWords(record.periodEnd)}`]
            .filter((part) => part !== null)
            .join(' '),
          record.reviewer ?? '',
          record.approver ?? '',
          record.conclusion ?? '',
          isLate ? 'late' : 'in time',
          file.path,
        ].map(oneLine),
      ),
    )
    .sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0));
