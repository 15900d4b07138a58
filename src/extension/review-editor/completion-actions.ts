import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { UneditableError } from '../../core/register/yaml-edit.ts';
import { applyFix } from '../../core/review/apply-fix.ts';
import type { CompletionFix, CompletionProblem } from '../../core/review/completion-problem.ts';
import { replacementOf } from '../commands/edit-text.ts';
import { proposedReviewer } from '../commands/proposed-reviewer.ts';
import { COMMANDS } from '../contributions.ts';
import type { Disposable } from '../disposables.ts';
import { dateInWords, retold } from '../language.ts';
import { conclusionInWords } from '../tree/words.ts';
import type { StatusDate } from '../library/status-date.ts';
import { rangeOf, type CompletionChecks } from './completion-checks.ts';

/** What is offered where something is missing in a review: only what a person may decide with one click. */
export function completionActions(checks: CompletionChecks, date: StatusDate): Disposable {
  return vscode.languages.registerCodeActionsProvider(
    { language: 'markdown' },
    {
      provideCodeActions: async (file, range) => {
        if (!checks.isWatching(file)) return [];
        const problems = (checks.problemsOf(file) ?? []).filter(
          (problem) => rangeOf(problem).intersection(range) !== undefined,
        );
        if (problems.length === 0) return [];
        const reviewer = (await proposedReviewer(file.uri)) ?? '';
        const context = { path: '', reviewer, today: date.today };
        return problems.flatMap((problem) =>
          problem.fixes.flatMap((fix) => actionFor(file, problem, fix, context)),
        );
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
}

interface Context {
  readonly path: string;
  readonly reviewer: string;
  readonly today: StatusDate['today'];
}

function actionFor(
  file: vscode.TextDocument,
  problem: CompletionProblem,
  fix: CompletionFix,
  context: Context,
): vscode.CodeAction[] {
  const title = titleOf(fix, context);
  if (title === undefined) return [];
  let next: string;
  try {
    next = applyFix(file.getText(), fix, { ...context, line: problem.line });
  } catch (error) {
    if (error instanceof UneditableError) return [];
    throw error;
  }
  if (next === file.getText()) return [];
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  const { range, text } = replacementOf(file, next);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.replace(file.uri, range, text);
  action.diagnostics = vscode.languages
    .getDiagnostics(file.uri)
    .filter(({ message }) => message === retold(problem.message));
  action.isPreferred = problem.fixes.length === 1;
  return [action];
}

function titleOf(fix: CompletionFix, { reviewer, today }: Context): string | undefined {
  switch (fix.kind) {
    case 'fill-in-reviewer':
      return reviewer === '' ? undefined : t('Reviewed by {0}', reviewer);
    case 'review-today':
      return t('Reviewed today, {0}', dateInWords(today));
    case 'conclude':
      return t('Conclude: {0}', conclusionInWords(fix.conclusion));
    case 'bind':
      return t('I have looked at the PDF as it is now: bind the review to it');
    case 'confirm-facts':
      return t('I have compared all values with the report: confirm them');
    case 'confirm-entries':
      return t('I have compared all of these with the report: confirm them');
    case 'fill-cell':
      return t('{0}: “{1}”', fix.column, fix.text);
  }
}

/** A lens above an open draft: completing is one click away from where the person is reading. */
export const completionLens = (isDraft: (file: vscode.TextDocument) => boolean): Disposable =>
  vscode.languages.registerCodeLensProvider(
    { language: 'markdown' },
    {
      provideCodeLenses: (file) =>
        isDraft(file)
          ? [
              lens(t('Complete Review…'), COMMANDS.completeReview),
              lens(t('Refresh Facts'), COMMANDS.refreshFacts),
            ]
          : [],
    },
  );

const lens = (title: string, command: string): vscode.CodeLens =>
  new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { title, command });
