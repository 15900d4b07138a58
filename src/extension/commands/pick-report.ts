import * as vscode from 'vscode';
import type { LibraryDocument, VendorDossier } from '../../core/library/snapshot.ts';
import type { FolderRef, FolderStatus } from '../tree/node.ts';
import { documentTitle, periodInWords } from '../tree/words.ts';

/** A report, and whose it is. */
export interface PickedReport {
  readonly folder: FolderRef;
  readonly dossier: VendorDossier;
  readonly document: LibraryDocument;
}

interface ReportItem extends vscode.QuickPickItem {
  readonly choice: PickedReport;
}

/** Asks which of a vendor's files is meant; undefined when nobody answers. */
export async function pickReport(
  folders: Promise<readonly FolderStatus[]>,
  offered: (dossier: VendorDossier) => readonly LibraryDocument[],
  title: string,
): Promise<PickedReport | undefined> {
  const items = folders.then((known) => itemsOf(known, offered));
  const item = await vscode.window.showQuickPick(items, {
    title,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return item?.choice;
}

const itemsOf = (
  folders: readonly FolderStatus[],
  offered: (dossier: VendorDossier) => readonly LibraryDocument[],
): ReportItem[] =>
  folders.flatMap(({ folder, snapshot }) =>
    snapshot.dossiers.flatMap((dossier) =>
      offered(dossier).map((document) => ({
        label: `${dossier.name}: ${documentTitle(document.reading)}`,
        description: periodInWords(document.reading),
        detail: document.path,
        choice: { folder, dossier, document },
      })),
    ),
  );
