import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ReviewFile } from '../../core/review/review.ts';
import type { FolderRef, FolderStatus } from '../tree/node.ts';
import { joined } from '../tree/words.ts';
import { fileIn } from './files.ts';

export interface PickedReview {
  readonly folder: FolderRef;
  readonly review: ReviewFile;
}

/** The review that the person is looking at; undefined when the active editor shows something else. */
export function reviewInEditor(folders: readonly FolderStatus[]): PickedReview | undefined {
  const open = vscode.window.activeTextEditor?.document.uri.toString();
  if (open === undefined) return undefined;
  return reviewsOf(folders).find(({ folder, review }) => fileIn(folder, review.path).toString() === open);
}

/** Asks which draft is meant; undefined when nobody answers. */
export async function pickDraft(
  folders: Promise<readonly FolderStatus[]>,
  title: string,
): Promise<PickedReview | undefined> {
  const items = folders.then((known) =>
    reviewsOf(known)
      .filter(({ review }) => review.state === 'draft')
      .map((choice) => ({
        label: joined(choice.review.record?.vendor, choice.review.record?.kind),
        description: choice.review.record?.reviewer ?? '',
        detail: choice.review.path,
        choice,
      })),
  );
  const item = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: t('Which draft?'),
    matchOnDetail: true,
  });
  return item?.choice;
}

const reviewsOf = (folders: readonly FolderStatus[]): PickedReview[] =>
  folders.flatMap(({ folder, snapshot }) => snapshot.reviews.map((review) => ({ folder, review })));
