import { t } from '@vscode/l10n';
import type { ImportPlan, ValueChange } from '../../core/register/exchange/plan-import.ts';
import type { DraftedReview } from '../../core/summary/review-summary.ts';
import { retold } from '../language.ts';

export interface ImportPreview {
  /** The table's name, as the person chose it. */
  readonly table: string;
  readonly plan: ImportPlan;
  readonly reviews: readonly DraftedReview[];
  /** Reviews that are on file already, by their paths. */
  readonly knownReviews: readonly string[];
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [t('{0} ({1})', title, lines.length), ...lines.map((line) => `  • ${line}`), ''];

const changeInWords = ({ field, from, to }: ValueChange): string =>
  from === null ? t('{0} becomes {1}', field, to) : t('{0} becomes {1}, it was {2}', field, to, from);

/** What an import would do, for reading before it is done. Plain text: what stands in the table is shown as it is. */
export function importSummary({ table, plan, reviews, knownReviews }: ImportPreview): string {
  return [
    t('Import of {0}', table),
    '',
    t('Nothing has been written yet. What becomes of the register stands in the other editor.'),
    '',
    ...section(t('New vendors'), plan.added),
    ...section(
      t('Vendors that change'),
      plan.changed.map(({ name, changes }) => `${name}: ${changes.map(changeInWords).join('; ')}`),
    ),
    ...section(
      t('Reviews to be recorded'),
      reviews.map(({ path }) => path),
    ),
    ...section(t('Reviews that are on file already, and stay as they are'), knownReviews),
    ...section(
      t('Left out'),
      plan.notes.map(({ row, message }) => t('Row {0}: {1}', row, retold(message))),
    ),
    ...section(t('Columns that mean nothing here'), plan.unknown),
    ...section(t('Vendors without a change'), plan.unchanged),
  ].join('\n');
}
