import { dateInWords, type CalendarDate } from '../calendar/calendar-date.ts';
import type { LibraryDocument, VendorDossier } from '../library/snapshot.ts';
import { kindInWords } from '../register/expected-report.ts';
import type { Conclusion } from '../review/review.ts';
import { renderFrontMatter } from './front-matter.ts';
import { heading, oneLine, paragraph, renderMarkdown } from './markdown.ts';
import { reviewFolderOf, reviewPath } from './review-path.ts';
import { titleOf } from './review-body.ts';
import { periodText, type DraftedReview } from './review-summary.ts';

export interface PastReview {
  readonly dossier: VendorDossier;
  /** The report that was reviewed; null when it isn't on file. */
  readonly document: LibraryDocument | null;
  /** The review folder, relative to the root of the library. */
  readonly reviewFolder: string;
  readonly reviewer: string;
  readonly reviewed: CalendarDate;
  readonly conclusion: Conclusion;
  /** The day on which it is recorded. */
  readonly today: CalendarDate;
}

/**
 * The record of a review that took place before it was recorded. It says so, and it is not bound to the bytes of
 * the PDF: nobody knows any more that they are those that were reviewed.
 */
export function pastReview(review: PastReview): DraftedReview {
  const { dossier, document, reviewFolder, reviewer, reviewed, conclusion, today } = review;
  const name = oneLine(dossier.registered?.name ?? dossier.name);
  const frontMatter = renderFrontMatter({
    vendor: name,
    report: document?.path ?? null,
    sha256: null,
    kind: document === null ? null : kindInWords(document.reading),
    period: document === null ? null : periodText(document.reading),
    reviewer: oneLine(reviewer),
    reviewed,
    approver: null,
    conclusion,
    nextReview: null,
    confirmed: null,
    seal: null,
    generated: null,
  });
  const title = document === null ? `${name}: review` : titleOf(name, document.reading);
  const body = renderMarkdown([
    heading(1, title),
    paragraph(
      `Recorded afterwards, on ${dateInWords(today)}. The review took place on ${dateInWords(reviewed)}; its day, reviewer and conclusion were entered by hand.`,
    ),
  ]);
  const path =
    document === null
      ? pathByDay(dossier, reviewFolder, reviewed)
      : reviewPath(dossier, document, reviewFolder);
  return { path, text: `${frontMatter}\n${body}` };
}

/** `reviews/<vendor>/<day>-review.md`, with a number where there is one of that day already. */
function pathByDay(dossier: VendorDossier, reviewFolder: string, reviewed: CalendarDate): string {
  const taken = new Set(dossier.reviews.map(({ path }) => path));
  const base = `${reviewFolderOf(reviewFolder, dossier)}/${reviewed}-review`;
  for (let number = 1; ; number++) {
    const path = number === 1 ? `${base}.md` : `${base}-${number}.md`;
    if (!taken.has(path)) return path;
  }
}
