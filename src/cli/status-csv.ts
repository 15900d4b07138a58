import { csv } from '../core/register/exchange/csv.ts';
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
];

/** For spreadsheets and pipelines: dates as ISO, states by their names in the JSON. */
export const statusCsv = ({ vendors }: StatusReport): string => csv([HEAD, ...vendors.map(cells)]);

function cells({ dossier, standing }: StatusReport['vendors'][number]): (string | number)[] {
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
  ];
}
