import type { RootContent } from 'mdast';
import { dateInWords } from '../calendar/calendar-date.ts';
import type { LibraryDocument } from '../library/snapshot.ts';
import { kindInWords } from '../register/expected-report.ts';
import { coverageEnd, type TestException, type UserControl } from '../report/reading.ts';
import { count } from '../standing/wording.ts';
import {
  compareReports,
  type ListChange,
  type ReportComparison,
  type Succession,
} from './compare-reports.ts';
import {
  bullets,
  heading,
  link,
  oneLine,
  paragraph,
  renderMarkdown,
  table,
  type Inline,
} from './markdown.ts';
import { coverageInWords } from './period-words.ts';
import { pageLink, relativeUrl, type LinkBase } from './report-link.ts';

export interface ReportsToCompare {
  readonly before: LibraryDocument;
  readonly after: LibraryDocument;
  /** The folder in which the text will lie, relative to the root of the library; empty for the root. */
  readonly folder?: string;
}

function successionInWords(succession: Succession): string {
  switch (succession.kind) {
    case 'follows':
      return 'follows the last one without a hole';
    case 'unknown':
      return 'can’t be compared: not all dates are printed';
    case 'hole':
    case 'overlap': {
      const { period, days } = succession;
      const when = `${dateInWords(period.start)} to ${dateInWords(period.end)}`;
      return succession.kind === 'hole'
        ? `${count(days, 'day')} uncovered, ${when}`
        : `overlaps by ${count(days, 'day')}, ${when}`;
    }
  }
}

const listInWords = (items: readonly string[]): string => items.map(oneLine).join(', ');

/** So many numbers are named; a report whose numbering is new would name hundreds. */
const NAMED_NUMBERS = 12;

/** How many controls were tested, and which of them only in this report: "43, new: CC6.1.3". */
function testedInWords(
  { testedControls }: LibraryDocument['reading'],
  word: string,
  only: readonly string[],
): string {
  const total = testedControls.length;
  if (total === 0) return 'none read';
  if (only.length === 0 || only.length === total) return String(total);
  const more = only.length - NAMED_NUMBERS;
  const named = listInWords(only.slice(0, NAMED_NUMBERS));
  return `${total}, ${word}: ${named}${more > 0 ? ` and ${more} more` : ''}`;
}

/** A row for the controls tested; none where neither report has tests, as of two Type 1 reports. */
const testedRow = (
  { added, removed }: ListChange,
  { reading: before }: LibraryDocument,
  { reading: after }: LibraryDocument,
): Inline[][] =>
  before.testedControls.length + after.testedControls.length === 0
    ? []
    : [['Controls tested', testedInWords(before, 'gone', removed), testedInWords(after, 'new', added)]];

/** A row for a list in which something came or went. */
const listRow = (name: string, { added, removed }: ListChange): Inline[][] =>
  added.length + removed.length === 0
    ? []
    : [
        [
          name,
          removed.length === 0 ? '' : `gone: ${listInWords(removed)}`,
          added.length === 0 ? '' : `new: ${listInWords(added)}`,
        ],
      ];

function factTable(
  comparison: ReportComparison,
  before: LibraryDocument,
  after: LibraryDocument,
): RootContent {
  const { facts, succession, categories, subserviceOrganizations, testedControls, pages } = comparison;
  return table(
    ['What', 'Last report', 'This report'],
    [
      [
        'Period',
        coverageInWords(before.reading) ?? 'not printed',
        `${coverageInWords(after.reading) ?? 'not printed'}: ${successionInWords(succession)}`,
      ],
      ...facts.map((fact): Inline[] => [fact.name, fact.before, fact.after]),
      ...listRow('Trust services categories', categories),
      ...listRow('Subservice organizations', subserviceOrganizations),
      ...testedRow(testedControls, before, after),
      ['Length', count(pages.before, 'page'), count(pages.after, 'page')],
    ],
  );
}

const controlItem = (base: LinkBase, { path }: LibraryDocument, { id, text, page }: UserControl): Inline => [
  `${id === null ? '' : `${oneLine(id)}: `}${oneLine(text)} (`,
  pageLink(base, path, page),
  ')',
];

const exceptionItem = (
  base: LinkBase,
  { path }: LibraryDocument,
  { control, text, page }: TestException,
): Inline => [
  `${control === null ? '' : `${oneLine(control)}: `}${oneLine(text)} (`,
  pageLink(base, path, page),
  ')',
];

/** A heading in words and its items; nothing when there are none. */
const listed = (title: string, items: readonly Inline[]): RootContent[] =>
  items.length === 0 ? [] : [paragraph(title), bullets(items)];

/** What changed between two reports of one service, as blocks of a text. */
export function comparisonBlocks(
  base: LinkBase,
  before: LibraryDocument,
  after: LibraryDocument,
): RootContent[] {
  const comparison = compareReports(before.reading, after.reading);
  const { userControls, repeatExceptions, newExceptions, resolvedExceptions } = comparison;
  const edited = userControls.matches.filter(({ isSame }) => !isSame);
  return [
    factTable(comparison, before, after),
    ...listed(
      'Repeat exceptions, found last time too:',
      repeatExceptions.map((match) => exceptionItem(base, after, match.after)),
    ),
    ...listed(
      'New exceptions:',
      newExceptions.map((one) => exceptionItem(base, after, one)),
    ),
    ...listed(
      'Exceptions of the last report that are gone:',
      resolvedExceptions.map((one) => exceptionItem(base, before, one)),
    ),
    ...listed(
      'New user entity controls:',
      userControls.added.map((one) => controlItem(base, after, one)),
    ),
    ...listed(
      'Changed user entity controls:',
      edited.map((match) => controlItem(base, after, match.after)),
    ),
    ...listed(
      'User entity controls that are gone:',
      userControls.gone.map((one) => controlItem(base, before, one)),
    ),
  ];
}

/** "SOC 2 Type 2 to 31 Dec 2024", linked to its file. */
export function reportReference(
  base: LinkBase,
  { path, reading }: LibraryDocument,
): (string | ReturnType<typeof link>)[] {
  const end = coverageEnd(reading);
  const words = `${kindInWords(reading)}${end === null ? '' : ` to ${dateInWords(end)}`}`;
  return [`${words}, `, link(relativeUrl(base, path), oneLine(path))];
}

/** The comparison of two reports of one service as a text of its own. */
export function comparisonMarkdown({ before, after, folder = '' }: ReportsToCompare): string {
  const base: LinkBase = { folder };
  return renderMarkdown([
    heading(1, 'What changed between two reports'),
    bullets([
      ['Last report: ', ...reportReference(base, before)],
      ['This report: ', ...reportReference(base, after)],
    ]),
    ...comparisonBlocks(base, before, after),
  ]);
}
