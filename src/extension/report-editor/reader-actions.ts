import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { writeReview } from '../commands/write-review.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusDate } from '../library/status-date.ts';
import { factInReview, quoteInReview, type DraftOf } from './decisions/add-to-review.ts';
import { asField, decideFact, useSelection } from './decisions/decide-fact.ts';
import { reportInLibrary, type ReportInLibrary } from './decisions/report-in-library.ts';
import type { ReportActions } from './report-panel.ts';

/** What happens when a reader decides on a fact or does something with selected words. */
export function readerActions(
  libraries: Libraries,
  date: StatusDate,
  log: vscode.LogOutputChannel,
): ReportActions {
  const draftOf: DraftOf = async ({ library, document, dossier, draft }) => {
    if (draft !== null) return vscode.Uri.joinPath(library.folder.uri, draft.path);
    if (dossier === null || !dossier.reports.includes(document)) {
      void vscode.window.showInformationMessage(
        t('There is no review of this file: only a vendor’s report is reviewed.'),
      );
      return undefined;
    }
    return await writeReview({
      root: library.folder.uri,
      reviewFolder: library.settings.reviewFolder,
      library: library.snapshot,
      dossier,
      document,
      today: date.today,
      completedIsEnough: false,
    });
  };
  /** A file that isn't read yet can't be decided on. */
  const act = (file: vscode.Uri, action: (report: ReportInLibrary) => Promise<void>): void => {
    const report = reportInLibrary(libraries, file);
    if (report === undefined) return;
    action(report).catch((error: unknown) => {
      log.error(error as Error);
      void vscode.window.showErrorMessage(t('That did not work: {0}', String(error)));
    });
  };
  return {
    onFact: (file, fact, action) => {
      act(file, async (report) => {
        const field = asField(fact);
        if (action === 'add-to-review') await factInReview(report, fact, draftOf);
        else if (field !== undefined) await decideFact(report, field, action, date.today);
      });
    },
    onUseSelection: (file, selected) => {
      act(file, (report) => useSelection(report, selected, date.today));
    },
    onQuoteSelection: (file, selected) => {
      act(file, (report) => quoteInReview(report, selected, draftOf));
    },
  };
}
