import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { editText } from '../commands/edit-text.ts';
import { fileIn } from '../commands/files.ts';
import type { Disposable } from '../disposables.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusBoard } from '../library/status-board.ts';
import type { StatusDate } from '../library/status-date.ts';
import type { FolderRef } from '../tree/node.ts';
import { reviewedToday } from './reviewed-today.ts';

/** Only called from lenses and hovers of the register, so that it stands in no menu. */
export const ON_OWN_DOCUMENT = 'socReview.onOwnDocument';

type DocumentStep = 'open' | 'reviewed';

/** A command that takes a step about one of our own documents. */
export const ownDocumentCommand = (step: DocumentStep, folder: FolderRef, name: string): vscode.Command => ({
  title: step === 'open' ? t('Open document') : t('Record that it was reviewed today'),
  command: ON_OWN_DOCUMENT,
  arguments: [step, folder.uri, name],
});

export interface OwnDocumentSources {
  readonly libraries: Libraries;
  readonly board: StatusBoard;
  readonly date: StatusDate;
}

export function ownDocumentCommands({ libraries, board, date }: OwnDocumentSources): Disposable {
  return vscode.commands.registerCommand(
    ON_OWN_DOCUMENT,
    async (step: unknown, uri: unknown, name: unknown) => {
      const status = board.today.find(({ folder }) => folder.uri === uri);
      const document = status?.snapshot.register.documents.find((one) => one.name === name);
      const register = status && libraries.get(status.folder.uri)?.settings.register;
      if (status === undefined || register === undefined || document === undefined) return;
      if (step === 'open' && document.path !== null) {
        await vscode.commands.executeCommand('vscode.open', fileIn(status.folder, document.path));
      } else if (step === 'reviewed') {
        await record(fileIn(status.folder, register), document.name, date);
      }
    },
  );
}

/** Through the open document, so that what is typed and not saved yet stays, and the edit can be undone. */
async function record(register: vscode.Uri, name: string, { today }: StatusDate): Promise<void> {
  const document = await vscode.workspace.openTextDocument(register);
  const next = reviewedToday(document.getText(), name, today);
  if (next !== undefined && (await editText(document, next)) && (await document.save())) return;
  void vscode.window.showErrorMessage(
    t('The review of {0} could not be recorded. Correct the errors in the register first.', name),
  );
}
