import { ENGLISH } from '../../language/language.ts';
import type { DocumentReading, FactField } from '../reading.ts';
import type { DocumentView } from '../view/document-view.ts';
import { pageRanges, pagesWithoutText } from './picture-pages.ts';
import { holdsAuditorsLetter } from './report-signs.ts';

/** The values that stand in the service auditor's letter, and often nowhere else. */
const IN_THE_LETTER: readonly FactField[] = ['auditor', 'reportDate', 'opinion', 'standard'];
/** The values that a report states before its description. */
const IN_FRONT: readonly FactField[] = ['vendor', 'system', 'type', 'periodStart', 'periodEnd'];

type Values = Pick<DocumentReading, FactField | 'kind'>;

/** Why values are absent, where more is known than that they aren't printed. */
export function explainAbsences(view: DocumentView, values: Values): DocumentReading['absences'] {
  const absences: Partial<Record<FactField, string>> = {};
  const images = pagesWithoutText(view);
  const hasLetter = holdsAuditorsLetter(view);
  const isPointInTime = values.asOfDate !== null;
  const note = (field: FactField, reason: string): void => {
    const needless =
      (values.kind === 'soc3' && field === 'type') ||
      (isPointInTime && (field === 'periodStart' || field === 'periodEnd'));
    if (values[field] === null && !needless) absences[field] = reason;
  };
  if (images.length > 0 && !hasLetter)
    for (const field of [...IN_THE_LETTER, ...IN_FRONT])
      note(field, ENGLISH.say('on an image page: {0}', pageRanges(images)));
  if (hasLetter)
    note(
      'auditor',
      ENGLISH.say('not in the text of the letter; the name may be a logo or a signature in a picture'),
    );
  if (!hasLetter && images.length === 0)
    for (const field of IN_THE_LETTER)
      note(field, ENGLISH.say("the service auditor's letter is not in the text"));
  return absences;
}
