import * as vscode from 'vscode';
import { fileIn } from '../commands/files.ts';
import { Disposables, type Disposable } from '../disposables.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusBoard } from '../library/status-board.ts';
import { problemLevelsSetting, changesProblemLevels } from '../settings.ts';
import type { FolderRef, FolderStatus } from '../tree/node.ts';
import { asRange } from './as-range.ts';
import { writtenWrong, type FoundProblem } from './found-problem.ts';
import type { ShownLevel } from './problem-levels.ts';
import { wordsOfFiles } from './related-files.ts';
import { reviewProblems } from './review-problems.ts';
import { vendorProblems } from './vendor-problems.ts';

/** The source that each of our diagnostics names. */
export const SOURCE = 'SOC Review';

const SEVERITIES: Readonly<Record<ShownLevel, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** A problem in the panel, with what it is about. */
export interface ShownProblem {
  readonly folder: FolderRef;
  readonly problem: FoundProblem;
  readonly diagnostic: vscode.Diagnostic;
}

/**
 * The Problems panel: what is wrong in the register and in reviews, and which vendors need a person, each at its
 * line. Always of today, whatever day the views show.
 */
export class ProblemsPanel implements Disposable {
  readonly #libraries: Libraries;
  readonly #board: StatusBoard;
  readonly #owned = new Disposables();
  readonly #diagnostics = this.#owned.add(vscode.languages.createDiagnosticCollection('socReview'));
  #shown: ReadonlyMap<string, readonly ShownProblem[]> = new Map();

  constructor(libraries: Libraries, board: StatusBoard) {
    this.#libraries = libraries;
    this.#board = board;
    this.#owned.add(
      board.onDidChange(() => {
        this.#update();
      }),
    );
    this.#owned.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (changesProblemLevels(event)) this.#update();
      }),
    );
  }

  /** What the panel shows of a file. */
  of(file: vscode.Uri): readonly ShownProblem[] {
    return this.#shown.get(file.toString()) ?? [];
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #update(): void {
    const shown = new Map<string, readonly ShownProblem[]>();
    for (const status of this.#board.today) {
      for (const [path, problems] of this.#problemsOf(status)) {
        if (problems.length === 0) continue;
        const file = fileIn(status.folder, path);
        const list = problems.map((problem) => ({
          folder: status.folder,
          problem,
          diagnostic: diagnostic(problem, status.folder),
        }));
        shown.set(file.toString(), list);
        this.#diagnostics.set(
          file,
          list.map((one) => one.diagnostic),
        );
      }
    }
    for (const file of this.#shown.keys()) {
      if (!shown.has(file)) this.#diagnostics.delete(vscode.Uri.parse(file, true));
    }
    this.#shown = shown;
  }

  #problemsOf(status: FolderStatus): readonly (readonly [path: string, problems: readonly FoundProblem[]])[] {
    const { folder, snapshot } = status;
    const register = this.#libraries.get(folder.uri)?.settings.register;
    const levels = problemLevelsSetting(vscode.Uri.parse(folder.uri));
    const wordsOf = wordsOfFiles(snapshot);
    const reviews = reviewProblems(status, levels, wordsOf);
    if (register === undefined) return [...reviews];
    const written = snapshot.register.problems.map((problem) => writtenWrong(problem, 'register'));
    return [[register, [...written, ...vendorProblems(status, levels, wordsOf)]], ...reviews];
  }
}

function diagnostic(problem: FoundProblem, folder: FolderRef): vscode.Diagnostic {
  const { place, level, code, message, related } = problem;
  const shown = new vscode.Diagnostic(asRange(place), message, SEVERITIES[level]);
  shown.source = SOURCE;
  shown.code = code;
  shown.relatedInformation = related.map(
    ({ path, words }) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(fileIn(folder, path), new vscode.Position(0, 0)),
        words,
      ),
  );
  return shown;
}
