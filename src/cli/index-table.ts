import { dateInWords } from '../core/calendar/calendar-date.ts';
import { ENGLISH } from '../core/language/language.ts';
import { decidedInWords } from '../core/library/decided-in-words.ts';
import type { LibraryDocument, LibrarySnapshot } from '../core/library/snapshot.ts';
import { kindInWords } from '../core/register/expected-report.ts';
import { isReport, type DocumentReading } from '../core/report/reading.ts';
import { table, type Column } from './table.ts';
import type { Layout } from './terminal.ts';

const COLUMNS: readonly Column[] = [
  { title: 'File', least: 16 },
  { title: 'What it is', least: 10 },
  { title: 'Vendor', least: 10 },
  { title: 'Period', least: 11 },
  { title: 'Notes', least: 14 },
];

/** What the PDFs are, one row each, and how many of each kind. */
export function indexTable({ documents }: LibrarySnapshot, layout: Layout): string {
  if (documents.length === 0) return '';
  return `${table(COLUMNS, documents.map(row), layout)}\n${counts(documents)}\n`;
}

const row = (document: LibraryDocument): string[] => [
  document.path,
  kindInWords(document.reading),
  document.reading.vendor?.value ?? '',
  period(document.reading),
  notes(document),
];

function period({ periodStart, periodEnd, asOfDate, bridge }: DocumentReading): string {
  const from = bridge?.from ?? periodStart;
  const to = bridge?.through ?? periodEnd;
  if (from !== null && to !== null) return `${dateInWords(from.value)} – ${dateInWords(to.value)}`;
  if (to !== null) return `to ${dateInWords(to.value)}`;
  return asOfDate === null ? '' : `as of ${dateInWords(asOfDate.value)}`;
}

function notes(document: LibraryDocument): string {
  const { reason, opinion, testExceptions, warnings } = document.reading;
  const exceptions = testExceptions.length;
  const decided = decidedInWords(ENGLISH, document);
  return [
    reason,
    opinion === null || opinion.value === 'unmodified' ? null : `${opinion.value} opinion`,
    exceptions === 0 ? null : `${String(exceptions)} test exception${exceptions === 1 ? '' : 's'}`,
    decided === null ? null : `decided by people: ${decided}`,
    ...warnings,
  ]
    .filter((note) => note !== null)
    .join(' · ');
}

function counts(documents: readonly LibraryDocument[]): string {
  const count = (one: string, many: string, is: (reading: DocumentReading) => boolean): string => {
    const number = documents.filter(({ reading }) => is(reading)).length;
    return `${String(number)} ${number === 1 ? one : many}`;
  };
  return [
    `${count('PDF', 'PDFs', () => true)}: ${count('SOC report', 'SOC reports', isReport)}`,
    count('bridge letter', 'bridge letters', ({ kind }) => kind === 'bridge-letter'),
    count('other document', 'other documents', ({ kind }) => kind === 'not-soc'),
    count('unreadable', 'unreadable', ({ kind }) => kind === 'unreadable'),
  ].join(', ');
}
