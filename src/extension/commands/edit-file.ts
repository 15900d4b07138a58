import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { UneditableError } from '../../core/register/yaml-edit.ts';
import { retold } from '../language.ts';
import { editText } from './edit-text.ts';

/**
 * Changes a text file through its open document: the change can be undone, and what is typed and not saved yet
 * stays, and stays unsaved. What can't be changed is said, with a way to the file.
 *
 * @param path How the file is called in messages.
 * @param change Gives the new text; throws `UneditableError` for a text that a program must not write to.
 * @returns whether the file says what was wanted
 */
export async function editFile(
  file: vscode.Uri,
  path: string,
  change: (text: string) => string,
): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(file);
  const text = changedText(document, path, change);
  if (text === undefined) return false;
  return text === document.getText() || (await writeText(document, path, text, !document.isDirty));
}

/** What a change makes of a document's text; undefined where it can't be made, which has been said by then. */
export function changedText(
  document: vscode.TextDocument,
  path: string,
  change: (text: string) => string,
): string | undefined {
  try {
    return change(document.getText());
  } catch (error) {
    if (!(error instanceof UneditableError)) throw error;
    void offerToOpen(document, `${path}: ${retold(error.message)}`);
    return undefined;
  }
}

/** Gives a document another text and saves it where that is wanted; says when it can't be. */
export async function writeText(
  document: vscode.TextDocument,
  path: string,
  text: string,
  isSaved: boolean,
): Promise<boolean> {
  if ((await editText(document, text)) && (!isSaved || (await document.save()))) return true;
  void vscode.window.showErrorMessage(t('{0} could not be saved. Is the file read-only?', path));
  return false;
}

async function offerToOpen(document: vscode.TextDocument, message: string): Promise<void> {
  const open = t('Open {0}', document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1));
  if ((await vscode.window.showErrorMessage(message, open)) !== open) return;
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}
