import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { Disposables, type Disposable } from '../disposables.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusBoard } from '../library/status-board.ts';
import { asRange } from '../problems/as-range.ts';
import { changesLenses, showsLenses } from '../settings.ts';
import type { FolderRef, FolderStatus } from '../tree/node.ts';
import { standingInOneLine } from './lens-words.ts';
import { forOurFiles, type OurFile } from './our-files.ts';
import { ownDocumentCommand } from './own-document-commands.ts';
import { RegisterEntries, type RegisterEntry } from './register-entries.ts';
import { nextStep } from './steps.ts';
import { reviewAt, reviewCommand, vendorCommand } from './subject-commands.ts';

/**
 * Where a vendor stands, above its entry in the register and above its reviews, with the step that it waits for.
 * Whoever opens one of these files has the reports read.
 */
export function lenses(libraries: Libraries, board: StatusBoard): Disposable {
  const owned = new Disposables();
  const changed = owned.add(new vscode.EventEmitter<void>());
  const fire = (): void => {
    changed.fire();
  };
  owned.add(board.onDidChange(fire));
  owned.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (changesLenses(event)) fire();
    }),
  );
  const entries = new RegisterEntries();
  const lensesOf = (document: vscode.TextDocument, file: OurFile, folder: FolderRef): vscode.CodeLens[] => {
    libraries.start();
    if (!showsLenses(document.uri)) return [];
    const status = board.today.find((one) => one.folder.uri === folder.uri);
    if (status === undefined) return [];
    return file === 'register'
      ? entries.of(document.getText(), status).flatMap((entry) => entryLenses(entry, folder))
      : reviewLenses(document, status);
  };
  owned.add(
    forOurFiles(libraries, (selector, file, folder) =>
      vscode.languages.registerCodeLensProvider(selector, {
        onDidChangeCodeLenses: changed.event,
        provideCodeLenses: (document) => lensesOf(document, file, folder),
      }),
    ),
  );
  return owned;
}

/** A lens that only says something. */
const words = (title: string): vscode.Command => ({ title, command: '' });

function entryLenses(entry: RegisterEntry, folder: FolderRef): vscode.CodeLens[] {
  const lens = (command: vscode.Command): vscode.CodeLens =>
    new vscode.CodeLens(asRange(entry.place), command);
  if (entry.is === 'own-document') {
    const { document, standing } = entry;
    return [
      lens(words(standingInOneLine(standing.verdict, standing.reasons))),
      ...(document.path === null ? [] : [lens(ownDocumentCommand('openOwnDocument', folder, document.name))]),
      ...(standing.verdict === 'current'
        ? []
        : [lens(ownDocumentCommand('recordDocumentReview', folder, document.name))]),
    ];
  }
  const { dossier, standing } = entry.vendor;
  // While reports are being read nobody can say where the vendor stands.
  if (standing === null) return [];
  const step = nextStep(entry.vendor);
  return [
    lens(words(standingInOneLine(standing.verdict, standing.reasons))),
    ...(step === undefined ? [] : [lens(vendorCommand(step, folder, dossier.id))]),
    lens(vendorCommand('showVendor', folder, dossier.id)),
  ];
}

/** Above a review: whose it is, where that vendor stands today, and the way to both. */
function reviewLenses(document: vscode.TextDocument, status: FolderStatus): vscode.CodeLens[] {
  const path = vscode.workspace.asRelativePath(document.uri, false);
  const found = reviewAt(status, path);
  const vendor = status.vendors.find(({ dossier }) => dossier === found?.dossier);
  if (found === undefined || vendor === undefined || vendor.standing === null) return [];
  const { verdict, reasons } = vendor.standing;
  const lens = (command: vscode.Command): vscode.CodeLens =>
    new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command);
  return [
    lens(words(standingInOneLine(verdict, reasons))),
    ...(found.document === null ? [] : [lens(reviewCommand('openReport', status.folder, path))]),
    lens({
      ...reviewCommand('showVendor', status.folder, path),
      title: t('Show {0} in Vendors view', found.dossier.name),
    }),
  ];
}
