import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { csv } from '../../core/register/exchange/csv.ts';
import { vendorTable } from '../../core/register/exchange/write-table.ts';
import type { FolderLibrary } from '../library/folder-library.ts';

/** Excel takes a file without this mark for one in the system's own encoding. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes the register's vendors, each with its last review, to a CSV file that the person chooses. */
export async function exportVendors({ folder, settings, snapshot }: FolderLibrary): Promise<void> {
  const vendors = snapshot.dossiers.flatMap(({ registered, reviews }) =>
    registered === null ? [] : [{ vendor: registered, reviews }],
  );
  if (vendors.length === 0) {
    void vscode.window.showInformationMessage(t('{0} names no vendors yet.', settings.register));
    return;
  }
  const file = await vscode.window.showSaveDialog({
    title: t('Export Vendors to CSV'),
    defaultUri: vscode.Uri.joinPath(folder.uri, 'vendors.csv'),
    filters: { CSV: ['csv'] },
  });
  if (file === undefined) return;
  const text = `${BYTE_ORDER_MARK}${csv(vendorTable(vendors))}`;
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const open = t('Open');
  const answer = await vscode.window.showInformationMessage(
    vendors.length === 1
      ? t('1 vendor was written to {0}.', file.path.slice(file.path.lastIndexOf('/') + 1))
      : t(
          '{0} vendors were written to {1}.',
          vendors.length,
          file.path.slice(file.path.lastIndexOf('/') + 1),
        ),
    open,
  );
  if (answer === open) await vscode.commands.executeCommand('vscode.open', file);
}
