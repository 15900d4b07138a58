import * as vscode from 'vscode';
import type { CompletionProblem } from '../../core/review/completion-problem.ts';
import { completionProblems } from '../../core/review/completion.ts';
import { Disposables, type Disposable } from '../disposables.ts';
import { retold } from '../language.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusDate } from '../library/status-date.ts';
import { reviewedFile, type ReviewedFile } from './reviewed-file.ts';

/** Typing goes on while the checks wait. */
const PAUSE_MS = 250;

/**
 * What stands between a review and its completion, in the Problems panel at its line. Only of reviews that somebody
 * has tried to complete: a draft that was just begun is no list of errors. It follows what is typed, and goes away
 * when the review is completed.
 */
export class CompletionChecks implements Disposable {
  readonly #libraries: Libraries;
  readonly #date: StatusDate;
  readonly #owned = new Disposables();
  readonly #diagnostics = this.#owned.add(
    vscode.languages.createDiagnosticCollection('socReview.completion'),
  );
  readonly #watched = new Set<string>();
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(libraries: Libraries, date: StatusDate) {
    this.#libraries = libraries;
    this.#date = date;
    this.#owned.add(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (!this.#watched.has(document.uri.toString())) return;
        clearTimeout(this.#pause);
        this.#pause = setTimeout(() => {
          this.#show(document);
        }, PAUSE_MS);
      }),
    );
  }

  /** What is missing in a review as it stands in the editor; undefined for what is no review. */
  problemsOf(file: vscode.TextDocument): readonly CompletionProblem[] | undefined {
    const found = reviewedFile(this.#libraries, file);
    return found && this.problemsIn(found);
  }

  /** What is missing in a review; the text may be one that isn't in the editor yet. */
  problemsIn({ review, text, document, snapshot }: ReviewedFile): readonly CompletionProblem[] {
    const { fourEyes } = snapshot.register.policy;
    return completionProblems({ review, text, document, fourEyes, today: this.#date.today });
  }

  /** Shows what is missing from now on. */
  watch(file: vscode.TextDocument): void {
    this.#watched.add(file.uri.toString());
    this.#show(file);
  }

  isWatching(file: vscode.TextDocument): boolean {
    return this.#watched.has(file.uri.toString());
  }

  dispose(): void {
    clearTimeout(this.#pause);
    this.#owned.dispose();
  }

  #show(file: vscode.TextDocument): void {
    const found = reviewedFile(this.#libraries, file);
    if (found === undefined || isSealed(found)) {
      this.#watched.delete(file.uri.toString());
      this.#diagnostics.delete(file.uri);
      return;
    }
    // What the record has wrong in itself is shown with everything else that is wrong in files.
    const own = new Set(found.review.problems.map(({ message }) => message));
    const shown = this.problemsIn(found).filter(({ message }) => !own.has(message));
    this.#diagnostics.set(file.uri, shown.map(asDiagnostic));
  }
}

/** True for a review that was completed and not edited since. */
const isSealed = ({ review: { state, record, isEdited } }: ReviewedFile): boolean =>
  state === 'completed' && record?.seal !== undefined && isEdited !== true;

/** Where a problem stands in the editor. */
export const rangeOf = ({ line, column, endLine, endColumn }: CompletionProblem): vscode.Range =>
  new vscode.Range(line - 1, column - 1, endLine - 1, endColumn - 1);

function asDiagnostic(problem: CompletionProblem): vscode.Diagnostic {
  const { Error, Warning } = vscode.DiagnosticSeverity;
  const severity = problem.severity === 'error' ? Error : Warning;
  const diagnostic = new vscode.Diagnostic(rangeOf(problem), retold(problem.message), severity);
  diagnostic.source = 'SOC Review';
  return diagnostic;
}
