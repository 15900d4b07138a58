import * as vscode from 'vscode';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import { comparisonMarkdown } from '../../core/summary/comparison.ts';
import type { GeneratedTexts } from '../review-editor/generated-texts.ts';
import { earlierReport } from './earlier-report.ts';
import type { PickedReport } from './pick-report.ts';

/** Shows what a report says otherwise than the one before it of the same service. */
export async function compareWithPrevious(
  report: PickedReport,
  texts: GeneratedTexts,
  today: CalendarDate,
): Promise<void> {
  const before = earlierReport(report, today);
  if (before === null) return;
  const { folder, dossier, document } = report;
  const name = `${dossier.id}-${before.sha256.slice(0, 6)}-${document.sha256.slice(0, 6)}.md`;
  await texts.show(vscode.Uri.parse(folder.uri), name, comparisonMarkdown({ before, after: document }));
}
