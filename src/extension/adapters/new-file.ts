import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';

const BESIDE = (file: vscode.Uri): vscode.Uri =>
  file.with({ path: `${file.path}.${randomUUID().slice(0, 8)}.tmp` });

/** True when something lies there. */
export const exists = (file: vscode.Uri): PromiseLike<boolean> =>
  vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );

/**
 * Writes a file that doesn't exist yet: beside its place first, then moved into it, so that nobody ever meets a part
 * of it. What lies there already stays.
 *
 * @returns false when there is such a file by now
 * @throws when it can't be written
 */
export async function writeNewFile(file: vscode.Uri, contents: Uint8Array): Promise<boolean> {
  if (await exists(file)) return false;
  const temporary = BESIDE(file);
  await vscode.workspace.fs.writeFile(temporary, contents);
  try {
    await vscode.workspace.fs.rename(temporary, file, { overwrite: false });
    return true;
  } catch (error) {
    await vscode.workspace.fs.delete(temporary).then(undefined, () => undefined);
    if (await exists(file)) return false;
    throw error;
  }
}

/** The file, or the first free one with a number: "summary.md", "summary-2.md". */
export async function freeName(folder: vscode.Uri, name: string, ending: string): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const file = vscode.Uri.joinPath(folder, `${name}${number === 1 ? '' : `-${number}`}${ending}`);
    if (!(await exists(file))) return file;
  }
}
