import { posix } from 'node:path';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { withIgnored } from '../../core/library/git-ignore.ts';
import { writeNewFile } from '../adapters/new-file.ts';
import { editFile } from '../commands/edit-file.ts';
import { COMMANDS } from '../contributions.ts';
import { Disposables, type Disposable } from '../disposables.ts';
import { keepsReportsOutOfGit } from '../settings.ts';

/** The part of the built-in Git extension's API that we use. */
interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly indexChanges: readonly { readonly uri: vscode.Uri; readonly status: number }[];
    readonly onDidChange: vscode.Event<void>;
  };
  /** Takes files out of the index. */
  revert(paths: string[]): Promise<void>;
}
interface GitApi {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: vscode.Event<Repository>;
}
interface GitExtension {
  getAPI(version: 1): GitApi;
}

/** Of a change in the index: the file is deleted, which is what is wanted. */
const INDEX_DELETED = 2;

const isStagedReport = ({ uri, status }: Repository['state']['indexChanges'][number]): boolean =>
  /\.pdf$/i.test(uri.path) && status !== INDEX_DELETED && keepsReportsOutOfGit(uri);

/**
 * In folders whose reports must not be committed, points out PDFs that are staged, in the Problems panel. Quiet
 * everywhere else, and without git.
 */
export class StagedReports implements Disposable {
  readonly #owned = new Disposables();
  readonly #found = this.#owned.add(vscode.languages.createDiagnosticCollection('socReviewGit'));
  #git: GitApi | undefined;

  constructor() {
    this.#owned.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('socReview.keepReportsOutOfGit')) void this.#start();
      }),
    );
    void this.#start();
  }

  /** Adds all reports that are staged against the rule to `.gitignore`, and takes them out of the index. */
  async ignore(): Promise<void> {
    await this.#start();
    const repositories = this.#git?.repositories ?? [];
    const staged = repositories.map((repository) => ({
      repository,
      files: repository.state.indexChanges.filter(isStagedReport).map(({ uri }) => uri),
    }));
    const count = staged.reduce((sum, { files }) => sum + files.length, 0);
    if (count === 0) {
      void vscode.window.showInformationMessage(t('No report is staged that must be kept out of git.'));
      return;
    }
    for (const { repository, files } of staged) {
      if (files.length > 0) await keepOut(repository, files);
    }
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** Only where the rule is set: nobody else has git started for them. */
  async #start(): Promise<void> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (this.#git === undefined && folders.some(({ uri }) => keepsReportsOutOfGit(uri))) {
      this.#git = await gitApi();
      for (const repository of this.#git?.repositories ?? []) this.#follow(repository);
      if (this.#git !== undefined) {
        this.#owned.add(
          this.#git.onDidOpenRepository((repository) => {
            this.#follow(repository);
            this.#update();
          }),
        );
      }
    }
    this.#update();
  }

  #follow(repository: Repository): void {
    this.#owned.add(
      repository.state.onDidChange(() => {
        this.#update();
      }),
    );
  }

  #update(): void {
    this.#found.clear();
    for (const { state } of this.#git?.repositories ?? []) {
      for (const { uri } of state.indexChanges.filter(isStagedReport)) {
        const message = t(
          'This report is staged, and reports are kept out of git here. “SOC Review: Keep Staged Reports Out of Git” adds it to .gitignore.',
        );
        const range = new vscode.Range(0, 0, 0, 0);
        const problem = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
        problem.source = 'SOC Review';
        // A link, and no quick fix: those are only asked for in files that are open as text, and a PDF never is.
        // It names no file: one would reach this side of a remote window as one of the other side.
        problem.code = { value: t('Keep all staged reports out of git'), target: FIX };
        this.#found.set(uri, [problem]);
      }
    }
  }
}

const FIX = vscode.Uri.from({ scheme: 'command', path: COMMANDS.keepStagedReportsOut });

async function keepOut(repository: Repository, files: readonly vscode.Uri[]): Promise<void> {
  const place = vscode.Uri.joinPath(repository.rootUri, '.gitignore');
  const paths = files.map(({ path }) => posix.relative(repository.rootUri.path, path));
  await writeNewFile(place, new Uint8Array());
  // By way of its document: what a person has written in it, saved or not, stays.
  if (!(await editFile(place, '.gitignore', (text) => withIgnored(text, paths)))) return;
  await repository.revert(files.map(({ fsPath }) => fsPath));
}

/** Undefined without the Git extension, and when it is switched off. */
async function gitApi(): Promise<GitApi | undefined> {
  try {
    const git = await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
    return git?.getAPI(1);
  } catch {
    return undefined;
  }
}
