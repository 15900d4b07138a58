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
  let changed: string;
  try {
    changed = change(document.getText());
  } catch (error) {
    if (!(error instanceof UneditableError)) throw error;
    void offerToOpen(document, `${path}: ${retold(error.message)}`);
    return false;
  }
  if (changed === document.getText()) return true;
  const wasDirty = document.isDirty;
  if ((await editText(document, changed)) && (wasDirty || (await document.save()))) return true;
  void vscode.window.showErrorMessage(t('{0} could not be saved. Is the file read-only?', path));
  return false;
}

async function offerToOpen(document: vscode.TextDocument, message: string): Promise<void> {
  const open = t('Open {0}', document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1));
  if ((await vscode.window.showErrorMessage(message, open)) !== open) return;
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}
