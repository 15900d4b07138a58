import { t } from '@vscode/l10n';
import { compareDates, type CalendarDate } from '../../core/calendar/calendar-date.ts';
import { setDocumentField } from '../../core/register/edit-register.ts';
import type { OwnDocument } from '../../core/register/register.ts';
import { dateInWords } from '../language.ts';
import type { FolderLibrary } from '../library/folder-library.ts';
import { askDay } from './ask-day.ts';
import { editRegisterFile } from './edit-register-file.ts';

/** Asks when one of our own documents was reviewed, and writes the day into the register. */
export async function recordDocumentReview(
  library: FolderLibrary,
  { name, lastReviewed }: OwnDocument,
  today: CalendarDate,
): Promise<void> {
  const day = await askDay({
    title: t('Record Review of {0}', name),
    prompt:
      lastReviewed === null
        ? t('The day on which it was reviewed (year-month-day)')
        : t('The day on which it was reviewed; the last time was {0}', dateInWords(lastReviewed)),
    value: today,
    whyNot: (reviewed) =>
      compareDates(reviewed, today) > 0 ? t('A review can’t lie in the future.') : undefined,
  });
  if (day === undefined) return;
  await editRegisterFile(library, (text) => setDocumentField(text, name, 'lastReviewed', day));
}
