import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { exists } from '../adapters/new-file.ts';
import type { FolderLibrary } from '../library/folder-library.ts';
import { editFile } from './edit-file.ts';

/**
 * Changes the register of a folder. Where there is none yet, the person is asked whether to create it; one with
 * errors is not written to, and the person is offered to open it.
 *
 * @param change Gives the new text from the old one, which is empty for a new register.
 * @returns whether the register says what was wanted
 */
export async function editRegisterFile(
  { folder, settings }: Pick<FolderLibrary, 'folder' | 'settings'>,
  change: (text: string) => string,
): Promise<boolean> {
  const file = vscode.Uri.joinPath(folder.uri, settings.register);
  if (!(await exists(file)) && !(await createRegister(file, settings.register))) return false;
  return await editFile(file, settings.register, change);
}

async function createRegister(file: vscode.Uri, path: string): Promise<boolean> {
  const create = t('Create {0}', path);
  const answer = await vscode.window.showInformationMessage(
    t('This folder has no register of vendors yet.'),
    { modal: true, detail: t('It is a text file, {0}, that belongs into your repository.', path) },
    create,
  );
  if (answer !== create) return false;
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { overwrite: false });
  if (await vscode.workspace.applyEdit(edit)) return true;
  void vscode.window.showErrorMessage(t('{0} could not be saved. Is the file read-only?', path));
  return false;
}
