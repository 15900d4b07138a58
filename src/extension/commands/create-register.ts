import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { registerFromReports } from '../../core/summary/register-from-reports.ts';
import { writeNewFile } from '../adapters/new-file.ts';
import type { FolderLibrary } from '../library/folder-library.ts';

/**
 * Writes a first register from what the reports say, and shows it. A register that is there is shown as it is:
 * it is somebody's work.
 */
export async function createRegister({ folder, settings, snapshot }: FolderLibrary): Promise<void> {
  const file = vscode.Uri.joinPath(folder.uri, settings.register);
  const text = registerFromReports(snapshot.dossiers);
  let isNew: boolean;
  try {
    isNew = await writeNewFile(file, new TextEncoder().encode(text));
  } catch {
    void vscode.window.showErrorMessage(
      t('{0} could not be saved. Is the folder read-only?', settings.register),
    );
    return;
  }
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file), { preview: false });
  if (!isNew) {
    void vscode.window.showInformationMessage(
      t('{0} is there already; nothing was changed in it.', settings.register),
    );
  }
}
