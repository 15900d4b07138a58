import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { lengthInDays, type Period } from '../calendar/period.ts';
import { foldName, foldedWords } from '../register/vendor-name.ts';
import type { DocumentReading, TestException, UserControl } from '../report/reading.ts';
import { factRows } from './fact-rows.ts';
import { matchExceptions, type ExceptionMarks } from './repeat-exceptions.ts';
import { matchTexts, type Match, type Matching } from './similar-texts.ts';

/** A fact that one report states otherwise than the other. */
export interface ChangedFact {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** How the newer period follows the older one. */
export type Succession =
  | { readonly kind: 'follows' }
  /** Days that neither speaks about. */
  | { readonly kind: 'hole'; readonly period: Period; readonly days: number }
  /** Days that both speak about. */
  | { readonly kind: 'overlap'; readonly period: Period; readonly days: number }
  /** One of the dates isn't known, or one of the reports is a Type 1. */
  | { readonly kind: 'unknown' };

export interface ListChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface ReportComparison {
  readonly facts: readonly ChangedFact[];
  readonly succession: Succession;
  readonly categories: ListChange;
  readonly subserviceOrganizations: ListChange;
  readonly userControls: Matching<UserControl, UserControl>;
  /** By their numbers: which are tested, not how. */
  readonly testedControls: ListChange;
  /** Exceptions that the older report had too: nobody has corrected them for a year. */
  readonly repeatExceptions: readonly Match<TestException, TestException>[];
  readonly newExceptions: readonly TestException[];
  readonly resolvedExceptions: readonly TestException[];
  readonly pages: { readonly before: number; readonly after: number };
}

/** Facts that are another thing every year, or are compared in their own way. */
const NOT_COMPARED = new Set([
  'Period',
  'Period from',
  'Period to',
  'As of',
  'Report date',
  'Also printed as',
  'Trust services categories',
]);

function changedFacts(before: DocumentReading, after: DocumentReading): ChangedFact[] {
  const earlier = new Map(factRows(before).map(({ name, value }) => [name, value]));
  return factRows(after).flatMap(({ name, value }) => {
    const old = earlier.get(name);
    const isSame = old === undefined || foldedWords(old).join(' ') === foldedWords(value).join(' ');
    return NOT_COMPARED.has(name) || isSame ? [] : [{ name, before: old, after: value }];
  });
}

const between = (start: CalendarDate, end: CalendarDate) => {
  const period: Period = { start, end };
  return { period, days: lengthInDays(period) };
};

function succession(before: DocumentReading, after: DocumentReading): Succession {
  const lastEnd = before.periodEnd?.value;
  const start = after.periodStart?.value;
  const end = after.periodEnd?.value;
  if (lastEnd === undefined || start === undefined || end === undefined || start > end) {
    return { kind: 'unknown' };
  }
  const expected = addDays(lastEnd, 1);
  if (start > expected) return { kind: 'hole', ...between(expected, addDays(start, -1)) };
  if (start < expected) return { kind: 'overlap', ...between(start, lastEnd < end ? lastEnd : end) };
  return { kind: 'follows' };
}

/** What came and what went, of texts whose folded forms tell them apart. */
function listChange(
  before: readonly string[],
  after: readonly string[],
  fold: (text: string) => string,
): ListChange {
  const without = (texts: readonly string[], others: readonly string[]): string[] => {
    const known = new Set(others.map(fold));
    return texts.filter((text) => !known.has(fold(text)));
  };
  return { added: without(after, before), removed: without(before, after) };
}

/** "CC 6.1" and "CC6.1" are one number. */
const foldNumber = (number: string): string => number.replace(/\s/g, '').toUpperCase();

const values = (facts: readonly { readonly value: string }[]): string[] => facts.map(({ value }) => value);

const marksOf = ({ control, text }: TestException): ExceptionMarks => ({
  control: control ?? '',
  found: text,
});

function exceptions(
  before: readonly TestException[],
  after: readonly TestException[],
): Pick<ReportComparison, 'repeatExceptions' | 'newExceptions' | 'resolvedExceptions'> {
  const { matches, added, gone } = matchExceptions(before, after, marksOf, marksOf);
  return { repeatExceptions: matches, newExceptions: added, resolvedExceptions: gone };
}

/** What the newer of two reports on one service says otherwise than the older. */
export const compareReports = (before: DocumentReading, after: DocumentReading): ReportComparison => ({
  facts: changedFacts(before, after),
  succession: succession(before, after),
  categories: listChange(values(before.categories), values(after.categories), foldName),
  subserviceOrganizations: listChange(
    values(before.subserviceOrganizations),
    values(after.subserviceOrganizations),
    // "Alder Cloud, Inc." and "Alder Cloud" are one.
    foldName,
  ),
  testedControls: listChange(before.testedControls, after.testedControls, foldNumber),
  userControls: matchTexts(
    before.userControls,
    after.userControls,
    ({ text }) => text,
    ({ text }) => text,
  ),
  ...exceptions(before.testExceptions, after.testExceptions),
  pages: { before: before.pages, after: after.pages },
});
