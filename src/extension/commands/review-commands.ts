import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { LibraryDocument, VendorDossier } from '../../core/library/snapshot.ts';
import { nextToReview } from '../../core/summary/next-to-review.ts';
import { previousReport } from '../../core/summary/previous-report.ts';
import { reportAt, vendorInFull, type CurrentVendor } from '../library/in-full.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusBoard } from '../library/status-board.ts';
import type { StatusDate } from '../library/status-date.ts';
import type { ReportEditor } from '../report-editor/report-editor.ts';
import type { CompletionChecks } from '../review-editor/completion-checks.ts';
import type { GeneratedTexts } from '../review-editor/generated-texts.ts';
import type { FolderStatus, TreeNode } from '../tree/node.ts';
import { compareWithPrevious } from './compare-reports.ts';
import { completeReview } from './complete-review.ts';
import { pickLibrary } from './pick-library.ts';
import { pickReport, type PickedReport } from './pick-report.ts';
import { fileIn, openReview } from './files.ts';
import { pickDraft, reviewInEditor, type PickedReview } from './pick-review.ts';
import { refreshFacts } from './refresh-facts.ts';
import type { Handlers } from './register-commands.ts';
import { createReviewTemplate } from './review-template.ts';
import { showTwoReports } from './show-two-reports.ts';
import { writeReview } from './write-review.ts';

export interface ReviewCommandSources {
  readonly libraries: Libraries;
  readonly board: StatusBoard;
  readonly date: StatusDate;
  readonly editor: ReportEditor;
  readonly checks: CompletionChecks;
  readonly texts: GeneratedTexts;
}

/** Commands that make, open and complete review records. */
export function reviewCommands({
  libraries,
  board,
  date,
  editor,
  checks,
  texts,
}: ReviewCommandSources): Pick<
  Handlers,
  | 'startReview'
  | 'openReview'
  | 'openReportAndReview'
  | 'showTwoReports'
  | 'writeReviewSummary'
  | 'completeReview'
  | 'refreshFacts'
  | 'compareWithPrevious'
  | 'createReviewTemplate'
> {
  const reviewMeant = async (
    row: TreeNode | undefined,
    question: string,
  ): Promise<PickedReview | undefined> => {
    if (row !== undefined) return reviewOf(row);
    const open = vscode.window.activeTextEditor?.document.uri;
    // A draft that was begun this very moment counts, though nobody has told the library of it yet.
    if (open?.path.endsWith('.md') === true) await libraries.fileChanged(open);
    return reviewInEditor(board.today) ?? (await pickDraft(board.whenKnown(), question));
  };
  const withPrevious = (dossier: VendorDossier): readonly LibraryDocument[] =>
    dossier.reports.filter((one) => previousReport(dossier, one, date.today) !== null);
  /** Of a row, of the file of an editor or the Explorer, of the report in front; else it is asked for. */
  const reportMeant = async (
    row: TreeNode | undefined,
    file: vscode.Uri | undefined,
    offered: (dossier: VendorDossier) => readonly LibraryDocument[],
    question: string,
  ): Promise<PickedReport | undefined> => {
    if (row !== undefined) return reportToReview(row);
    const open = file ?? editor.active?.file;
    const folders = board.whenKnown();
    return (open && reportOfFile(await folders, open)) ?? (await pickReport(folders, offered, question));
  };
  /** A row may show a past day, or be older than the last change: what counts is what there is now. */
  const current = ({ folder, dossier }: PickedReport): Promise<CurrentVendor | undefined> =>
    vendorInFull(libraries, folder.uri, ({ id }) => id === dossier.id);
  const reviewsInFull = async ({ folder, review }: PickedReview): Promise<void> => {
    await vendorInFull(libraries, folder.uri, ({ reviews }) =>
      reviews.some(({ path }) => path === review.path),
    );
  };
  const write = async (picked: PickedReport, completedIsEnough: boolean): Promise<vscode.Uri | undefined> => {
    const vendor = await current(picked);
    const document = vendor && reportAt(vendor.dossier, picked.document.path);
    if (vendor === undefined || document === undefined) return undefined;
    const { library, dossier } = vendor;
    return await writeReview({
      root: library.folder.uri,
      reviewFolder: library.settings.reviewFolder,
      library: library.snapshot,
      dossier,
      document,
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
    openReportAndReview: async (row, file) => {
      const report = await reportMeant(row, file, ({ reports }) => reports, t('Open Report and Review'));
      const review = report && (await write(report, true));
      if (report === undefined || review === undefined) return;
      await editor.open(fileIn(report.folder, report.document.path), null, vscode.ViewColumn.One);
      await openReview(review, vscode.ViewColumn.Two);
    },
    showTwoReports: async (row, file) => {
      const report = await reportMeant(row, file, withPrevious, t('Show Two Reports Side by Side'));
      if (report !== undefined) await showTwoReports(report, editor, date.today);
    },
    openReview: async (row) => {
      const found = row && reviewOf(row);
      if (found !== undefined) await openReview(fileIn(found.folder, found.review.path));
    },
    completeReview: async (row) => {
      const found = await reviewMeant(row, t('Complete Review'));
      if (found === undefined) return;
      await reviewsInFull(found);
      await completeReview(found.folder, found.review, { libraries, date, checks });
    },
    refreshFacts: async (row) => {
      const found = await reviewMeant(row, t('Refresh Facts'));
      if (found === undefined) return;
      await reviewsInFull(found);
      await refreshFacts(fileIn(found.folder, found.review.path), { libraries, date, texts });
    },
    compareWithPrevious: async (row) => {
      const report =
        row === undefined
          ? await pickReport(board.whenKnown(), withPrevious, t('Compare with Previous Report'))
          : reportToReview(row);
      if (report === undefined) return;
      const vendor = await current(report);
      const document = vendor && reportAt(vendor.dossier, report.document.path);
      if (vendor === undefined || document === undefined) return;
      await compareWithPrevious(
        { folder: report.folder, dossier: vendor.dossier, document },
        texts,
        date.today,
      );
    },
    createReviewTemplate: async () => {
      const library = await pickLibrary(libraries, t('Create Review Template'));
      if (library !== undefined) await createReviewTemplate(library.folder.uri);
    },
  };
}

/** The report that a file is; undefined for one that is none. */
function reportOfFile(folders: readonly FolderStatus[], file: vscode.Uri): PickedReport | undefined {
  for (const { folder, snapshot } of folders) {
    for (const dossier of snapshot.dossiers) {
      const document = dossier.reports.find(
        ({ path }) => fileIn(folder, path).toString() === file.toString(),
      );
      if (document !== undefined) return { folder, dossier, document };
    }
  }
  return undefined;
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
function reviewOf({ subject }: TreeNode): PickedReview | undefined {
  if (subject.is === 'review') return subject;
  if (subject.is !== 'vendor') return undefined;
  const review = subject.vendor.dossier.reviews.find(({ state }) => state === 'draft');
  return review && { folder: subject.folder, review };
}
