import type { RootContent } from 'mdast';
import { dateInWords, type CalendarDate } from '../calendar/calendar-date.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../library/snapshot.ts';
import { kindInWords } from '../register/expected-report.ts';
import type { DocumentReading } from '../report/reading.ts';
import { SECTIONS } from '../review/review-body.ts';
import type { FollowUp } from '../review/review-tables.ts';
import { vendorOnDay } from '../standing/on-day.ts';
import { carryForward, type PreviousReview } from './carry-forward.ts';
import { changesSinceLast } from './changes-section.ts';
import type { Confirmations } from './confirmations.ts';
import { holdingsOf } from './holdings.ts';
import {
  emphasis,
  heading,
  link,
  oneLine,
  paragraph,
  renderMarkdown,
  renderText,
  tasks,
} from './markdown.ts';
import { coverageInWords } from './period-words.ts';
import { relativeUrl, type LinkBase } from './report-link.ts';
import {
  atAGlance,
  bridgeLetters,
  exceptions,
  opinion,
  subserviceOrganizations,
  userControls,
} from './review-sections.ts';
import type { SectionVariable, TemplateValues } from './review-template.ts';
import { scopeChecks } from './scope-checks.ts';

/** What the body of a review is made from. */
export interface BodySources {
  readonly base: LinkBase;
  readonly dossier: VendorDossier;
  readonly document: LibraryDocument;
  /** All vendors and the register: whose reports we hold of the organizations that this vendor relies on. */
  readonly library: Pick<LibrarySnapshot, 'dossiers' | 'register'>;
  readonly reviewer: string;
  readonly confirmed: Confirmations;
  readonly today: CalendarDate;
  readonly previous: PreviousReview | undefined;
}

/** What a review is headed by: "Northlake: SOC 2 Type 2, 1 Jan 2025 to 31 Dec 2025". */
export const titleOf = (vendor: string, reading: DocumentReading): string =>
  [`${oneLine(vendor)}: ${kindInWords(reading)}`, coverageInWords(reading)]
    .filter((part) => part !== undefined)
    .join(', ');

function introduction({ base, document, today }: BodySources): RootContent {
  return paragraph([
    `Prepared on ${dateInWords(today)} from `,
    link(relativeUrl(base, document.path), oneLine(document.path)),
    `, ${document.reading.pages} pages. Each value links to the page that it was read from; none counts as reviewed before a person has signed above.`,
  ]);
}

const followUpList = (followUps: readonly FollowUp[]): RootContent[] => [
  heading(2, SECTIONS.followUps),
  followUps.length === 0
    ? paragraph(emphasis('None noted yet. One line each: "- [ ] what, who, until when".'))
    : tasks(followUps.map(({ text }) => oneLine(text))),
];

const conclusion = (): RootContent[] => [
  heading(2, SECTIONS.conclusion),
  paragraph(emphasis('What do we conclude, and why? Then fill in reviewed and conclusion at the top.')),
];

/** The sections of a review, as trees of Markdown; those that have nothing to say are empty. */
export function reviewSections(sources: BodySources): Readonly<Record<SectionVariable, RootContent[]>> {
  const { base, dossier, document, library, confirmed, today, previous } = sources;
  const carried = previous === undefined ? null : carryForward(previous, document);
  const { policy } = library.register;
  return {
    atAGlance: atAGlance(base, document, confirmed),
    changes: changesSinceLast(base, document, previous),
    opinion: opinion(base, document),
    exceptions: exceptions(base, document, carried),
    userControls: userControls(base, document, carried),
    subserviceOrganizations: subserviceOrganizations(base, document, holdingsOf(library, today), carried),
    scopeChecks: scopeChecks({ base, document, dossier, policy, onDay: vendorOnDay(dossier, today) }),
    bridgeLetters: bridgeLetters(base, document, dossier.bridgeLetters),
    followUps: followUpList(carried?.followUps ?? []),
    conclusion: conclusion(),
  };
}

const NOT_PRINTED = 'not printed';

/** A value for every variable of a template. */
export function templateValues(sources: BodySources): TemplateValues {
  const { dossier, document, reviewer, today } = sources;
  const { reading } = document;
  const { registered } = dossier;
  const vendor = registered?.name ?? dossier.name;
  const date = (value: CalendarDate | undefined): string =>
    value === undefined ? NOT_PRINTED : dateInWords(value);
  const texts = {
    title: titleOf(vendor, reading),
    vendor: oneLine(vendor),
    tier: registered?.tier ?? '',
    owner: oneLine(registered?.owner ?? ''),
    kind: kindInWords(reading),
    system: oneLine(reading.system?.value ?? '') || NOT_PRINTED,
    period: coverageInWords(reading) ?? NOT_PRINTED,
    auditor: oneLine(reading.auditor?.value ?? '') || NOT_PRINTED,
    reportDate: date(reading.reportDate?.value),
    opinionKind: reading.opinion?.value ?? NOT_PRINTED,
    reviewer: oneLine(reviewer),
    today: dateInWords(today),
  };
  const asMarkdown = <Key extends string>(
    values: Readonly<Record<Key, unknown>>,
    render: (value: never) => string,
  ): Record<Key, string> =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, render(value as never)])) as Record<
      Key,
      string
    >;
  return {
    ...asMarkdown(texts, renderText),
    introduction: renderMarkdown([introduction(sources)]).trim(),
    ...asMarkdown(reviewSections(sources), (blocks: RootContent[]) => renderMarkdown(blocks).trim()),
  };
}
