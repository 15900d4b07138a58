import type { RootContent } from 'mdast';
import { dateInWords } from '../calendar/calendar-date.ts';
import { lengthInDays, type Period } from '../calendar/period.ts';
import type { LibraryDocument, VendorDossier } from '../library/snapshot.ts';
import type { Policy } from '../register/register.ts';
import type { DocumentReading, TrustServicesCategory } from '../report/reading.ts';
import { SECTIONS } from '../review/review-body.ts';
import { auditYearCoverage, auditYearOf, previousAuditYear, testsTooLittle } from '../standing/audit-year.ts';
import { lineCoverage } from '../standing/coverage-clock.ts';
import { facilityMentions } from '../standing/facilities.ts';
import type { DatedReport, VendorOnDay } from '../standing/on-day.ts';
import { count } from '../standing/wording.ts';
import { heading, oneLine, table, type Inline } from './markdown.ts';
import { pageLink, type LinkBase } from './report-link.ts';

/** What the scope of a report is held against. */
export interface ScopeToCheck {
  readonly base: LinkBase;
  readonly document: LibraryDocument;
  readonly dossier: VendorDossier;
  readonly onDay: VendorOnDay;
  readonly policy: Policy;
}

type Question = readonly [question: string, answer: Inline];

function serviceQuestion({ document, dossier }: ScopeToCheck): Question {
  const services = (dossier.registered?.services ?? []).map(({ name }) => oneLine(name)).join(', ');
  return [
    services === '' ? 'The service that we use' : `Our service: ${services}`,
    oneLine(document.reading.system?.value ?? '') || 'system not printed',
  ];
}

/** What the report says about a facility that we use. */
function facilityAnswer({ base, document }: ScopeToCheck, facility: string): Inline {
  const { facilities } = document.reading;
  if (facilities.length === 0) return 'no facility was found in the text';
  const mentions = facilityMentions(facilities, facility);
  const mention = mentions.find(({ inScope }) => inScope) ?? mentions[0];
  if (mention === undefined) return 'not among the facilities that the report names';
  return [
    mention.inScope ? 'examined, ' : 'named as not examined, ',
    pageLink(base, document.path, mention.page, mention.printedPage),
  ];
}

const categoriesInWords = ({ categories }: DocumentReading): string =>
  categories.length === 0 ? 'none found in the text' : categories.map(({ value }) => value).join(', ');

function categoriesAnswer(reading: DocumentReading, needs: readonly TrustServicesCategory[]): string {
  const inScope = new Set(reading.categories.map(({ value }) => value));
  const missing = needs.filter((category) => !inScope.has(category));
  const found = categoriesInWords(reading);
  return missing.length === 0 || inScope.size === 0 ? found : `${found}; not in scope: ${missing.join(', ')}`;
}

/** The categories that the register says we need; a SOC 1 report has none. */
function categoryQuestions({ document: { reading }, dossier }: ScopeToCheck): Question[] {
  if (reading.kind === 'soc1') return [];
  const needs = [...new Set((dossier.registered?.services ?? []).flatMap(({ needs: some }) => some ?? []))];
  return [
    needs.length === 0
      ? ['The categories that we need', categoriesInWords(reading)]
      : [`The categories that we need: ${needs.join(', ')}`, categoriesAnswer(reading, needs)],
  ];
}

/** The audit years of ours in which a report's period lies, and that of the review; the earliest first. */
function auditYears({ start, end }: Period, { onDay, policy }: ScopeToCheck): Period[] {
  const last = auditYearOf(end, policy);
  const before = previousAuditYear(last, policy);
  const now = auditYearOf(onDay.asOf, policy);
  return [...(start <= before.end ? [before] : []), last, ...(now.start > last.end ? [now] : [])];
}

function yearAnswer(
  { onDay, policy }: ScopeToCheck,
  report: DatedReport & { readonly end: Period['end'] },
  year: Period,
): string {
  const line = { kind: report.kind, system: report.system, reports: [report] };
  const coverage = auditYearCoverage(lineCoverage(line, onDay.letters, policy), year);
  const { tested, bridged, uncovered } = coverage;
  const days = lengthInDays(year);
  // The next report may still test a year that isn't over.
  const isTooLittle = year.end < onDay.asOf && testsTooLittle(report.kind, coverage);
  return [
    `${tested} of ${count(days, 'day')} tested`,
    ...(bridged === 0 ? [] : [`${bridged} bridged by management’s word`]),
    ...(uncovered === 0 ? [] : [`${uncovered} not covered by this report`]),
    ...(isTooLittle ? ['less than six months of the year'] : []),
  ].join(', ');
}

function auditYearQuestions(scope: ScopeToCheck): Question[] {
  const report = scope.onDay.reports.find(({ document }) => document === scope.document);
  const end = report?.end ?? null;
  if (report === undefined || end === null) {
    return [['Our audit year', 'the time that the report covers was not found in the text']];
  }
  const inWords = (year: Period): string =>
    `Our audit year, ${dateInWords(year.start)} to ${dateInWords(year.end)}`;
  const { start, type } = report;
  if (type === 1 || start === null) {
    const why =
      type === 1
        ? 'a Type 1 report tests one day and covers no time'
        : 'the start of the period is not printed';
    return [[inWords(auditYearOf(end, scope.policy)), why]];
  }
  return auditYears({ start, end }, scope).map((year): Question => [
    inWords(year),
    yearAnswer(scope, { ...report, end }, year),
  ]);
}

/** Does the report cover what we use, and when we need it? The answers are a person's. */
export function scopeChecks(scope: ScopeToCheck): RootContent[] {
  const facilities = scope.dossier.registered?.facilities ?? [];
  const questions: Question[] = [
    serviceQuestion(scope),
    ...facilities.map((facility): Question => [
      `Our facility: ${oneLine(facility)}`,
      facilityAnswer(scope, facility),
    ]),
    ...categoryQuestions(scope),
    ...auditYearQuestions(scope),
  ];
  return [
    heading(2, SECTIONS.scope),
    table(
      ['Does it cover …', 'What the report says', 'Our answer'],
      questions.map(([question, answer]) => [question, answer, '']),
    ),
  ];
}
