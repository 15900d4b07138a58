import { t } from '@vscode/l10n';
import type { AttentionCounts } from '../tree/attention-counts.ts';
import { counted, joined } from '../tree/words.ts';

export interface StatusBarWords {
  /** "2 overdue · 1 due soon" */
  readonly text: string;
  /** Vendors and our own documents apart, one line each. */
  readonly tooltip: string;
}

/** What the status bar says; undefined when nothing is overdue or due soon. */
export function statusBarWords({ overdue, dueSoon }: AttentionCounts): StatusBarWords | undefined {
  const late = overdue.vendors + overdue.documents;
  const soon = dueSoon.vendors + dueSoon.documents;
  if (late + soon === 0) return undefined;
  const lines = [
    line(
      overdue.vendors,
      t('1 vendor overdue for review'),
      t('{0} vendors overdue for review', overdue.vendors),
    ),
    line(
      overdue.documents,
      t('1 of our own documents overdue for review'),
      t('{0} of our own documents overdue for review', overdue.documents),
    ),
    line(dueSoon.vendors, t('1 vendor due soon'), t('{0} vendors due soon', dueSoon.vendors)),
    line(
      dueSoon.documents,
      t('1 of our own documents due soon'),
      t('{0} of our own documents due soon', dueSoon.documents),
    ),
  ];
  return {
    text: joined(late === 0 ? null : t('{0} overdue', late), soon === 0 ? null : t('{0} due soon', soon)),
    tooltip: lines.flatMap((text) => text ?? []).join('\n'),
  };
}

const line = (count: number, one: string, many: string): string | undefined =>
  count === 0 ? undefined : counted(count, one, many);
