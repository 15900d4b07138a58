import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';

interface Repository {
  status(): Promise<void>;
}

/** The part of the built-in Git extension's API that a person's opening of a repository is. */
interface GitApi {
  openRepository(root: vscode.Uri): Promise<Repository | null>;
}

/** Runs git in a folder. @returns what it prints. */
export const git = (folder: vscode.Uri, ...args: string[]): string =>
  execFileSync('git', ['-C', folder.fsPath, ...args], { encoding: 'utf8' });

/** Has VS Code open the repository that a folder is, which it otherwise does at a time of its own. */
export async function openRepository(folder: vscode.Uri): Promise<Repository> {
  const built = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  assert.ok(built, 'VS Code brings its Git extension');
  const repository = await (await built.activate()).getAPI(1).openRepository(folder);
  assert.ok(repository);
  return repository;
}

/** Has VS Code let go of a repository, before it is deleted: it asks git about ignored files at any time. */
export const closeRepository = (folder: vscode.Uri): Thenable<unknown> =>
  vscode.commands.executeCommand('git.close', folder);
