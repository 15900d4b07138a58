import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { writeReview } from '../commands/write-review.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusDate } from '../library/status-date.ts';
import { factInReview, quoteInReview, type DraftOf } from './decisions/add-to-review.ts';
import { decideEntry } from './decisions/decide-entry.ts';
import { asField, decideFact } from './decisions/decide-fact.ts';
import { reportInLibrary, type ReportInLibrary } from './decisions/report-in-library.ts';
import { useSelection } from './decisions/use-selection.ts';
import { WrittenDecisions } from './decisions/written-decisions.ts';
import type { ReportActions } from './report-panel.ts';

/** What happens when a reader decides on a fact or does something with selected words. */
export function readerActions(
  libraries: Libraries,
  date: StatusDate,
  log: vscode.LogOutputChannel,
): ReportActions {
  const written = new WrittenDecisions();
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
  const settle = (work: Promise<void>): void => {
    work.catch((error: unknown) => {
      log.error(error as Error);
      void vscode.window.showErrorMessage(t('That did not work: {0}', String(error)));
    });
  };
  /** A file that isn't read yet can't be decided on. */
  const act = (file: vscode.Uri, action: (report: ReportInLibrary) => Promise<void>): void => {
    const report = reportInLibrary(libraries, file);
    if (report === undefined) return;
    settle(action(report));
  };
  return {
    onFact: (file, fact, action) => {
      act(file, async (report) => {
        const field = asField(fact);
        const place = { today: date.today, written };
        if (action === 'add-to-review') await factInReview(report, fact, draftOf);
        else if (field === undefined) await decideEntry(report, fact, action, place);
        else await decideFact(report, field, action, place);
      });
    },
    onUndo: () => {
      settle(written.undo());
    },
    onUseSelection: (file, selected) => {
      act(file, (report) => useSelection(report, selected, { today: date.today, written }));
    },
    onQuoteSelection: (file, selected) => {
      act(file, (report) => quoteInReview(report, selected, draftOf));
    },
  };
}
