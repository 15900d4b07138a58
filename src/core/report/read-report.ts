import { ENGLISH } from '../language/language.ts';
import type { Fact } from './fact.ts';
import { explainAbsences } from './fields/absences.ts';
import { readAuditor } from './fields/auditor.ts';
import { readBridgeLetter } from './fields/bridge-letter.ts';
import { readCategories, type CategoriesRead } from './fields/categories.ts';
import { readFacilities } from './fields/description/facilities.ts';
import { readSubserviceOrganizations } from './fields/description/subservice-organizations.ts';
import { readUserControls } from './fields/description/user-controls.ts';
import { draftWarnings } from './fields/draft.ts';
import { foreignReport, type ForeignReport } from './fields/foreign-report.ts';
import { readKind } from './fields/kind.ts';
import { readOpinion } from './fields/opinion.ts';
import { readTime } from './fields/period.ts';
import { readLetterDate, readReportDate } from './fields/report-date.ts';
import { readSender } from './fields/sender.ts';
import { readStandard } from './fields/standard.ts';
import { readSubserviceMethod } from './fields/subservice-method.ts';
import { readSystem } from './fields/system.ts';
import { NO_TESTS, readTests } from './fields/tests/read-tests.ts';
import { readType } from './fields/type.ts';
import { readVendor } from './fields/vendor.ts';
import { isSameName } from './names/same-name.ts';
import { firstBatch, isKnownLookAlike, isWorthALook, nextBatch, readPages } from './page-plan.ts';
import type { PageSource, PageText } from './page-text.ts';
import {
  emptyReading,
  FACT_FIELDS,
  isReport,
  SECTION_KINDS,
  type DocumentReading,
  type ReportType,
  type SectionSpan,
} from './reading.ts';
import { DocumentView } from './view/document-view.ts';
import { mayHoldAuditorsLetter } from './view/letter-hints.ts';

/**
 * How deep to read. `facts` reads the pages on which kind, vendor, type and period stand, and leaves the lists
 * that need every page empty; `full` reads every page.
 */
export type ReadingDepth = 'facts' | 'full';

/** Raised whenever the same pages would be read differently, so that caches read again. */
export const READER_VERSION = 13;

/** Documents of so few pages hold no report: a letter, an assertion and a description need more. */
const FEWER_THAN_A_REPORT = 2;

/** Reads one report from its pages. Deterministic: the same pages give the same reading. */
export async function readReport(source: PageSource, depth: ReadingDepth): Promise<DocumentReading> {
  if (depth === 'full') {
    const pages = await readPages(source, 1, source.pageCount);
    await source.close?.();
    return readView(new DocumentView(pages, source.pageCount));
  }
  return readUntilCertain(source);
}

/** Reads a few pages at a time until the facts are certain, or no further page can change them. */
async function readUntilCertain(source: PageSource): Promise<DocumentReading> {
  let pages: readonly PageText[] = [];
  let mayHoldLetter = false;
  for (let until = firstBatch; ;) {
    const readBefore = pages.length;
    const batch = await readPages(source, readBefore + 1, until);
    pages = [...pages, ...batch];
    mayHoldLetter ||= batch.some(mayHoldAuditorsLetter);
    const view = new DocumentView(pages, source.pageCount);
    const isLast = view.isWhole || isKnownLookAlike(view, readBefore, mayHoldLetter);
    const looks = isLast || (mayHoldLetter && isWorthALook(view));
    if (looks) {
      const reading = readView(view);
      if (isLast || hasTheFacts(reading)) return reading;
    }
    until = nextBatch(pages.length, looks);
  }
}

/** True when what the tree shows of a report is known for certain, so that there is no need to look further. */
function hasTheFacts(reading: DocumentReading): boolean {
  const { kind, vendor, type, periodStart, periodEnd, asOfDate } = reading;
  const hasTime = asOfDate !== null || (periodStart !== null && periodEnd !== null);
  const hasType = kind === 'soc3' || type !== null;
  return isReport(reading) && hasTime && hasType && vendor?.certainty === 'certain';
}

function readView(view: DocumentView): DocumentReading {
  const imagePages = view.pages.filter(({ isImage }) => isImage).map(({ number }) => number);
  const empty = (kind: DocumentReading['kind'], reason: string | null): DocumentReading => ({
    ...emptyReading(kind, reason, view.pageCount),
    imagePages,
    printedPages: view.pages.map(({ printed }) => printed),
  });
  if (view.pages.every(({ plainText }) => plainText === '')) return withoutText(view, empty);
  const foreign = foreignReport(view);
  if (foreign !== null) return withoutValues(foreign, view, empty);
  const { kind, reason } = readKind(view);
  const base = { ...empty(kind, reason), sections: sectionsOf(view) };
  if (kind === 'bridge-letter') return readLetter(view, base);
  return isReport(base) ? readFields(view, base) : base;
}

/** A report in another language: what it is, if that is told, and no value that might be wrong. */
function withoutValues(
  { kind, explanation }: ForeignReport,
  view: DocumentView,
  empty: (kind: DocumentReading['kind'], reason: string | null) => DocumentReading,
): DocumentReading {
  if (kind === 'unreadable') return empty(kind, explanation);
  const absences = Object.fromEntries(
    FACT_FIELDS.map((field) => [field, ENGLISH.say("in a language we don't read")]),
  );
  return { ...empty(kind, null), sections: sectionsOf(view), absences, warnings: [explanation] };
}

function withoutText(
  view: DocumentView,
  empty: (kind: DocumentReading['kind'], reason: string) => DocumentReading,
): DocumentReading {
  if (view.pageCount <= FEWER_THAN_A_REPORT)
    return empty(
      'not-soc',
      ENGLISH.say(
        'No text layer: nothing but pictures, and too short for a SOC report. If it is a letter, run text recognition (OCR) on it.',
      ),
    );
  return empty(
    'unreadable',
    ENGLISH.say('Every page is a picture: no text to read. Run text recognition (OCR) on it.'),
  );
}

/** A SOC 1 has control objectives instead. */
const NO_CATEGORIES: CategoriesRead = { categories: [], warnings: [] };

function readLetter(view: DocumentView, base: DocumentReading): DocumentReading {
  return {
    ...base,
    vendor: readSender(view),
    reportDate: readLetterDate(view),
    bridge: readBridgeLetter(view),
  };
}

function readFields(view: DocumentView, base: DocumentReading): DocumentReading {
  const { vendor, aliases, othersOnCover } = readVendor(view);
  const type = readType(view);
  const time = readTime(view, type.fact?.value === 1);
  const names = [vendor, ...aliases].flatMap((fact) => (fact === null ? [] : [fact.value]));
  const scope = base.kind === 'soc1' ? NO_CATEGORIES : readCategories(view);
  const { opinion, matter } = readOpinion(view);
  const auditor = readAuditor(view, names);
  const coverageEnd = time.periodEnd?.value ?? time.asOfDate?.value ?? null;
  const lists = view.isWhole
    ? readLists(view, auditor === null ? names : [...names, auditor.value], type.fact?.value ?? null)
    : NO_LISTS;
  const reading: DocumentReading = {
    ...base,
    type: base.kind === 'soc3' ? null : type.fact,
    standard: readStandard(view),
    vendor,
    vendorAliases: aliases,
    system: readSystem(view, names),
    auditor,
    reportDate: readReportDate(view, coverageEnd),
    periodStart: time.periodStart,
    periodEnd: time.periodEnd,
    asOfDate: time.asOfDate,
    categories: scope.categories,
    opinion,
    opinionMatter: matter,
    subserviceMethod: readSubserviceMethod(
      view,
      lists.subserviceOrganizations.map(({ value }) => value),
    ),
    ...lists,
    bridge: view.has('bridge-letter') ? readBridgeLetter(view) : null,
    warnings: [
      ...draftWarnings(view),
      ...coverNamesAnother(vendor, othersOnCover, auditor),
      ...type.warnings,
      ...time.warnings,
      ...scope.warnings,
    ],
  };
  return { ...reading, absences: explainAbsences(view, reading) };
}

/** What needs every page: half of a list would look like the whole. */
type Lists = Pick<
  DocumentReading,
  | 'subserviceOrganizations'
  | 'facilities'
  | 'userControls'
  | 'testExceptions'
  | 'untestedControls'
  | 'testedControls'
>;

/** @param names of the service organization and its auditor, who are not their own subservice organizations */
function readLists(view: DocumentView, names: readonly string[], type: ReportType | null): Lists {
  const tests = type === 1 ? NO_TESTS : readTests(view);
  return {
    subserviceOrganizations: readSubserviceOrganizations(view, names),
    facilities: readFacilities(view),
    userControls: readUserControls(view),
    testExceptions: tests.exceptions,
    untestedControls: tests.untested,
    testedControls: tests.tested,
  };
}

const NO_LISTS: Lists = {
  subserviceOrganizations: [],
  facilities: [],
  userControls: [],
  testExceptions: [],
  untestedControls: [],
  testedControls: [],
};

/** A company on the cover that is neither the service organization nor the auditor: a parent, or another's report. */
function coverNamesAnother(
  vendor: Fact<string> | null,
  others: readonly Fact<string>[],
  auditor: Fact<string> | null,
): string[] {
  const other = others.find(({ value }) => auditor === null || !isSameName(value, auditor.value));
  if (vendor === null || other === undefined) return [];
  return [
    ENGLISH.say(
      'The cover names {0} (page {1}), the report is about {2} (page {3}).',
      other.value,
      other.page,
      vendor.value,
      vendor.page,
    ),
  ];
}

function sectionsOf(view: DocumentView): SectionSpan[] {
  const kinds: readonly string[] = SECTION_KINDS;
  return view.parts.flatMap(({ kind, title, firstPage, lastPage }) =>
    kinds.includes(kind) ? [{ kind: kind as SectionSpan['kind'], title, firstPage, lastPage }] : [],
  );
}
