import { t } from '@vscode/l10n';
import * as vscode from 'vscode';

/** Passwords of protected reports, in the editor's secret storage. Only those that have opened their file are kept. */
export class ReportPasswords {
  readonly #secrets: vscode.SecretStorage;
  readonly #untried = new Map<string, string>();

  constructor(secrets: vscode.SecretStorage) {
    this.#secrets = secrets;
  }

  get(file: vscode.Uri): Promise<string | undefined> {
    return Promise.resolve(this.#secrets.get(secretName(file)));
  }

  /**
   * The password that is kept, or else one that the reader enters; null when they don't.
   * @param rejected the last one did not open the file
   */
  async ask(file: vscode.Uri, rejected: boolean): Promise<string | null> {
    if (rejected) await this.#secrets.delete(secretName(file));
    const kept = await this.get(file);
    if (kept !== undefined) return kept;
    const password = await vscode.window.showInputBox({
      title: t('Password for {0}', vscode.workspace.asRelativePath(file)),
      prompt: rejected
        ? t('That password does not open this report. Try another one.')
        : t('This report is protected. The password is kept in your system’s secret storage.'),
      password: true,
      ignoreFocusOut: true,
    });
    if (password === undefined) return null;
    this.#untried.set(file.toString(), password);
    return password;
  }

  /** The file was opened. True when a password was learnt by that. */
  async opened(file: vscode.Uri): Promise<boolean> {
    const password = this.#untried.get(file.toString());
    if (password === undefined) return false;
    this.#untried.delete(file.toString());
    await this.#secrets.store(secretName(file), password);
    return true;
  }
}

const secretName = (file: vscode.Uri): string => `reportPassword:${file.toString()}`;
