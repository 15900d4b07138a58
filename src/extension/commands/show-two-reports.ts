import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import { previousReport } from '../../core/summary/previous-report.ts';
import type { ReportEditor } from '../report-editor/report-editor.ts';
import { documentTitle } from '../tree/words.ts';
import { fileIn } from './files.ts';
import type { PickedReport } from './pick-report.ts';

/** Shows a report beside the one before it of the same service, the older one at the left. */
export async function showTwoReports(
  { folder, dossier, document }: PickedReport,
  editor: ReportEditor,
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
  await editor.openPair(
    { file: fileIn(folder, before.path), reading: before.reading },
    { file: fileIn(folder, document.path), reading: document.reading },
  );
}
