import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { retold } from '../../language.ts';
import type { CalendarDate } from '../../../core/calendar/calendar-date.ts';
import type { EntryChange } from '../../../core/register/edit-entries.ts';
import { setCorrection, type NewDecision } from '../../../core/register/edit-corrections.ts';
import type { CorrectableField, CorrectableValues } from '../../../core/register/correction.ts';
import { UneditableError } from '../../../core/register/yaml-edit.ts';
import { withConfirmedEntry } from '../../../core/review/edit-confirmed-entries.ts';
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

/** What a person decides: on a value, or on one entry of a list. */
export type DecisionChange = FieldDecision | EntryChange;

/**
 * Writes a decision down: with the review as long as that is a draft, whose front matter then says it; else in the
 * register, by the file's hash. It is taken back where it was written. Where it can't be written, it is said why.
 */
export async function recordDecision(
  report: ReportInLibrary,
  change: DecisionChange,
  decider: Decider,
  written: WrittenDecisions,
): Promise<void> {
  for (const path of placesFor(report, change)) {
    try {
      const text = await openOrCreate(vscode.Uri.joinPath(report.library.folder.uri, path));
      const before = text.getText();
      const next =
        path === report.draft?.path ? inReview(before, change) : inRegister(before, report, change, decider);
      if (change.decision === null && next === before) continue;
      if (await written.write(text, next)) return;
      void vscode.window.showErrorMessage(t('{0} could not be saved. Is the file read-only?', path));
    } catch (error) {
      if (!(error instanceof UneditableError)) throw error;
      void vscode.window.showErrorMessage(t('Nothing was changed in {0}: {1}', path, retold(error.message)));
    }
    return;
  }
  void vscode.window.showInformationMessage(
    t('That was decided in a review that is completed, which is not changed any more.'),
  );
}

/** The files to write to: the first of them in which there is something to be written. */
function placesFor({ library, document, draft }: ReportInLibrary, { decision }: DecisionChange): string[] {
  const { register } = library.settings;
  if (decision !== null) return [draft?.path ?? register];
  const isInRegister = library.snapshot.register.corrections.some(({ sha256 }) => sha256 === document.sha256);
  return [...(draft === null ? [] : [draft.path]), ...(isInRegister ? [register] : [])];
}

const inReview = (text: string, change: DecisionChange): string =>
  'field' in change ? withConfirmed(text, change.field, change.decision) : withConfirmedEntry(text, change);

function inRegister(
  text: string,
  { document }: ReportInLibrary,
  change: DecisionChange,
  { by, today }: Decider,
): string {
  if ('field' in change)
    return setCorrection(text, document, { by, on: today, facts: { [change.field]: change.decision } });
  const { about, decision } = change;
  const signed = decision === null ? null : { ...decision, by, on: today };
  return setCorrection(text, document, { entries: [{ about, decision: signed }] });
}

/** A register that isn't there yet begins empty. */
async function openOrCreate(file: vscode.Uri): Promise<vscode.TextDocument> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { ignoreIfExists: true });
  await vscode.workspace.applyEdit(edit);
  return await vscode.workspace.openTextDocument(file);
}
