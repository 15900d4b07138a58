import * as vscode from 'vscode';

/** The part of the built-in Git extension's API that we use. */
interface GitExtension {
  getAPI(version: 1): {
    getRepository(uri: vscode.Uri): { getConfig(key: string): Promise<string> } | null;
  };
}

/** The user name that git knows for a folder; undefined without git, without repository or without a name. */
export async function gitUserName(folder: vscode.Uri): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return undefined;
  try {
    const git = await extension.activate();
    const name = await git.getAPI(1).getRepository(folder)?.getConfig('user.name');
    return name === undefined || name === '' ? undefined : name;
  } catch {
    // Git is disabled, or knows no such key: then it has no proposal to make.
    return undefined;
  }
}
