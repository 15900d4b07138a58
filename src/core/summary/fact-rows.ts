import type { PhrasingContent } from 'mdast';
import { dateInWords } from '../calendar/calendar-date.ts';
import type { LibraryDocument } from '../library/snapshot.ts';
import { kindInWords } from '../register/expected-report.ts';
import type { Evidence, Fact, FactDecision } from '../report/fact.ts';
import type { DocumentReading, FactField } from '../report/reading.ts';
import { oneLine, type Inline } from './markdown.ts';
import { pageLink, type LinkBase } from './report-link.ts';

/** One fact of a report, ready to be written: its name, its value in words, and where it stands. */
export interface FactRow {
  readonly name: string;
  readonly value: string;
  /** Empty when the value is absent. */
  readonly evidence: readonly (Evidence & { readonly decided?: FactDecision })[];
  /** The fields that it shows; under these names, or the whole's, a person confirms it. */
  readonly fields: readonly string[];
  readonly whole?: string;
}

const NOT_PRINTED = 'not printed';

/** What is said of a value that isn't there: that it isn't printed, or what more is known. */
const absent = (reading: DocumentReading, field: FactField): string =>
  oneLine(reading.absences[field] ?? '') || NOT_PRINTED;

function row<T>(
  reading: DocumentReading,
  name: string,
  field: FactField,
  fact: Fact<T> | null,
  words: (value: T) => string,
): FactRow {
  if (fact === null) return { name, value: absent(reading, field), evidence: [], fields: [field] };
  const doubt = fact.certainty === 'likely' ? ' (likely: one weak mention)' : '';
  return { name, value: `${oneLine(words(fact.value))}${doubt}`, evidence: [fact], fields: [field] };
}

function listRow(name: string, field: keyof DocumentReading, facts: readonly Fact<string>[]): FactRow {
  const value = facts.map((fact) => oneLine(fact.value)).join(', ');
  return { name, value: value === '' ? NOT_PRINTED : value, evidence: facts, fields: [field] };
}

function periodRows(reading: DocumentReading): FactRow[] {
  const { periodStart, periodEnd, asOfDate } = reading;
  if (asOfDate !== null && periodEnd === null) {
    return [row(reading, 'As of', 'asOfDate', asOfDate, dateInWords)];
  }
  if (periodStart !== null && periodEnd !== null) {
    return [
      {
        name: 'Period',
        value: `${dateInWords(periodStart.value)} to ${dateInWords(periodEnd.value)}`,
        evidence: [periodStart, periodEnd],
        fields: ['periodStart', 'periodEnd'],
        whole: 'period',
      },
    ];
  }
  return [
    row(reading, 'Period from', 'periodStart', periodStart, dateInWords),
    row(reading, 'Period to', 'periodEnd', periodEnd, dateInWords),
  ];
}

/** The facts of a report at a glance, always in the same order. */
export function factRows(reading: DocumentReading): FactRow[] {
  const text = (value: string): string => value;
  const isSoc2 = reading.kind === 'soc2' || reading.kind === 'soc3';
  return [
    {
      name: 'Report',
      value: kindInWords(reading),
      evidence: reading.type === null ? [] : [reading.type],
      fields: ['type'],
    },
    row(reading, 'Standard', 'standard', reading.standard, text),
    row(reading, 'Service organization', 'vendor', reading.vendor, text),
    ...(reading.vendorAliases.length === 0
      ? []
      : [listRow('Also printed as', 'vendorAliases', reading.vendorAliases)]),
    row(reading, 'System', 'system', reading.system, text),
    ...periodRows(reading),
    row(reading, 'Report date', 'reportDate', reading.reportDate, dateInWords),
    row(reading, 'Service auditor', 'auditor', reading.auditor, text),
    row(reading, 'Opinion', 'opinion', reading.opinion, text),
    ...(isSoc2 ? [listRow('Trust services categories', 'categories', reading.categories)] : []),
    row(reading, 'Subservice method', 'subserviceMethod', reading.subserviceMethod, text),
  ];
}

const samePage = (a: Evidence, b: Evidence): boolean => a.page === b.page;

/** Links to the pages on which a fact stands, each page once. */
export function pageLinks(base: LinkBase, document: LibraryDocument, evidence: readonly Evidence[]): Inline {
  const pages = evidence.filter(
    (one, index) => evidence.findIndex((other) => samePage(one, other)) === index,
  );
  return pages.flatMap((one, index): (string | PhrasingContent)[] => [
    ...(index === 0 ? [] : [', ']),
    pageLink(base, document.path, one.page, one.printedPage),
  ]);
}

/** The passages that a fact was read from, each once. */
export const passages = (evidence: readonly Evidence[]): string =>
  [...new Set(evidence.map(({ quote }) => oneLine(quote)))]
    .filter((text) => text !== '')
    .map((text) => `“${text}”`)
    .join(' … ');
