import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { parseRegister } from '../../core/register/parse-register.ts';
import type { Problem } from '../../core/register/register.ts';
import { parseReview } from '../../core/review/parse-review.ts';
import { replacementOf } from '../commands/edit-text.ts';
import type { Disposable } from '../disposables.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusBoard } from '../library/status-board.ts';
import type { StatusDate } from '../library/status-date.ts';
import { forOurFiles, type OurFile } from '../register-editor/our-files.ts';
import { reviewedToday } from '../register-editor/reviewed-today.ts';
import { stepsFor } from '../register-editor/steps.ts';
import { reviewCommand, vendorCommand } from '../register-editor/subject-commands.ts';
import { asRange } from './as-range.ts';
import type { ProblemsPanel, ShownProblem } from './problems.ts';

export interface QuickFixSources {
  readonly libraries: Libraries;
  readonly board: StatusBoard;
  readonly date: StatusDate;
  readonly problems: ProblemsPanel;
}

/** Quick fixes: what was obviously meant, and for what follows from dates the step that leads out of it. */
export function quickFixes(sources: QuickFixSources): Disposable {
  return forOurFiles(sources.libraries, (selector, file) =>
    vscode.languages.registerCodeActionsProvider(
      selector,
      {
        provideCodeActions: (document, range, { diagnostics }) => [
          ...replacements(document, file, sources, range, diagnostics),
          ...sources.problems
            .of(document.uri)
            .filter(({ diagnostic }) => diagnostics.some((one) => isSame(one, diagnostic)))
            .flatMap((shown) => waysOut(document, shown, sources)),
        ],
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

/** The editor hands a diagnostic back as a copy, and moves it with the text around it. */
const isSame = (a: vscode.Diagnostic, b: vscode.Diagnostic): boolean =>
  a.source === b.source && a.code === b.code && a.message === b.message;

/** Judged by the text as it is now, saved or not: the places of the problems are those of the text. */
function replacements(
  document: vscode.TextDocument,
  file: OurFile,
  { date }: QuickFixSources,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  if (diagnostics.length === 0) return [];
  const text = document.getText();
  const problems: readonly Problem[] =
    file === 'register'
      ? parseRegister(text).problems
      : parseReview(document.uri.path, text, date.today).problems;
  return problems.flatMap((problem) => {
    const place = asRange(problem);
    if (problem.replacement === undefined || place.intersection(range) === undefined) return [];
    const action = new vscode.CodeAction(
      t('Change to "{0}"', problem.replacement),
      vscode.CodeActionKind.QuickFix,
    );
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(document.uri, place, problem.replacement);
    action.diagnostics = diagnostics.filter((one) => one.range.intersection(place) !== undefined);
    action.isPreferred = true;
    return [action];
  });
}

function waysOut(
  document: vscode.TextDocument,
  { folder, problem, diagnostic }: ShownProblem,
  { board, date }: QuickFixSources,
): vscode.CodeAction[] {
  const { concerned, code } = problem;
  const as = (command: vscode.Command): vscode.CodeAction => {
    const action = new vscode.CodeAction(command.title, vscode.CodeActionKind.QuickFix);
    action.command = command;
    action.diagnostics = [diagnostic];
    return action;
  };
  switch (concerned?.is) {
    case undefined:
      return [];
    case 'vendor': {
      const status = board.today.find((one) => one.folder.uri === folder.uri);
      const vendor = status?.vendors.find(({ dossier }) => dossier.id === concerned.id);
      if (vendor === undefined) return [];
      return stepsFor(concerned.because, vendor.dossier).map((step) =>
        as(vendorCommand(step, folder, concerned.id)),
      );
    }
    case 'review': {
      const steps =
        code === 'changed-after-sign-off'
          ? (['startReview', 'openReport'] as const)
          : (['openReport'] as const);
      return [...steps, 'showVendor' as const].map((step) => as(reviewCommand(step, folder, concerned.path)));
    }
    case 'own-document': {
      const next = reviewedToday(document.getText(), concerned.name, date.today);
      if (next === undefined) return [];
      const action = new vscode.CodeAction(
        t('Record that it was reviewed today ({0})', date.today),
        vscode.CodeActionKind.QuickFix,
      );
      const { range, text } = replacementOf(document, next);
      action.edit = new vscode.WorkspaceEdit();
      action.edit.replace(document.uri, range, text);
      action.diagnostics = [diagnostic];
      return [action];
    }
  }
}
