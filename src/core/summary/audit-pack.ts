import type { LibraryDocument, LibrarySnapshot } from '../library/snapshot.ts';
import { kindInWords } from '../register/expected-report.ts';
import { coverageInWords } from './period-words.ts';
import { portfolioCsv } from './portfolio-csv.ts';
import { portfolioMarkdown } from './portfolio-markdown.ts';
import { portfolioPage } from './portfolio-page.ts';
import type { PortfolioSummary } from './portfolio-summary.ts';
import { portfolioTitle, stateInWords } from './portfolio-words.ts';
import { portfolioWorkbook } from './portfolio-workbook.ts';
import { csv } from '../register/exchange/csv.ts';
import { bullets, heading, paragraph, renderMarkdown } from './markdown.ts';
import { ledgerCsv, userControlLedger } from './user-control-ledger.ts';
import { subserviceCsv, subserviceView } from './subservice-view.ts';
import type { ReviewNotes } from './review-notes.ts';

/** A file that the pack holds as it is made. Paths are relative to the pack, with forward slashes. */
export interface PackFile {
  readonly path: string;
  readonly contents: string | Uint8Array<ArrayBuffer>;
}

/** What an auditor is given: files that are made for the pack, and files of the library that are put in as they are. */
export interface AuditPack {
  readonly made: readonly PackFile[];
  /** Paths of the library; they keep them in the pack, so that the links of the reviews lead to their reports. */
  readonly copied: readonly string[];
}

export interface PackOptions {
  readonly summary: PortfolioSummary;
  readonly snapshot: LibrarySnapshot;
  readonly notes: ReviewNotes;
  /** Puts the PDFs in: only where the person asked for it, since reports are confidential. */
  readonly withReports: boolean;
}

const MANIFEST_COLUMNS = ['Path', 'SHA-256', 'Bytes', 'Kind', 'Period', 'Vendor', 'In the pack'];

interface PackedReport {
  readonly document: LibraryDocument;
  readonly vendor: string;
}

/** The reports that the portfolio rests on: those held, and those of the period's reviews. */
function reportsOf({ entries }: PortfolioSummary): PackedReport[] {
  const found = new Map<LibraryDocument, PackedReport>();
  for (const { dossier, reports, periodReviews } of entries) {
    const reviewed = periodReviews.flatMap(({ document }) => (document === null ? [] : [document]));
    for (const document of [...reports, ...reviewed]) {
      found.set(document, { document, vendor: dossier.name });
    }
  }
  return [...found.values()].sort((a, b) => (a.document.path < b.document.path ? -1 : 1));
}

const manifest = (reports: readonly PackedReport[], withReports: boolean): string =>
  csv([
    MANIFEST_COLUMNS,
    ...reports.map(({ document: { path, sha256, bytes, reading }, vendor }) => [
      path,
      sha256,
      bytes,
      kindInWords(reading),
      coverageInWords(reading) ?? '',
      vendor,
      withReports ? 'yes' : 'no',
    ]),
  ]);

const readMe = (summary: PortfolioSummary, withReports: boolean): string =>
  renderMarkdown([
    heading(1, portfolioTitle(summary)),
    paragraph(stateInWords(summary)),
    bullets([
      'portfolio.html, portfolio.md, portfolio.csv, portfolio.xlsx: all vendors, the same in four formats',
      'reviews: the reviews that were completed in the period, as they were signed',
      'user-controls.csv: what the reports expect of us, and what we do about it',
      'subservice-organizations.csv: whom our vendors rely on',
      withReports
        ? 'manifest.csv: the reports in this pack, with their SHA-256'
        : 'manifest.csv: the reports that the reviews are about, with their SHA-256; the PDFs themselves are confidential and not in this pack',
    ]),
  ]);

/** Puts together what an auditor is given. */
export async function auditPack(options: PackOptions): Promise<AuditPack> {
  const { summary, snapshot, notes, withReports } = options;
  const reports = reportsOf(summary);
  const reviews = summary.entries.flatMap(({ periodReviews }) => periodReviews.map(({ file }) => file.path));
  return {
    made: [
      { path: 'README.md', contents: readMe(summary, withReports) },
      { path: 'portfolio.html', contents: portfolioPage(summary) },
      { path: 'portfolio.md', contents: portfolioMarkdown(summary) },
      { path: 'portfolio.csv', contents: portfolioCsv(summary) },
      { path: 'portfolio.xlsx', contents: await portfolioWorkbook(summary) },
      { path: 'user-controls.csv', contents: ledgerCsv(userControlLedger(snapshot, summary.asOf, notes)) },
      {
        path: 'subservice-organizations.csv',
        contents: subserviceCsv(subserviceView(snapshot, summary.asOf)),
      },
      { path: 'manifest.csv', contents: manifest(reports, withReports) },
    ],
    copied: [...reviews, ...(withReports ? reports.map(({ document }) => document.path) : [])].sort(),
  };
}
