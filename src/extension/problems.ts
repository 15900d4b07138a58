import * as vscode from 'vscode';
import type { Problem } from '../core/register/register.ts';
import type { Disposable } from './disposables.ts';
import type { Libraries } from './library/libraries.ts';

/** What is wrong in the register and in reviews, in the Problems panel at its line. */
export function problems(libraries: Libraries): Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('socReview');
  const update = (): void => {
    diagnostics.clear();
    for (const { folder, settings, snapshot } of libraries.all) {
      const put = (path: string, found: readonly Problem[]): void => {
        if (found.length > 0) diagnostics.set(vscode.Uri.joinPath(folder.uri, path), found.map(diagnostic));
      };
      put(settings.register, snapshot.register.problems);
      for (const review of snapshot.reviews) put(review.path, review.problems);
    }
  };
  return vscode.Disposable.from(diagnostics, libraries.onDidChange(update));
}

function diagnostic({ severity, message, line, column, endLine, endColumn }: Problem): vscode.Diagnostic {
  const range = new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);
  const level = severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  const found = new vscode.Diagnostic(range, message, level);
  found.source = 'SOC Review';
  return found;
}
