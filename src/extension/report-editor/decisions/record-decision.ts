import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { retold } from '../../language.ts';
import type { CalendarDate } from '../../../core/calendar/calendar-date.ts';
import { setCorrection, type NewDecision } from '../../../core/register/edit-corrections.ts';
import type { CorrectableField, CorrectableValues } from '../../../core/register/correction.ts';
import { UneditableError } from '../../../core/register/yaml-edit.ts';
import { withConfirmed } from '../../../core/review/edit-confirmed.ts';
import type { ReportInLibrary } from './report-in-library.ts';
import type { WrittenDecisions } from './written-decisions.ts';

/** What a person says of one value; null takes back what was said before. */
export interface FieldDecision<F extends CorrectableField = CorrectableField> {
  readonly field: F;
  readonly decision: NewDecision<CorrectableValues[F]> | null;
}

export interface Decider {
  readonly by: string;
  readonly today: CalendarDate;
}

/**
 * Writes a decision down: with the review as long as that is a draft, whose front matter then says it; else in the
 * register, by the file's hash. Where it can't be written, it is said why.
 */
export async function recordDecision(
  report: ReportInLibrary,
  change: FieldDecision,
  decider: Decider,
  written: WrittenDecisions,
): Promise<void> {
  const { library, draft } = report;
  const path = draft?.path ?? library.settings.register;
  try {
    const text = await openOrCreate(vscode.Uri.joinPath(library.folder.uri, path));
    const next =
      draft === null
        ? inRegister(text.getText(), report, change, decider)
        : withConfirmed(text.getText(), change.field, change.decision);
    if (await written.write(text, next)) return;
    void vscode.window.showErrorMessage(t('{0} could not be saved. Is the file read-only?', path));
  } catch (error) {
    if (!(error instanceof UneditableError)) throw error;
    void vscode.window.showErrorMessage(t('Nothing was changed in {0}: {1}', path, retold(error.message)));
  }
}

function inRegister(
  text: string,
  { document }: ReportInLibrary,
  { field, decision }: FieldDecision,
  { by, today }: Decider,
): string {
  return setCorrection(text, document, { by, on: today, facts: { [field]: decision } });
}

/** A register that isn't there yet begins empty. */
async function openOrCreate(file: vscode.Uri): Promise<vscode.TextDocument> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { ignoreIfExists: true });
  await vscode.workspace.applyEdit(edit);
  return await vscode.workspace.openTextDocument(file);
}
