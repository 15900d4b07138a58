import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ReviewFile } from '../../core/review/review.ts';
import { nextToReview } from '../../core/summary/next-to-review.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusBoard } from '../library/status-board.ts';
import type { StatusDate } from '../library/status-date.ts';
import type { ReportEditor } from '../report-editor/report-editor.ts';
import type { FolderRef, TreeNode } from '../tree/node.ts';
import { completeReview } from './complete-review.ts';
import { pickReport, type PickedReport } from './pick-report.ts';
import { fileIn, openReview } from './files.ts';
import { pickDraft, reviewInEditor } from './pick-review.ts';
import type { Handlers } from './register-commands.ts';
import { writeReview } from './write-review.ts';

export interface ReviewCommandSources {
  readonly libraries: Libraries;
  readonly board: StatusBoard;
  readonly date: StatusDate;
  readonly editor: ReportEditor;
}

/** Commands that make, open and complete review records. */
export function reviewCommands({
  libraries,
  board,
  date,
  editor,
}: ReviewCommandSources): Pick<
  Handlers,
  'startReview' | 'openReview' | 'writeReviewSummary' | 'completeReview'
> {
  const write = async (
    { folder, dossier, document }: PickedReport,
    completedIsEnough: boolean,
  ): Promise<vscode.Uri | undefined> => {
    const library = libraries.get(folder.uri);
    // A row may show a past day, or be older than the last change: what counts is what there is now.
    const current = library?.snapshot.dossiers.find(({ id }) => id === dossier.id);
    const report = current?.reports.find(({ path }) => path === document.path);
    if (library === undefined || current === undefined || report === undefined) return undefined;
    return await writeReview({
      root: library.folder.uri,
      reviewFolder: library.settings.reviewFolder,
      library: library.snapshot,
      dossier: current,
      document: report,
      today: date.today,
      completedIsEnough,
    });
  };
  return {
    writeReviewSummary: async (row) => {
      const report =
        row === undefined
          ? await pickReport(board.whenKnown(), ({ reports }) => reports, t('Write Review Summary'))
          : reportToReview(row);
      const review = report && (await write(report, true));
      if (review !== undefined) await openReview(review);
    },
    startReview: async (row) => {
      const report = row && reportToReview(row);
      if (report === undefined) return;
      const review = await write(report, false);
      if (review === undefined) return;
      await editor.open(fileIn(report.folder, report.document.path));
      await openReview(review, vscode.ViewColumn.Beside);
    },
    openReview: async (row) => {
      const found = row && reviewOf(row);
      if (found !== undefined) await openReview(fileIn(found.folder, found.review.path));
    },
    completeReview: async (row) => {
      const found =
        row === undefined
          ? (reviewInEditor(board.today) ?? (await pickDraft(board.whenKnown())))
          : reviewOf(row);
      if (found !== undefined) await completeReview(found.folder, found.review, date.today);
    },
  };
}

/** The report of a row; of a vendor's row the newest that nobody has completed a review of, else the newest. */
function reportToReview({ subject }: TreeNode): PickedReport | undefined {
  if (subject.is === 'document') {
    const { folder, dossier, document } = subject;
    return dossier === null ? undefined : { folder, dossier, document };
  }
  if (subject.is !== 'vendor') return undefined;
  const { dossier } = subject.vendor;
  const document = nextToReview(dossier);
  return document && { folder: subject.folder, dossier, document };
}

/** The review of a row; of a vendor's row its draft. */
function reviewOf({ subject }: TreeNode): { folder: FolderRef; review: ReviewFile } | undefined {
  if (subject.is === 'review') return subject;
  if (subject.is !== 'vendor') return undefined;
  const review = subject.vendor.dossier.reviews.find(({ state }) => state === 'draft');
  return review && { folder: subject.folder, review };
}
