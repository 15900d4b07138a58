import { t } from '@vscode/l10n';
import type { ImportPlan } from '../../core/register/exchange/plan-import.ts';
import type { DraftedReview } from '../../core/summary/review-summary.ts';
import { retold } from '../language.ts';
import { literalMarkdown } from '../views/literal-markdown.ts';

export interface ImportPreview {
  /** The table's name, as the person chose it. */
  readonly table: string;
  readonly plan: ImportPlan;
  readonly reviews: readonly DraftedReview[];
  /** Reviews that are on file already, by their paths. */
  readonly knownReviews: readonly string[];
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`## ${title} (${lines.length})`, '', ...lines.map((line) => `- ${line}`), ''];

const text = literalMarkdown;

/** What an import would do, for reading before it is done. Text of the table stays text. */
export function importSummary({ table, plan, reviews, knownReviews }: ImportPreview): string {
  return [
    `# ${text(t('Import of {0}', table))}`,
    '',
    text(
      t('Nothing has been written yet. What becomes of the register stands beside it in the other editor.'),
    ),
    '',
    ...section(t('New vendors'), plan.added.map(text)),
    ...section(
      t('Vendors that change'),
      plan.changed.flatMap(({ name, changes }) =>
        changes.map(({ field, from, to }) =>
          text(
            from === null
              ? t('{0}: {1} becomes {2}', name, field, to)
              : t('{0}: {1} becomes {2}, it was {3}', name, field, to, from),
          ),
        ),
      ),
    ),
    ...section(
      t('Reviews to be recorded'),
      reviews.map(({ path }) => text(path)),
    ),
    ...section(t('Reviews that are on file already, and stay as they are'), knownReviews.map(text)),
    ...section(
      t('Left out'),
      plan.notes.map(({ row, message }) => text(t('Row {0}: {1}', row, retold(message)))),
    ),
    ...section(t('Columns that mean nothing here'), plan.unknown.map(text)),
    ...section(t('Vendors without a change'), plan.unchanged.map(text)),
  ].join('\n');
}
