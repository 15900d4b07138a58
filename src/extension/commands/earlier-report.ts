import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { LibraryDocument } from '../../core/library/snapshot.ts';
import { previousReport } from '../../core/summary/previous-report.ts';
import { documentTitle } from '../tree/words.ts';
import type { PickedReport } from './pick-report.ts';

/** The report before a report, of the same service; where there is none, it is said, and null is returned. */
export function earlierReport(
  { dossier, document }: PickedReport,
  today: CalendarDate,
): LibraryDocument | null {
  const before = previousReport(dossier, document, today);
  if (before === null) {
    void vscode.window.showInformationMessage(
      t(
        'There is no earlier report of {0} on this service to compare {1} with.',
        dossier.name,
        documentTitle(document.reading),
      ),
    );
  }
  return before;
}
