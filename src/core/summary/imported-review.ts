import { dateInWords, type CalendarDate } from '../calendar/calendar-date.ts';
import type { ImportedReview } from '../register/exchange/plan-import.ts';
import { vendorId } from '../register/vendor-name.ts';
import { inlineYaml } from '../register/yaml-edit.ts';
import { CONCLUSIONS } from '../review/review.ts';
import { heading, oneLine, paragraph, renderMarkdown } from './markdown.ts';
import { reviewFolderOf } from './review-path.ts';
import type { DraftedReview } from './review-summary.ts';

export interface ReviewToImport {
  readonly review: ImportedReview;
  readonly reviewFolder: string;
  /** The table that it comes from, as a person would name it. */
  readonly table: string;
  readonly today: CalendarDate;
}

/**
 * The record of a review that a table told of. It says where it comes from, and is bound to no PDF: a table doesn't
 * tell which one was reviewed. Without a reviewer or a conclusion it is a draft, and doesn't count yet.
 */
export function importedReview({ review, reviewFolder, table, today }: ReviewToImport): DraftedReview {
  const vendor = oneLine(review.vendor);
  const field = (key: string, value: string | null, hint = ''): string =>
    `${key}:${value === null ? hint : ` ${inlineYaml(oneLine(value))}`}`;
  const frontMatter = [
    '---',
    field('vendor', vendor),
    field('reviewer', review.reviewer),
    field('reviewed', review.reviewed),
    field('conclusion', review.conclusion, ` # ${CONCLUSIONS.join(' | ')}`),
    ...(review.nextReview === null ? [] : [field('nextReview', review.nextReview)]),
    field('imported', `from ${table} on ${today}`),
    '---',
    '',
  ].join('\n');
  const body = renderMarkdown([
    heading(1, `${vendor}: review`),
    paragraph(
      `Imported on ${dateInWords(today)} from ${oneLine(table)}. The review took place on ${dateInWords(review.reviewed)}; what it found is not part of that table.`,
    ),
  ]);
  const folder = reviewFolderOf(reviewFolder, { id: vendorId(vendor) });
  return { path: `${folder}/${review.reviewed}-imported.md`, text: `${frontMatter}\n${body}` };
}
