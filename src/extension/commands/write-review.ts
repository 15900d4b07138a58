import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../../core/library/snapshot.ts';
import { reviewedDocument } from '../../core/standing/on-day.ts';
import { readPreviousReview } from '../../core/summary/carry-forward.ts';
import { draftReview, type DraftedReview } from '../../core/summary/review-summary.ts';
import { TemplateError } from '../../core/summary/review-template.ts';
import { writeNewFile } from '../adapters/new-file.ts';
import { textOf } from './files.ts';
import { proposedReviewer } from './proposed-reviewer.ts';
import { readTemplate, showBadTemplate } from './review-template.ts';

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
  const previous = await readPreviousReview(dossier, document, today, (path) =>
    textOf(vscode.Uri.joinPath(root, path)),
  );
  const template = await readTemplate(root);
  if (template === undefined) return undefined;
  let draft: DraftedReview;
  try {
    draft = draftReview({
      library,
      dossier,
      document,
      reviewFolder,
      reviewer: reviewer ?? null,
      today,
      ...(previous === undefined ? {} : { previous }),
      ...(template === null ? {} : { template }),
    });
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    await showBadTemplate(root, error.message);
    return undefined;
  }
  const file = vscode.Uri.joinPath(root, draft.path);
  try {
    // What lies there already, a person's file, is opened as it is.
    await writeNewFile(file, new TextEncoder().encode(draft.text));
    return file;
  } catch {
    void vscode.window.showErrorMessage(
      t('The review {0} could not be written. Is the folder read-only?', draft.path),
    );
    return undefined;
  }
}
