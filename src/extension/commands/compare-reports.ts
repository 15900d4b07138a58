import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import { comparisonMarkdown } from '../../core/summary/comparison.ts';
import { previousReport } from '../../core/summary/previous-report.ts';
import type { GeneratedTexts } from '../review-editor/generated-texts.ts';
import { documentTitle } from '../tree/words.ts';
import type { PickedReport } from './pick-report.ts';

/** Shows what a report says otherwise than the one before it of the same service. */
export async function compareWithPrevious(
  { folder, dossier, document }: PickedReport,
  texts: GeneratedTexts,
  today: CalendarDate,
): Promise<void> {
  const before = previousReport(dossier, document, today);
  if (before === null) {
    void vscode.window.showInformationMessage(
      t(
        'There is no earlier report of {0} on this service to compare {1} with.',
        dossier.name,
        documentTitle(document.reading),
      ),
    );
    return;
  }
  const name = `${dossier.id}-${before.sha256.slice(0, 6)}-${document.sha256.slice(0, 6)}.md`;
  await texts.show(vscode.Uri.parse(folder.uri), name, comparisonMarkdown({ before, after: document }));
}
