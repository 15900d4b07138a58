import writeXlsxFile from 'write-excel-file/universal';
import { oneLine } from './markdown.ts';
import { REVIEW_OUTCOMES, type PortfolioSummary } from './portfolio-summary.ts';
import {
  OUTCOME_WORDS,
  PORTFOLIO_COLUMNS,
  portfolioTable,
  portfolioTitle,
  REVIEW_COLUMNS,
  reviewTable,
  stateInWords,
  whyInWords,
} from './portfolio-words.ts';

/** What Excel takes in one cell. */
const MAX_LENGTH = 32_767;

const HEAD = { fontWeight: 'bold', backgroundColor: '#e8eaed', wrap: true, alignVertical: 'top' } as const;

/** A cell of text: its type says that it is no formula, whatever it starts with. */
const cell = (text: string) => ({
  value: oneLine(text).slice(0, MAX_LENGTH),
  type: String,
  wrap: true,
  alignVertical: 'top' as const,
});

interface SheetOfText {
  readonly name: string;
  readonly columns: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

const sheet = ({ name, columns, widths, rows }: SheetOfText) => ({
  sheet: name,
  data: [columns.map((title) => ({ ...cell(title), ...HEAD })), ...rows.map((row) => row.map(cell))],
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: 1,
});

function sheetsOf(summary: PortfolioSummary): SheetOfText[] {
  const { figures, entries, notRequired, documents } = summary;
  const plain = (name: string, rows: readonly (readonly string[])[]): SheetOfText => ({
    name,
    columns: ['Name', name === 'Follow-ups' ? 'To be done' : 'Standing'],
    widths: [34, 90],
    rows,
  });
  return [
    {
      name: 'Summary',
      columns: [portfolioTitle(summary), 'Vendors'],
      widths: [52, 12],
      rows: [
        ...REVIEW_OUTCOMES.map((outcome) => [OUTCOME_WORDS[outcome], String(figures[outcome])]),
        [stateInWords(summary), ''],
      ],
    },
    {
      name: 'Vendors',
      columns: PORTFOLIO_COLUMNS,
      widths: [30, 10, 26, 12, 16, 24, 18, 40, 18, 40, 16, 60],
      rows: portfolioTable(summary),
    },
    {
      name: 'Reviews',
      columns: REVIEW_COLUMNS,
      widths: [12, 30, 30, 18, 18, 26, 10, 56],
      rows: reviewTable(summary),
    },
    plain(
      'Follow-ups',
      entries.flatMap(({ dossier, followUps }) => followUps.map((text) => [dossier.name, text])),
    ),
    plain(
      'Not required',
      notRequired.map((row) => [row.dossier.name, whyInWords(row)]),
    ),
    plain(
      'Own documents',
      documents.map((row) => [row.document.name, whyInWords(row)]),
    ),
  ];
}

/** Core knows no platform; every one that we run on has this much of a blob. */
interface BytesLater {
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The portfolio as an Excel workbook. */
export async function portfolioWorkbook(summary: PortfolioSummary): Promise<Uint8Array<ArrayBuffer>> {
  const blob: BytesLater = await writeXlsxFile(sheetsOf(summary).map(sheet)).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
