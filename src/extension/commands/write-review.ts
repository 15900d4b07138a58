import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../../core/library/snapshot.ts';
import { reviewedDocument } from '../../core/standing/on-day.ts';
import { readPreviousReview } from '../../core/summary/carry-forward.ts';
import { draftReview } from '../../core/summary/review-summary.ts';
import { proposedReviewer } from './proposed-reviewer.ts';

export interface ReviewToWrite {
  readonly root: vscode.Uri;
  readonly reviewFolder: string;
  readonly library: LibrarySnapshot;
  readonly dossier: VendorDossier;
  readonly document: LibraryDocument;
  readonly today: CalendarDate;
  /** Whether a completed review of the report is enough; else only a draft is, and a further review is begun. */
  readonly completedIsEnough: boolean;
}

/**
 * Writes the draft of a review, prefilled with what the report says. Where there is a review of this report
 * already, or any file of that name, that one is returned as it is: what a person wrote is never touched.
 * @returns the review's file; undefined when it could not be made, which has been said by then
 */
export async function writeReview({
  root,
  reviewFolder,
  library,
  dossier,
  document,
  today,
  completedIsEnough,
}: ReviewToWrite): Promise<vscode.Uri | undefined> {
  const existing = dossier.reviews.find(
    ({ state, record }) =>
      record !== null &&
      (state !== 'completed' || completedIsEnough) &&
      reviewedDocument(record, dossier.reports).document === document,
  );
  if (existing !== undefined) return vscode.Uri.joinPath(root, existing.path);
  const reviewer = await proposedReviewer(root);
  const previous = await readPreviousReview(dossier, document, (path) =>
    textOf(vscode.Uri.joinPath(root, path)),
  );
  const draft = draftReview({
    library,
    dossier,
    document,
    reviewFolder,
    reviewer: reviewer ?? null,
    today,
    ...(previous === undefined ? {} : { previous }),
  });
  const file = vscode.Uri.joinPath(root, draft.path);
  if (await exists(file)) return file;
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { contents: new TextEncoder().encode(draft.text), overwrite: false });
  if ((await vscode.workspace.applyEdit(edit)) || (await exists(file))) return file;
  void vscode.window.showErrorMessage(
    t('The review {0} could not be written. Is the folder read-only?', draft.path),
  );
  return undefined;
}

const textOf = async (file: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(file));

const exists = (file: vscode.Uri): PromiseLike<boolean> =>
  vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
