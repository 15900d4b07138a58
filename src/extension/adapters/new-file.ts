import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';

/** True when something lies there. */
export const exists = (file: vscode.Uri): PromiseLike<boolean> =>
  vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );

/** Beside its place first, then moved into it, so that nobody ever meets a part of a file. */
async function writeWhole(file: vscode.Uri, contents: Uint8Array, overwrite: boolean): Promise<void> {
  const temporary = file.with({ path: `${file.path}.${randomUUID().slice(0, 8)}.tmp` });
  try {
    await vscode.workspace.fs.writeFile(temporary, contents);
    await vscode.workspace.fs.rename(temporary, file, { overwrite });
  } catch (error) {
    await vscode.workspace.fs.delete(temporary).then(undefined, () => undefined);
    throw error;
  }
}

/**
 * Writes a file that doesn't exist yet. What lies there already stays.
 *
 * @returns false when there is such a file by now
 * @throws when it can't be written
 */
export async function writeNewFile(file: vscode.Uri, contents: Uint8Array): Promise<boolean> {
  if (await exists(file)) return false;
  try {
    await writeWhole(file, contents, false);
    return true;
  } catch (error) {
    if (await exists(file)) return false;
    throw error;
  }
}

/** Writes a file that the person has chosen, and has agreed to replace where there was one. */
export const replaceFile = (file: vscode.Uri, contents: Uint8Array): Promise<void> =>
  writeWhole(file, contents, true);

/** The file, or the first free one with a number: "summary.md", "summary-2.md". */
export async function freeName(folder: vscode.Uri, name: string, ending = ''): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const file = vscode.Uri.joinPath(folder, `${name}${number === 1 ? '' : `-${number}`}${ending}`);
    if (!(await exists(file))) return file;
  }
}
