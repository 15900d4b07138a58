import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { compareDates, type CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { LibraryDocument, VendorDossier } from '../../core/library/snapshot.ts';
import { coverageEnd } from '../../core/report/reading.ts';
import { CONCLUSIONS, type Conclusion } from '../../core/review/review.ts';
import { pastReview } from '../../core/summary/past-review.ts';
import { dateInWords } from '../language.ts';
import type { FolderLibrary } from '../library/folder-library.ts';
import { conclusionInWords, documentTitle, periodInWords } from '../tree/words.ts';
import { askDay } from './ask-day.ts';
import { openReview } from './files.ts';
import { proposedReviewer } from './proposed-reviewer.ts';

interface Answers {
  readonly document: LibraryDocument | null;
  readonly reviewed: CalendarDate;
  readonly reviewer: string;
  readonly conclusion: Conclusion;
}

/**
 * Asks for a review that took place before this program was used, and writes its record, which says that it was
 * recorded afterwards. What is there already is never overwritten.
 *
 * @param document The report that it was about; undefined when that is to be asked.
 */
export async function recordPastReview(
  library: FolderLibrary,
  dossier: VendorDossier,
  document: LibraryDocument | undefined,
  today: CalendarDate,
): Promise<void> {
  const { folder, settings } = library;
  const answers = await ask(folder.uri, dossier, document, today);
  if (answers === undefined) return;
  const { path, text } = pastReview({
    dossier,
    reviewFolder: settings.reviewFolder,
    today,
    ...answers,
  });
  const file = vscode.Uri.joinPath(folder.uri, path);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { contents: new TextEncoder().encode(text), overwrite: false });
  if (await vscode.workspace.applyEdit(edit)) {
    await openReview(file);
    return;
  }
  void vscode.window.showErrorMessage(
    t('{0} could not be written: there is such a file already, or the folder is read-only.', path),
  );
}

async function ask(
  root: vscode.Uri,
  dossier: VendorDossier,
  given: LibraryDocument | undefined,
  today: CalendarDate,
): Promise<Answers | undefined> {
  const steps = given === undefined && dossier.reports.length > 0 ? 4 : 3;
  const title = (step: number): string =>
    t('Record Past Review of {0} ({1} of {2})', dossier.name, step + steps - 3, steps);
  const document = given ?? (steps === 4 ? await askReport(dossier, title(0)) : null);
  if (document === undefined) return undefined;
  const end = document === null ? null : coverageEnd(document.reading);
  const reviewed = await askDay({
    title: title(1),
    prompt: t('The day of the review (year-month-day)'),
    value: today,
    whyNot: (day) => whyNotReviewedOn(day, end, today),
  });
  if (reviewed === undefined) return undefined;
  const reviewer = await vscode.window.showInputBox({
    title: title(2),
    prompt: t('Who reviewed it'),
    value: (await proposedReviewer(root)) ?? '',
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === '' ? t('A review needs a reviewer.') : undefined),
  });
  if (reviewer === undefined) return undefined;
  const conclusion = await vscode.window.showQuickPick(
    CONCLUSIONS.map((value) => ({ label: conclusionInWords(value), value })),
    { title: title(3), placeHolder: t('What was concluded?'), ignoreFocusOut: true },
  );
  return conclusion && { document, reviewed, reviewer: reviewer.trim(), conclusion: conclusion.value };
}

/** Null for a report that isn't on file; undefined when nobody answers. */
async function askReport(
  { reports }: VendorDossier,
  title: string,
): Promise<LibraryDocument | null | undefined> {
  const items = reports.map((document) => ({
    label: documentTitle(document.reading),
    description: periodInWords(document.reading),
    detail: document.path,
    document,
  }));
  const none = { label: t('A report that is not on file'), description: '', detail: '', document: null };
  const item = await vscode.window.showQuickPick([...items, none], {
    title,
    placeHolder: t('Which report was reviewed?'),
    ignoreFocusOut: true,
  });
  return item?.document;
}

/** A review can't precede the end of the report's period, nor lie in the future. */
function whyNotReviewedOn(
  day: CalendarDate,
  end: CalendarDate | null,
  today: CalendarDate,
): string | undefined {
  if (compareDates(day, today) > 0) return t('A review can’t lie in the future.');
  if (end !== null && compareDates(day, end) <= 0) {
    return t('The report covers the time until {0}: a review comes after it.', dateInWords(end));
  }
  return undefined;
}
