import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { completedReview } from '../../core/review/complete-review.ts';
import type { CompletionProblem } from '../../core/review/completion-problem.ts';
import { canComplete } from '../../core/review/completion.ts';
import { parseReview } from '../../core/review/parse-review.ts';
import type { ReviewFile } from '../../core/review/review.ts';
import { retold } from '../language.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusDate } from '../library/status-date.ts';
import type { CompletionChecks } from '../review-editor/completion-checks.ts';
import { reviewedFile, type ReviewedFile } from '../review-editor/reviewed-file.ts';
import type { FolderRef } from '../tree/node.ts';
import { askForCompletion } from './completion-questions.ts';
import { changedText, writeText } from './edit-file.ts';
import { fileIn, openReview } from './files.ts';

export interface CompletionSources {
  readonly libraries: Libraries;
  readonly date: StatusDate;
  readonly checks: CompletionChecks;
}

/**
 * Completes a review: checks that nothing is left open, asks for what the record needs, checks again, and fills it
 * in. What is missing stands in the Problems panel afterwards, and nothing is written.
 */
export async function completeReview(
  folder: FolderRef,
  review: ReviewFile,
  sources: CompletionSources,
): Promise<void> {
  const uri = fileIn(folder, review.path);
  // Through the open document, so that what is typed and not saved yet counts, and the edit can be undone.
  const file = await vscode.workspace.openTextDocument(uri);
  const found = reviewedFile(sources.libraries, file);
  if (found === undefined) return;
  const open = sources.checks.problemsIn(found).filter((problem) => !isAsked(problem));
  if (!canComplete(open)) {
    await showMissing(file, open, sources);
    return;
  }
  const answers = await askForCompletion(uri, found, sources.date.today);
  if (answers === undefined) return;
  const { policy } = found.snapshot.register;
  const text = changedText(file, review.path, (current) =>
    completedReview(current, answers, found.dossier.registered, policy),
  );
  if (text === undefined) return;
  const left = sources.checks.problemsIn(withText(found, text));
  if (!canComplete(left)) {
    await showMissing(file, left, sources);
    return;
  }
  await writeText(file, review.path, text, true);
}

const withText = (found: ReviewedFile, text: string): ReviewedFile => ({
  ...found,
  text,
  review: parseReview(found.review.path, text),
});

/** Problems that the questions settle. */
const isAsked = ({ fixes, field }: CompletionProblem): boolean =>
  field === 'approver' ||
  fixes.some(({ kind }) => ['fill-in-reviewer', 'review-today', 'conclude', 'bind'].includes(kind));

async function showMissing(
  file: vscode.TextDocument,
  problems: readonly CompletionProblem[],
  { checks }: CompletionSources,
): Promise<void> {
  await openReview(file.uri);
  checks.watch(file);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const more = errors.length - 1;
  const message = retold(first?.message ?? '');
  const show = t('Show Problems');
  // The command has ended: the person goes on in the review, whenever they answer this.
  void vscode.window
    .showWarningMessage(
      more === 0
        ? t('The review isn’t complete yet. {0}', message)
        : t('The review isn’t complete yet: {0} things are missing. {1}', errors.length, message),
      show,
    )
    .then((answer) =>
      answer === show ? vscode.commands.executeCommand('workbench.actions.view.problems') : undefined,
    );
}
