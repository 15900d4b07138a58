import { posix } from 'node:path';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { addException, addQuote, addUserControl, type Added } from '../../../core/summary/add-to-review.ts';
import type { LinkBase } from '../../../core/summary/report-link.ts';
import type { SelectedText } from '../../../webview/protocol.ts';
import { editText } from '../../commands/edit-text.ts';
import { listedEntries } from '../facts/entry-items.ts';
import type { ReportInLibrary } from './report-in-library.ts';

/** Makes the draft of a report's review, or finds it; undefined when it could not be made, which has been said. */
export type DraftOf = (report: ReportInLibrary) => Promise<vscode.Uri | undefined>;

/** Quotes selected words in the review of their report, with the link to their page. */
export async function quoteInReview(
  report: ReportInLibrary,
  { page, text }: SelectedText,
  draftOf: DraftOf,
): Promise<void> {
  const { path, reading } = report.document;
  const printedPage = reading.printedPages[page - 1] ?? null;
  await addToReview(report, draftOf, (review, base) =>
    addQuote(review, base, path, { page, printedPage, quote: text }),
  );
}

/** Makes an exception or a user control a row of the review, or shows the row that it has. */
export async function factInReview(report: ReportInLibrary, fact: string, draftOf: DraftOf): Promise<void> {
  const { document } = report;
  const exception = rowOf(listedEntries(document.reading, 'testExceptions'), fact)?.entry;
  const controls = listedEntries(document.reading, 'userControls');
  const control = rowOf(controls, fact);
  if (exception !== undefined)
    await addToReview(report, draftOf, (review, base) => addException(review, base, document, exception));
  if (control === undefined) return;
  const id = control.entry.id ?? String(controls.indexOf(control) + 1);
  await addToReview(report, draftOf, (review, base) =>
    addUserControl(review, base, document, { ...control.entry, id }),
  );
}

const rowOf = <E extends { readonly id: string }>(entries: readonly E[], id: string): E | undefined =>
  entries.find((one) => one.id === id);

/** Changes the draft in its open text, where it can be undone, and shows beside the report what was put in. */
async function addToReview(
  report: ReportInLibrary,
  draftOf: DraftOf,
  add: (review: string, base: LinkBase) => Added,
): Promise<void> {
  const { library } = report;
  const file = await draftOf(report);
  if (file === undefined) return;
  const text = await vscode.workspace.openTextDocument(file);
  const base = { folder: posix.dirname(posix.relative(library.folder.uri.path, file.path)) };
  const added = add(text.getText(), base);
  if (added.text !== text.getText() && !(await editText(text, added.text))) {
    void vscode.window.showErrorMessage(t('The review could not be changed. Is the file read-only?'));
    return;
  }
  const range = text.lineAt(Math.min(added.line, text.lineCount - 1)).range;
  const editor = await vscode.window.showTextDocument(text, {
    viewColumn: columnOf(file) ?? vscode.ViewColumn.Beside,
    preview: false,
    preserveFocus: true,
  });
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Where a text is open already. */
const columnOf = (file: vscode.Uri): vscode.ViewColumn | undefined =>
  vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(
      ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === file.toString(),
    ),
  )?.viewColumn;
