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

/** Asks which report is meant; undefined when nobody answers. */
export async function pickReport(
  folders: Promise<readonly FolderStatus[]>,
  title: string,
): Promise<PickedReport | undefined> {
  const items = folders.then(itemsOf);
  const item = await vscode.window.showQuickPick(items, {
    title,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return item?.choice;
}

const itemsOf = (folders: readonly FolderStatus[]): ReportItem[] =>
  folders.flatMap(({ folder, snapshot }) =>
    snapshot.dossiers.flatMap((dossier) =>
      [...dossier.reports, ...dossier.bridgeLetters].map((document) => ({
        label: `${dossier.name}: ${documentTitle(document.reading)}`,
        description: periodInWords(document.reading),
        detail: document.path,
        choice: { folder, dossier, document },
      })),
    ),
  );
