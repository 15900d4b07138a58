import type { RootContent } from 'mdast';
import { dateInWords } from '../calendar/calendar-date.ts';
import type { LibraryDocument } from '../library/snapshot.ts';
import { SECTIONS } from '../review/review-body.ts';
import type { ReviewRecord } from '../review/review.ts';
import type { PreviousReview } from './carry-forward.ts';
import { comparisonBlocks, reportReference } from './comparison.ts';
import { heading, link, oneLine, paragraph } from './markdown.ts';
import { relativeUrl, type LinkBase } from './report-link.ts';

/** "Last reviewed on 10 Mar 2025 by Dana Petit, acceptable" */
function signedInWords(record: ReviewRecord | null): string {
  if (record === null) return 'Last reviewed';
  const { reviewed, reviewer, conclusion } = record;
  const on = reviewed === null ? '' : ` on ${dateInWords(reviewed)}`;
  const by = reviewer === null ? '' : ` by ${oneLine(reviewer)}`;
  return `Last reviewed${on}${by}${conclusion === null ? '' : `, ${conclusion}`}`;
}

/** What changed since the report that was reviewed last; nothing where there was no review. */
export function changesSinceLast(
  base: LinkBase,
  document: LibraryDocument,
  previous: PreviousReview | undefined,
): RootContent[] {
  if (previous === undefined) return [];
  const { review, document: last } = previous;
  const title = heading(2, SECTIONS.changes);
  const signed = paragraph([
    `${signedInWords(review.record)}: `,
    link(relativeUrl(base, review.path), oneLine(review.path)),
    '.',
  ]);
  if (last === null) {
    const why = 'The report that was reviewed then is not on file, so nothing can be compared.';
    return [title, signed, paragraph(why)];
  }
  if (last === document) {
    return [title, signed, paragraph('It was the same report: nothing newer is on file.')];
  }
  return [
    title,
    signed,
    paragraph(['Compared with the report reviewed then, ', ...reportReference(base, last), ':']),
    ...comparisonBlocks(base, last, document),
  ];
}
