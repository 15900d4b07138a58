import * as vscode from 'vscode';

/** Replaces a document's text by another, touching only the part that differs: cursors and foldings stay. */
export async function editText(document: vscode.TextDocument, next: string): Promise<boolean> {
  const text = document.getText();
  const most = Math.min(text.length, next.length);
  let start = 0;
  while (start < most && text[start] === next[start]) start++;
  let end = 0;
  while (end < most - start && text.at(-1 - end) === next.at(-1 - end)) end++;
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(text.length - end));
  edit.replace(document.uri, range, next.slice(start, next.length - end));
  return await vscode.workspace.applyEdit(edit);
}
