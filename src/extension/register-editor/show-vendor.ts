import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { LibraryDocument, VendorDossier } from '../../core/library/snapshot.ts';
import { fileIn } from '../commands/files.ts';
import { VIEWS } from '../contributions.ts';
import type { StatusBoard } from '../library/status-board.ts';
import type { FolderRef, FolderStatus } from '../tree/node.ts';
import type { RevealVendor } from './subject-commands.ts';

/** Whose a file is; the vendor is null for a file that is nobody's. */
interface FiledAs {
  readonly folder: FolderRef;
  readonly dossier: VendorDossier | null;
}

/** Shows the vendor of a report or of a review: the file that is given, else the one in the editor in front. */
export async function showVendorOf(
  given: vscode.Uri | undefined,
  board: StatusBoard,
  reveal: RevealVendor,
): Promise<void> {
  const file = given ?? fileInFront();
  if (file === undefined) {
    void vscode.window.showInformationMessage(
      t('Open a report or a review first: then its vendor can be shown.'),
    );
    return;
  }
  const filed = filedAs(file, await board.whenKnown());
  if (filed === undefined) {
    void vscode.window.showInformationMessage(
      t('{0} is neither a report nor a review of this workspace.', nameOf(file)),
    );
  } else if (filed.dossier === null) {
    const open = t('Show Inbox');
    const answer = await vscode.window.showInformationMessage(
      t('{0} belongs to no vendor. The Inbox says why.', nameOf(file)),
      open,
    );
    if (answer === open) await vscode.commands.executeCommand(`${VIEWS.inbox}.focus`);
  } else {
    await reveal(filed.folder, filed.dossier.id);
  }
}

const nameOf = (file: vscode.Uri): string => file.path.slice(file.path.lastIndexOf('/') + 1);

function fileInFront(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText
    ? input.uri
    : undefined;
}

function filedAs(file: vscode.Uri, folders: readonly FolderStatus[]): FiledAs | undefined {
  const wanted = file.toString();
  for (const { folder, snapshot } of folders) {
    const isIt = ({ path }: { readonly path: string }): boolean => fileIn(folder, path).toString() === wanted;
    if (!wanted.startsWith(`${folder.uri}/`)) continue;
    const dossier = snapshot.dossiers.find((one) => documentsOf(one).some(isIt) || one.reviews.some(isIt));
    if (dossier !== undefined) return { folder, dossier };
    if (snapshot.documents.some(isIt) || snapshot.reviews.some(isIt)) return { folder, dossier: null };
  }
  return undefined;
}

const documentsOf = ({ reports, bridgeLetters, unreadable }: VendorDossier): readonly LibraryDocument[] => [
  ...reports,
  ...bridgeLetters,
  ...unreadable,
];
