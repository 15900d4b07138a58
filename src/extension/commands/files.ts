import * as vscode from 'vscode';
import type { FolderRef } from '../tree/node.ts';

/** A file of a workspace folder, by its path relative to the folder. */
export const fileIn = (folder: FolderRef, path: string): vscode.Uri =>
  vscode.Uri.joinPath(vscode.Uri.parse(folder.uri), path);

/** Shows a review record in the text editor. */
export async function openReview(
  review: vscode.Uri,
  viewColumn: vscode.ViewColumn = vscode.ViewColumn.Active,
): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(review), {
    viewColumn,
    preview: false,
  });
}

/** The text of a file on disk. */
export const textOf = async (file: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
