import type { RootContent } from 'mdast';
import { dateInWords, type CalendarDate } from '../calendar/calendar-date.ts';
import type { LibraryDocument, VendorDossier } from '../library/snapshot.ts';
import { kindInWords } from '../register/expected-report.ts';
import { SECTIONS, type FollowUp } from '../review/review-tables.ts';
import { coverageEnd, type DocumentReading } from '../report/reading.ts';
import { carryForward, type PreviousReview } from './carry-forward.ts';
import { changesSinceLast } from './changes-section.ts';
import { renderFrontMatter } from './front-matter.ts';
import { emphasis, heading, link, oneLine, paragraph, renderMarkdown, tasks } from './markdown.ts';
import { coverageInWords } from './period-words.ts';
import { relativeUrl, type LinkBase } from './report-link.ts';
import { reviewFolderOf, reviewPath } from './review-path.ts';
import {
  atAGlance,
  bridgeLetters,
  exceptions,
  opinion,
  scopeChecks,
  subserviceOrganizations,
  userControls,
} from './review-sections.ts';

export interface ReviewToDraft {
  readonly dossier: VendorDossier;
  /** The report to review. */
  readonly document: LibraryDocument;
  /** The review folder, relative to the root of the library. */
  readonly reviewFolder: string;
  /** The folder that the links start from, relative to the root; that of the vendor's reviews unless given. */
  readonly linksFrom?: string;
  /** Who is going to review, where that is known. */
  readonly reviewer: string | null;
  readonly today: CalendarDate;
  /** The last completed review, from which mappings, assessments and open follow-ups are taken over. */
  readonly previous?: PreviousReview;
}

export interface DraftedReview {
  /** Relative to the root of the library, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** "2025-01-01/2025-12-31", the one day of a Type 1, or null. */
function periodText(reading: DocumentReading): string | null {
  const end = coverageEnd(reading);
  const start = reading.periodStart?.value;
  if (end === null) return null;
  return start === undefined || reading.periodEnd === null || start > end ? end : `${start}/${end}`;
}

const titleOf = (vendor: string, reading: DocumentReading): string =>
  [`${oneLine(vendor)}: ${kindInWords(reading)}`, coverageInWords(reading)]
    .filter((part) => part !== undefined)
    .join(', ');

function introduction(base: LinkBase, document: LibraryDocument, today: CalendarDate): RootContent {
  return paragraph([
    `Prepared on ${dateInWords(today)} from `,
    link(relativeUrl(base, document.path), oneLine(document.path)),
    `, ${document.reading.pages} pages. Each value links to the page that it was read from; none counts as reviewed before a person has signed above.`,
  ]);
}

const conclusion = (followUps: readonly FollowUp[]): RootContent[] => [
  heading(2, SECTIONS.followUps),
  followUps.length === 0
    ? paragraph(emphasis('None noted yet. One line each: "- [ ] what, who, until when".'))
    : tasks(followUps.map(({ text }) => oneLine(text))),
  heading(2, 'Conclusion'),
  paragraph(emphasis('What do we conclude, and why? Then fill in reviewed and conclusion at the top.')),
];

/**
 * The draft of a review: the record as front matter, and a body for people, prepared from the report's own words
 * and in the same order every time. Nothing in it counts until a person fills in the date and the conclusion.
 */
export function draftReview(input: ReviewToDraft): DraftedReview {
  const { dossier, document, reviewFolder, reviewer, today, previous } = input;
  const { reading } = document;
  const carried =
    previous === undefined ? null : carryForward(previous.text, reading.userControls, reading.testExceptions);
  const vendor = dossier.registered?.name ?? dossier.name;
  const base: LinkBase = { folder: input.linksFrom ?? reviewFolderOf(reviewFolder, dossier) };
  const frontMatter = renderFrontMatter({
    vendor: oneLine(vendor),
    report: document.path,
    sha256: document.sha256 === '' ? null : document.sha256,
    kind: kindInWords(reading),
    period: periodText(reading),
    reviewer: reviewer === null || oneLine(reviewer) === '' ? null : oneLine(reviewer),
    reviewed: null,
    approver: null,
    conclusion: null,
    nextReview: null,
    confirmed: null,
  });
  const body = renderMarkdown([
    heading(1, titleOf(vendor, reading)),
    introduction(base, document, today),
    ...atAGlance(base, document),
    ...changesSinceLast(base, document, previous),
    ...opinion(base, document),
    ...exceptions(base, document, carried),
    ...userControls(base, document, carried),
    ...subserviceOrganizations(base, document),
    ...scopeChecks(base, document, dossier.registered),
    ...bridgeLetters(base, document, dossier.bridgeLetters),
    ...conclusion(carried?.followUps ?? []),
  ]);
  return { path: reviewPath(dossier, document, reviewFolder), text: `${frontMatter}\n${body}` };
}
