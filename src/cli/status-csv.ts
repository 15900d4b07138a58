import { csv } from '../core/register/exchange/csv.ts';
import type { LineAuditYear } from '../core/standing/audit-years.ts';
import type { StatusReport } from './status-report.ts';

const HEAD = [
  'id',
  'vendor',
  'verdict',
  'tier',
  'role',
  'serves',
  'owner',
  'review state',
  'last reviewed',
  'review due',
  'days',
  'report state',
  'report until',
  'coverage',
  'days uncovered',
  'latest report',
  'reasons',
  'audit years',
  'entry',
];

/**
 * For spreadsheets and pipelines: dates as ISO, states by their names in the JSON. The last column tells vendors from
 * our own documents.
 */
export const statusCsv = ({ vendors, documents }: StatusReport): string =>
  csv([HEAD, ...vendors.map(cells), ...documents.map(documentCells)]);

function cells({ dossier, standing, auditYears }: StatusReport['vendors'][number]): (string | number)[] {
  const { registered } = dossier;
  const { review, report, coverage } = standing;
  return [
    dossier.id,
    dossier.name,
    standing.verdict,
    registered?.tier ?? '',
    registered?.role ?? '',
    registered?.serves ?? '',
    registered?.owner ?? '',
    review.state,
    review.lastReviewed ?? '',
    review.due ?? '',
    review.days ?? '',
    report.state,
    report.until ?? '',
    coverage.state,
    coverage.holes.reduce((sum, { days }) => sum + days, 0),
    dossier.reports[0]?.path ?? '',
    standing.reasons.map(({ text }) => text).join('; '),
    auditYears.map(auditYear).join('; '),
    'vendor',
  ];
}

const auditYear = ({ line, year, tested, bridged, uncovered, isTooLittle }: LineAuditYear): string =>
  `${year.start}/${year.end} ${line}: ${tested} tested, ${bridged} bridged, ${uncovered} uncovered` +
  (isTooLittle ? ', less than six months tested' : '');

/** One of our own documents in the vendors' columns: it has a review clock only. */
function documentCells({ document, standing }: StatusReport['documents'][number]): (string | number)[] {
  const { verdict, review, reasons } = standing;
  const values: Readonly<Record<string, string | number | null>> = {
    vendor: document.name,
    verdict,
    owner: document.owner,
    'review state': review.state,
    'last reviewed': review.lastReviewed,
    'review due': review.due,
    days: review.days,
    'latest report': document.path,
    reasons: reasons.map(({ text }) => text).join('; '),
    entry: 'own document',
  };
  return HEAD.map((title) => values[title] ?? '');
}
