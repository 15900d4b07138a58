import * as vscode from 'vscode';

/** The part of a document that differs from another text, and what stands there in it. */
export function replacementOf(
  document: vscode.TextDocument,
  next: string,
): { readonly range: vscode.Range; readonly text: string } {
  const text = document.getText();
  const most = Math.min(text.length, next.length);
  let start = 0;
  while (start < most && text[start] === next[start]) start++;
  let end = 0;
  while (end < most - start && text.at(-1 - end) === next.at(-1 - end)) end++;
  return {
    range: new vscode.Range(document.positionAt(start), document.positionAt(text.length - end)),
    text: next.slice(start, next.length - end),
  };
}

/** Replaces a document's text by another, touching only the part that differs: cursors and foldings stay. */
export async function editText(document: vscode.TextDocument, next: string): Promise<boolean> {
  const { range, text } = replacementOf(document, next);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  return await vscode.workspace.applyEdit(edit);
}
