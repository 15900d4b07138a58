import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { fileIn } from '../commands/files.ts';
import type { Handlers } from '../commands/register-commands.ts';
import { COMMANDS } from '../contributions.ts';
import type { Disposable } from '../disposables.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusBoard } from '../library/status-board.ts';
import type { StatusDate } from '../library/status-date.ts';
import type { ProblemsPanel } from '../problems/problems.ts';
import { quickFixes } from '../problems/quick-fixes.ts';
import type { VendorsView } from '../views/vendors-view.ts';
import { hovers } from './hovers.ts';
import { lenses } from './lenses.ts';
import { openInRegister } from './open-in-register.ts';
import { ownDocumentCommands } from './own-document-commands.ts';
import { showVendorOf } from './show-vendor.ts';
import { subjectCommands, type RevealVendor } from './subject-commands.ts';

export interface RegisterEditorSources {
  readonly libraries: Libraries;
  readonly board: StatusBoard;
  readonly date: StatusDate;
  readonly problems: ProblemsPanel;
  readonly vendors: VendorsView;
}

/** What the text editor shows in the register and in reviews: lenses, hovers, quick fixes, and where these lead. */
export function registerEditor(sources: RegisterEditorSources): Disposable {
  const { libraries, board, vendors } = sources;
  return vscode.Disposable.from(
    lenses(libraries, board),
    hovers(libraries, board),
    quickFixes(sources),
    subjectCommands(board, revealIn(vendors)),
    ownDocumentCommands(board),
  );
}

/** Commands that lead from a report to its vendor and from a vendor to the register. */
export function registerEditorCommands({
  libraries,
  board,
  vendors,
}: Pick<RegisterEditorSources, 'libraries' | 'board' | 'vendors'>): Pick<
  Handlers,
  'showVendorOfReport' | 'openInRegister'
> {
  return {
    showVendorOfReport: (_row, file) => showVendorOf(file, board, revealIn(vendors)),
    openInRegister: async (row) => {
      if (row?.subject.is !== 'vendor') return;
      const { folder, vendor } = row.subject;
      const register = libraries.get(folder.uri)?.settings.register;
      if (register !== undefined) await openInRegister(fileIn(folder, register), vendor.dossier);
    },
  };
}

/** Shows a vendor's row, and says so when the view hides it. */
const revealIn =
  (vendors: VendorsView): RevealVendor =>
  async (folder, vendorId) => {
    if (await vendors.reveal(folder, vendorId)) return;
    const clear = t('Clear Filter');
    const answer = await vscode.window.showInformationMessage(
      t('The filter of the Vendors view hides this vendor.'),
      clear,
    );
    if (answer !== clear) return;
    await vscode.commands.executeCommand(COMMANDS.clearFilter);
    await vendors.reveal(folder, vendorId);
  };
