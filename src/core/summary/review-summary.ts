import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../library/snapshot.ts';
import { kindInWords } from '../register/expected-report.ts';
import { coverageEnd, type DocumentReading } from '../report/reading.ts';
import type { PreviousReview } from './carry-forward.ts';
import { renderFrontMatter } from './front-matter.ts';
import { digestsOf } from './generated-sections.ts';
import { oneLine } from './markdown.ts';
import type { LinkBase } from './report-link.ts';
import { templateValues } from './review-body.ts';
import { reviewFolderOf, reviewPath } from './review-path.ts';
import { DEFAULT_TEMPLATE, renderTemplate } from './review-template.ts';

export interface ReviewToDraft {
  readonly dossier: VendorDossier;
  /** The report to review. */
  readonly document: LibraryDocument;
  /** All vendors and the register. */
  readonly library: Pick<LibrarySnapshot, 'dossiers' | 'register'>;
  /** The review folder, relative to the root of the library. */
  readonly reviewFolder: string;
  /** The folder that the links start from, relative to the root; that of the vendor's reviews unless given. */
  readonly linksFrom?: string;
  /** Who is going to review, where that is known. */
  readonly reviewer: string | null;
  readonly today: CalendarDate;
  /** The last completed review, from which mappings, assessments and open follow-ups are taken over. */
  readonly previous?: PreviousReview;
  /** The company's own template of the body. */
  readonly template?: string;
}

export interface DraftedReview {
  /** Relative to the root of the library, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** "2025-01-01/2025-12-31", the one day of a Type 1, or null. */
export function periodText(reading: DocumentReading): string | null {
  const end = coverageEnd(reading);
  const start = reading.periodStart?.value;
  if (end === null) return null;
  return start === undefined || reading.periodEnd === null || start > end ? end : `${start}/${end}`;
}

/**
 * The draft of a review: the record as front matter, and a body for people, prepared from the report's own words
 * and in the same order every time. Nothing in it counts until a person fills in the date and the conclusion.
 *
 * @throws TemplateError when the template can't be used
 */
export function draftReview(input: ReviewToDraft): DraftedReview {
  const { dossier, document, library, reviewFolder, today, previous, template = DEFAULT_TEMPLATE } = input;
  const { reading } = document;
  const reviewer = oneLine(input.reviewer ?? '');
  const base: LinkBase = { folder: input.linksFrom ?? reviewFolderOf(reviewFolder, dossier) };
  const body = renderTemplate(
    template,
    templateValues({ base, dossier, document, library, reviewer, confirmed: {}, today, previous }),
  );
  const frontMatter = renderFrontMatter({
    vendor: oneLine(dossier.registered?.name ?? dossier.name),
    report: document.path,
    sha256: document.sha256 === '' ? null : document.sha256,
    kind: kindInWords(reading),
    period: periodText(reading),
    reviewer: reviewer === '' ? null : reviewer,
    reviewed: null,
    approver: null,
    conclusion: null,
    nextReview: null,
    confirmed: null,
    seal: null,
    generated: digestsOf(body),
  });
  return { path: reviewPath(dossier, document, reviewFolder), text: `${frontMatter}\n${body}` };
}
