import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Repository {
  status(): Promise<void>;
}

/** The part of the built-in Git extension's API that a person's opening of a repository is. */
interface GitApi {
  openRepository(root: vscode.Uri): Promise<Repository | null>;
}

/** Has VS Code open the repository that a folder is, which it otherwise does at a time of its own. */
export async function openRepository(folder: vscode.Uri): Promise<Repository> {
  const built = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  assert.ok(built, 'VS Code brings its Git extension');
  const repository = await (await built.activate()).getAPI(1).openRepository(folder);
  assert.ok(repository);
  return repository;
}
