import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { compareDates, parseCalendarDate, type CalendarDate } from '../../core/calendar/calendar-date.ts';
import { UneditableError } from '../../core/register/yaml-edit.ts';
import { setReviewFields } from '../../core/review/edit-review.ts';
import { CONCLUSIONS, type Conclusion, type ReviewFile } from '../../core/review/review.ts';
import { dateInWords } from '../language.ts';
import type { FolderRef } from '../tree/node.ts';
import { proposedReviewer } from './proposed-reviewer.ts';
import { editText } from './edit-text.ts';
import { fileIn, openReview } from './files.ts';

interface Answers {
  readonly conclusion: Conclusion;
  readonly reviewer: string;
  readonly reviewed: CalendarDate;
}

/** Asks for conclusion, reviewer and date, and fills them into the record. Leaves everything when one is cancelled. */
export async function completeReview(
  folder: FolderRef,
  review: ReviewFile,
  today: CalendarDate,
): Promise<void> {
  const file = fileIn(folder, review.path);
  const answers = await ask(file, review, today);
  if (answers === undefined) return;
  // Through the open document, so that what is typed and not saved yet stays, and the edit can be undone.
  const document = await vscode.workspace.openTextDocument(file);
  let completed: string;
  try {
    completed = setReviewFields(document.getText(), answers);
  } catch (error) {
    if (!(error instanceof UneditableError)) throw error;
    void vscode.window.showErrorMessage(`${review.path}: ${error.message}`);
    await openReview(file);
    return;
  }
  if ((await editText(document, completed)) && (await document.save())) return;
  void vscode.window.showErrorMessage(
    t('The review {0} could not be saved. Is the file read-only?', review.path),
  );
}

async function ask(
  file: vscode.Uri,
  { record }: ReviewFile,
  today: CalendarDate,
): Promise<Answers | undefined> {
  const title = (step: number): string => t('Complete Review ({0} of 3)', step);
  const picked = await vscode.window.showQuickPick(
    CONCLUSIONS.map((conclusion) => ({ label: conclusion })),
    { title: title(1), placeHolder: t('What do you conclude from the report?'), ignoreFocusOut: true },
  );
  if (picked === undefined) return undefined;
  const reviewer = await vscode.window.showInputBox({
    title: title(2),
    prompt: t('Who reviewed the report'),
    value: record?.reviewer ?? (await proposedReviewer(file)) ?? '',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('A review needs a reviewer.') : undefined),
  });
  if (reviewer === undefined) return undefined;
  const earliest = record?.periodEnd ?? null;
  const reviewed = await vscode.window.showInputBox({
    title: title(3),
    prompt: t('The day of the review (year-month-day)'),
    value: record?.reviewed ?? today,
    ignoreFocusOut: true,
    validateInput: (text) => whyNotReviewedOn(text, earliest, today),
  });
  const day = reviewed === undefined ? undefined : parseCalendarDate(reviewed.trim());
  return day && { conclusion: picked.label, reviewer: reviewer.trim(), reviewed: day };
}

/** A review can't precede the report that it is about, nor lie in the future. */
function whyNotReviewedOn(
  text: string,
  earliest: CalendarDate | null,
  today: CalendarDate,
): string | undefined {
  const day = parseCalendarDate(text.trim());
  if (day === undefined) return t('Enter a day that exists as year-month-day, for example {0}.', today);
  if (compareDates(day, today) > 0) return t('A review can’t lie in the future.');
  if (earliest !== null && compareDates(day, earliest) <= 0) {
    return t('The report covers the time until {0}: a review comes after it.', dateInWords(earliest));
  }
  return undefined;
}
