import { t } from '@vscode/l10n';
import * as vscode from 'vscode';

/** Above a comparison: both reports, beside each other. */
export const pairLens = (command: Pick<vscode.Command, 'command' | 'arguments'>): vscode.CodeLens =>
  new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
    title: t('Show both reports side by side'),
    ...command,
  });
