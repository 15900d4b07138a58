import type { DocumentReading, FactField } from '../reading.ts';
import type { DocumentView } from '../view/document-view.ts';
import { holdsAuditorsLetter } from './report-signs.ts';

/** The values that stand in the service auditor's letter, and often nowhere else. */
const IN_THE_LETTER: readonly FactField[] = ['auditor', 'reportDate', 'opinion', 'standard'];
/** The values that a report states before its description. */
const IN_FRONT: readonly FactField[] = ['vendor', 'system', 'type', 'periodStart', 'periodEnd'];

/** "2–3, 7" */
export function pageRanges(pages: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const page of pages) {
    const last = ranges.at(-1);
    if (last?.[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges
    .map(([first, last]) => (first === last ? String(first) : `${String(first)}–${String(last)}`))
    .join(', ');
}

type Values = Pick<DocumentReading, FactField | 'kind'>;

/** Why values are absent, where more is known than that they aren't printed. */
export function explainAbsences(view: DocumentView, values: Values): DocumentReading['absences'] {
  const absences: Partial<Record<FactField, string>> = {};
  const images = decisiveImages(view);
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
      note(field, `on an image page: ${pageRanges(images)}`);
  if (hasLetter)
    note('auditor', 'not in the text of the letter; the name may be a logo or a signature in a picture');
  if (!hasLetter && images.length === 0)
    for (const field of IN_THE_LETTER) note(field, "the service auditor's letter is not in the text");
  return absences;
}

/** Image pages among those on which a letter stands: before the description. */
function decisiveImages(view: DocumentView): number[] {
  const description = view.parts.find(({ kind }) => kind === 'description' || kind === 'tests');
  const until = description?.firstPage ?? view.pageCount;
  return view.pages.filter(({ isImage, number }) => isImage && number <= until).map(({ number }) => number);
}
