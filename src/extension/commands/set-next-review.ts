import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { compareDates, type CalendarDate } from '../../core/calendar/calendar-date.ts';
import { addDuration } from '../../core/calendar/duration.ts';
import type { VendorDossier } from '../../core/library/snapshot.ts';
import { setReviewFields } from '../../core/review/edit-review.ts';
import { sealOf } from '../../core/review/seal.ts';
import { vendorOnDay, type SignedReview } from '../../core/standing/on-day.ts';
import { cadenceOf } from '../../core/standing/review-clock.ts';
import { dateInWords } from '../language.ts';
import type { FolderLibrary } from '../library/folder-library.ts';
import { askDay } from './ask-day.ts';
import { editFile } from './edit-file.ts';

/** Asks for the day of the next review and writes it into the record of the last one, which is where it is set. */
export async function setNextReview(
  library: FolderLibrary,
  dossier: VendorDossier,
  today: CalendarDate,
): Promise<void> {
  const [last] = vendorOnDay(dossier, today).reviews;
  if (last === undefined) {
    void vscode.window.showInformationMessage(
      t(
        '{0} has no completed review. The next review is set in the record of the last one: complete or record one first.',
        dossier.name,
      ),
    );
    return;
  }
  const nextReview = await ask(library, dossier, last);
  if (nextReview === undefined) return;
  const { path } = last.file;
  await editFile(vscode.Uri.joinPath(library.folder.uri, path), path, (text) =>
    withNextReview(text, nextReview, last.record.seal),
  );
}

/** The seal of a record that nobody has touched since goes with it; a broken one stays broken. */
function withNextReview(text: string, nextReview: CalendarDate, seal: string | undefined): string {
  const changed = setReviewFields(text, { nextReview });
  return seal !== undefined && sealOf(text) === seal
    ? setReviewFields(changed, { seal: sealOf(changed) })
    : changed;
}

async function ask(
  { snapshot }: FolderLibrary,
  { name, registered }: VendorDossier,
  { record }: SignedReview,
): Promise<CalendarDate | undefined> {
  const usual = addDuration(record.reviewed, cadenceOf(registered, snapshot.register.policy));
  return await askDay({
    title: t('Set Next Review of {0}', name),
    prompt: t(
      'Last reviewed on {0}; the cadence asks for the next review by {1}. The earlier day counts.',
      dateInWords(record.reviewed),
      dateInWords(usual),
    ),
    value: record.nextReview ?? usual,
    whyNot: (day) =>
      compareDates(day, record.reviewed) <= 0
        ? t('The next review comes after the last one, on {0}.', dateInWords(record.reviewed))
        : undefined,
  });
}
