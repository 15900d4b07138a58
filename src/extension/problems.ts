import * as vscode from 'vscode';
import type { CalendarDate } from '../core/calendar/calendar-date.ts';
import type { VendorDossier } from '../core/library/snapshot.ts';
import type { Problem } from '../core/register/register.ts';
import { checkReview } from '../core/standing/check-review.ts';
import { reviewedDocument } from '../core/standing/on-day.ts';
import { fileIn } from './commands/files.ts';
import type { Disposable } from './disposables.ts';
import { retold } from './language.ts';
import type { Libraries } from './library/libraries.ts';
import type { StatusBoard } from './library/status-board.ts';

/** What is wrong in the register and in reviews, in the Problems panel at its line. */
export function problems(libraries: Libraries, board: StatusBoard): Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('socReview');
  const update = (): void => {
    diagnostics.clear();
    for (const { folder, snapshot, asOf } of board.today) {
      const put = (path: string, found: readonly vscode.Diagnostic[]): void => {
        if (found.length > 0) diagnostics.set(fileIn(folder, path), found);
      };
      const register = libraries.get(folder.uri)?.settings.register;
      if (register !== undefined) put(register, snapshot.register.problems.map(problemAtLine));
      const objections = new Map(snapshot.dossiers.flatMap((dossier) => objectionsTo(dossier, asOf)));
      for (const { path, problems: found } of snapshot.reviews) {
        put(path, [...found.map(problemAtLine), ...(objections.get(path) ?? [])]);
      }
    }
  };
  return vscode.Disposable.from(diagnostics, board.onDidChange(update));
}

/** Why completed reviews of a vendor don't count, which only shows beside the report that they are about. */
function objectionsTo(
  { reports, reviews }: VendorDossier,
  today: CalendarDate,
): [string, vscode.Diagnostic[]][] {
  return reviews.flatMap((review) => {
    if (review.state !== 'completed' || review.record === null) return [];
    const found = checkReview(review, reviewedDocument(review.record, reports).document, today);
    return [[review.path, found.map(({ message }) => diagnostic(START, message, 'error'))]];
  });
}

const START = new vscode.Range(0, 0, 0, Number.MAX_SAFE_INTEGER);

function problemAtLine({ severity, message, line, column, endLine, endColumn }: Problem): vscode.Diagnostic {
  return diagnostic(new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1), message, severity);
}

function diagnostic(range: vscode.Range, message: string, severity: Problem['severity']): vscode.Diagnostic {
  const { Error, Warning } = vscode.DiagnosticSeverity;
  const found = new vscode.Diagnostic(range, retold(message), severity === 'error' ? Error : Warning);
  found.source = 'SOC Review';
  return found;
}
