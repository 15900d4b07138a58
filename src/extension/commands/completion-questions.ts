import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { compareDates, parseCalendarDate, type CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { Completion } from '../../core/review/complete-review.ts';
import { CONCLUSIONS, type Conclusion } from '../../core/review/review.ts';
import { dateInWords } from '../language.ts';
import type { ReviewedFile } from '../review-editor/reviewed-file.ts';
import { proposedReviewer } from './proposed-reviewer.ts';

/** Asks for what a completed record needs; undefined as soon as one question is left unanswered. */
export async function askForCompletion(
  file: vscode.Uri,
  found: ReviewedFile,
  today: CalendarDate,
): Promise<Completion | undefined> {
  const { fourEyes } = found.snapshot.register.policy;
  const steps = fourEyes ? 4 : 3;
  const title = (step: number): string => t('Complete Review ({0} of {1})', step, steps);
  const sha256 = await askForPdf(found);
  if (sha256 === undefined) return undefined;
  const conclusion = await askForConclusion(title(1), found.review.record?.conclusion ?? null);
  if (conclusion === undefined) return undefined;
  const reviewer = await askForReviewer(
    title(2),
    found.review.record?.reviewer ?? (await proposedReviewer(file)),
  );
  if (reviewer === undefined) return undefined;
  const reviewed = await askForDay(title(3), found, today);
  if (reviewed === undefined) return undefined;
  const approver = fourEyes ? await askForApprover(title(4), found, reviewer) : null;
  return approver === undefined ? undefined : { conclusion, reviewer, reviewed, approver, sha256 };
}

/** The hash of a PDF that has changed since, when the person has looked at it; null where nothing has changed. */
async function askForPdf({ review, document }: ReviewedFile): Promise<string | null | undefined> {
  const bound = review.record?.sha256 ?? null;
  if (document === null || document.sha256 === '' || document.sha256 === bound) return null;
  const yes = t('I Have Reviewed It');
  const answer = await vscode.window.showWarningMessage(
    t('The PDF is not the one that this review was begun with.'),
    {
      modal: true,
      detail: t(
        'Have you reviewed {0} as it is now? The review is then bound to it. Refresh Facts shows what reads differently.',
        document.path,
      ),
    },
    yes,
  );
  return answer === yes ? document.sha256 : undefined;
}

async function askForConclusion(title: string, current: Conclusion | null): Promise<Conclusion | undefined> {
  const items = CONCLUSIONS.map((conclusion) => ({
    label: conclusion,
    description: conclusion === current ? t('as it stands in the review') : '',
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: t('What do you conclude from the report?'),
    ignoreFocusOut: true,
  });
  return picked?.label;
}

async function askForReviewer(title: string, proposed: string | undefined): Promise<string | undefined> {
  const name = await vscode.window.showInputBox({
    title,
    prompt: t('Who reviewed the report'),
    value: proposed ?? '',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('A review needs a reviewer.') : undefined),
  });
  return name?.trim();
}

async function askForApprover(
  title: string,
  { review }: ReviewedFile,
  reviewer: string,
): Promise<string | undefined> {
  const isReviewer = (name: string): boolean => name.trim().toLowerCase() === reviewer.toLowerCase();
  const known = review.record?.approver ?? '';
  const name = await vscode.window.showInputBox({
    title,
    prompt: t('Who approves the review: another person than the reviewer'),
    value: isReviewer(known) ? '' : known,
    ignoreFocusOut: true,
    validateInput: (text) => {
      if (text.trim() === '') return t('The register asks for a second person.');
      return isReviewer(text) ? t('The approver must be another person than the reviewer.') : undefined;
    },
  });
  return name?.trim();
}

async function askForDay(
  title: string,
  { review: { record } }: ReviewedFile,
  today: CalendarDate,
): Promise<CalendarDate | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    prompt: t('The day of the review (year-month-day)'),
    value: record?.reviewed ?? today,
    ignoreFocusOut: true,
    validateInput: (text) => whyNotReviewedOn(text, record?.periodEnd ?? null, today),
  });
  return answer === undefined ? undefined : parseCalendarDate(answer.trim());
}

/** A review can't precede the report it is about, nor lie in the future. */
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
