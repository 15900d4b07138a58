import type { PhrasingContent, Root, Table, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { dateInWords, type CalendarDate } from '../core/calendar/calendar-date.ts';
import type { Reason, ReviewClock, Verdict } from '../core/standing/standing.ts';
import { VERDICT_WORDS } from '../core/standing/wording.ts';
import { countsInWords, type StatusReport } from './status-report.ts';
import { table, type Column } from './table.ts';
import { plain, type Layout } from './terminal.ts';

const VENDOR_COLUMNS: readonly Column[] = [
  { title: 'Vendor', least: 12 },
  { title: 'Standing', least: 8 },
  { title: 'Tier', least: 4 },
  { title: 'Owner', least: 8 },
  { title: 'Review due', least: 11 },
  { title: 'Why', least: 16 },
];
const DOCUMENT_COLUMNS: readonly Column[] = [
  { title: 'Our document', least: 12 },
  ...VENDOR_COLUMNS.filter(({ title }) => title !== 'Vendor' && title !== 'Tier'),
];
const AUDIT_COLUMNS: readonly Column[] = [
  ...['Vendor', 'Reports', 'From', 'To'],
  ...['Days tested', 'Days bridged', 'Days uncovered'],
].map((title) => ({ title, least: 6 }));
const INBOX_COLUMNS: readonly Column[] = [{ title: 'Needs a person', least: 20 }];

interface AnyStanding {
  readonly verdict: Verdict;
  readonly review: ReviewClock;
  readonly reasons: readonly Reason[];
}

const due = ({ review }: AnyStanding): string => (review.due === null ? '' : dateInWords(review.due));
const why = ({ reasons }: AnyStanding): string => reasons.map(({ text }) => text).join(' · ');

const vendorCells = ({ vendors }: StatusReport): string[][] =>
  vendors.map(({ dossier: { name, registered }, standing }) => [
    name,
    VERDICT_WORDS[standing.verdict],
    registered?.tier ?? '',
    registered?.owner ?? '',
    due(standing),
    why(standing),
  ]);

const documentCells = ({ documents }: StatusReport): string[][] =>
  documents.map(({ document, standing }) => [
    document.name,
    VERDICT_WORDS[standing.verdict],
    document.owner ?? '',
    due(standing),
    why(standing),
  ]);

const auditCells = ({ vendors }: StatusReport): string[][] =>
  vendors.flatMap(({ dossier, auditYears }) =>
    auditYears.map(({ line, year, tested, bridged, uncovered, isTooLittle }) => [
      dossier.name,
      line,
      dateInWords(year.start),
      dateInWords(year.end),
      isTooLittle ? `${tested}, less than six months` : String(tested),
      ...[bridged, uncovered].map(String),
    ]),
  );

const inboxCells = ({ inbox }: StatusReport): string[][] => inbox.map(({ text }) => [text]);

const heading = (asOf: CalendarDate): string => `Vendor reviews on ${dateInWords(asOf)}`;

/** For a terminal. */
export function statusTable(report: StatusReport, layout: Layout): string {
  const parts = [`${layout.paint('bold', heading(report.asOf))}: ${countsInWords(report)}\n`];
  if (report.vendors.length > 0) parts.push(table(VENDOR_COLUMNS, vendorCells(report), layout));
  if (report.documents.length > 0) parts.push(table(DOCUMENT_COLUMNS, documentCells(report), layout));
  if (report.inbox.length > 0) parts.push(table(INBOX_COLUMNS, inboxCells(report), layout));
  return parts.join('\n');
}

/** For a wiki or a pull request. What comes from files is put in as text, and stays text whatever stands in it. */
export function statusMarkdown(report: StatusReport): string {
  const root: Root = {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: text(heading(report.asOf)) },
      { type: 'paragraph', children: text(`${countsInWords(report)}.`) },
    ],
  };
  if (report.vendors.length > 0) root.children.push(markdownTable(VENDOR_COLUMNS, vendorCells(report)));
  if (report.documents.length > 0) root.children.push(markdownTable(DOCUMENT_COLUMNS, documentCells(report)));
  const audit = auditCells(report);
  if (audit.length > 0) {
    root.children.push({
      type: 'heading',
      depth: 2,
      children: text('The last audit year and the running one'),
    });
    root.children.push(markdownTable(AUDIT_COLUMNS, audit));
  }
  if (report.inbox.length > 0) root.children.push(markdownTable(INBOX_COLUMNS, inboxCells(report)));
  return toMarkdown(root, { extensions: [gfmToMarkdown({ tablePipeAlign: false })] });
}

const text = (value: string): PhrasingContent[] => [{ type: 'text', value: plain(value) }];

const markdownTable = (columns: readonly Column[], rows: readonly (readonly string[])[]): Table => ({
  type: 'table',
  children: [columns.map(({ title }) => title), ...rows].map((cells): TableRow => ({
    type: 'tableRow',
    children: cells.map((value) => ({ type: 'tableCell', children: text(value) })),
  })),
});
