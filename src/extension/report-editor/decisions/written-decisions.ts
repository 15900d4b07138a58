import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { editText } from '../../commands/edit-text.ts';

/** More than anybody takes back. */
const MOST_KEPT = 50;

interface Written {
  readonly file: vscode.Uri;
  readonly before: string;
  readonly after: string;
}

/**
 * What was decided beside the pages of a report lately, so that it can be undone there. Each decision is a change of
 * a text file, which may not be open in an editor and then has no undo of its own.
 */
export class WrittenDecisions {
  readonly #written: Written[] = [];

  /** Changes a text and saves it. @returns false when it could not be. */
  async write(text: vscode.TextDocument, next: string): Promise<boolean> {
    const before = text.getText();
    if (!(await editText(text, next)) || !(await text.save())) return false;
    this.#written.push({ file: text.uri, before, after: text.getText() });
    this.#written.splice(0, this.#written.length - MOST_KEPT);
    return true;
  }

  /** Takes the last decision back, unless somebody has changed the file since. */
  async undo(): Promise<void> {
    const last = this.#written.pop();
    if (last === undefined) return;
    const text = await vscode.workspace.openTextDocument(last.file);
    if (text.getText() === last.after) {
      await editText(text, last.before);
      await text.save();
      return;
    }
    void vscode.window.showInformationMessage(
      t(
        '{0} has been changed since. Take the decision back on its row instead.',
        vscode.workspace.asRelativePath(last.file),
      ),
    );
  }
}
