import { t } from '@vscode/l10n';
import * as vscode from 'vscode';

const ALLOWED_SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * Opens a link that somebody clicked in a report, after asking: reports come from strangers. Other schemes, which
 * could start programs or open files, are refused.
 */
export async function openLink(address: string): Promise<void> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !ALLOWED_SCHEMES.has(url.protocol)) {
    void vscode.window.showWarningMessage(t('This link of the report is not opened: {0}', address));
    return;
  }
  const open = t('Open');
  const answer = await vscode.window.showWarningMessage(
    t('Open this link from the report?'),
    { modal: true, detail: url.href },
    open,
  );
  if (answer === open) await vscode.env.openExternal(vscode.Uri.parse(url.href, true));
}
