import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { auditPack } from '../../core/summary/audit-pack.ts';
import { portfolioCsv } from '../../core/summary/portfolio-csv.ts';
import { portfolioMarkdown } from '../../core/summary/portfolio-markdown.ts';
import { portfolioPage } from '../../core/summary/portfolio-page.ts';
import { portfolioSummary, type PortfolioSummary } from '../../core/summary/portfolio-summary.ts';
import { portfolioWorkbook } from '../../core/summary/portfolio-workbook.ts';
import { freeName, writeNewFile } from '../adapters/new-file.ts';
import type { FolderLibrary } from '../library/folder-library.ts';
import { reviewNotes } from '../library/review-notes.ts';
import type { StatusDate } from '../library/status-date.ts';
import { askAsOf, askPeriod } from './ask-period.ts';
import { openReview } from './files.ts';

/** Where portfolios are put, below the workspace folder: not among the reviews, as they are none. */
const PORTFOLIO_FOLDER = 'portfolio';

type Format = '.html' | '.md' | '.xlsx' | '.csv';

/** Asks for a period and a day; undefined when one is left unanswered. */
async function askForSummary(
  title: string,
  { folder, snapshot }: FolderLibrary,
  { today }: StatusDate,
): Promise<PortfolioSummary | undefined> {
  const period = await askPeriod(title, today, snapshot.register.policy);
  const asOf = period && (await askAsOf(title, period, today));
  if (period === undefined || asOf === undefined) return undefined;
  const notes = await reviewNotes(folder.uri, snapshot);
  return portfolioSummary(snapshot, { period, asOf, writtenOn: today, notes });
}

async function askFormat(title: string): Promise<Format | undefined> {
  const items: (vscode.QuickPickItem & { readonly format: Format })[] = [
    { label: t('Page'), description: t('HTML with charts, prints well'), format: '.html' },
    { label: t('Text'), description: t('Markdown, for the repository'), format: '.md' },
    { label: t('Workbook'), description: t('Excel'), format: '.xlsx' },
    { label: t('Table'), description: t('CSV'), format: '.csv' },
  ];
  return (await vscode.window.showQuickPick(items, { title, placeHolder: t('As what?') }))?.format;
}

async function contentsOf(summary: PortfolioSummary, format: Format): Promise<Uint8Array> {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (format) {
    case '.html':
      return bytes(portfolioPage(summary));
    case '.md':
      return bytes(portfolioMarkdown(summary));
    case '.csv':
      return bytes(portfolioCsv(summary));
    case '.xlsx':
      return await portfolioWorkbook(summary);
  }
}

/** Writes all vendors, their reviews and reports, for an auditor. */
export async function writePortfolio(library: FolderLibrary, date: StatusDate): Promise<void> {
  const title = t('Write Portfolio Summary');
  const summary = await askForSummary(title, library, date);
  const format = summary && (await askFormat(title));
  if (summary === undefined || format === undefined) return;
  const { period, asOf } = summary;
  const folder = vscode.Uri.joinPath(library.folder.uri, PORTFOLIO_FOLDER);
  const name = `vendor-reviews-${period.start}-to-${period.end}-as-of-${asOf}`;
  const file = await freeName(folder, name, format);
  try {
    await writeNewFile(file, await contentsOf(summary, format));
  } catch {
    sayNotWritten(file);
    return;
  }
  if (format === '.md') await openReview(file);
  else
    await offerToReveal(file, t('The portfolio was written to {0}.', vscode.workspace.asRelativePath(file)));
}

const sayNotWritten = (file: vscode.Uri): void => {
  const path = vscode.workspace.asRelativePath(file);
  void vscode.window.showErrorMessage(t('{0} could not be written. Is the folder read-only?', path));
};

async function offerToReveal(file: vscode.Uri, message: string): Promise<void> {
  const show = t('Show in Explorer');
  const answer = await vscode.window.showInformationMessage(message, show);
  if (answer === show) await vscode.commands.executeCommand('revealInExplorer', file);
}

/** Asks whether the PDFs go into a pack; undefined when nobody answers. */
async function askWithReports(title: string): Promise<boolean | undefined> {
  const items = [
    {
      label: t('Without the reports'),
      description: t('their hashes only: reports are confidential'),
      withReports: false,
    },
    { label: t('With the reports'), description: t('the PDFs too'), withReports: true },
  ];
  const placeHolder = t('What goes into the pack besides portfolio and reviews?');
  return (await vscode.window.showQuickPick(items, { title, placeHolder }))?.withReports;
}

/** Puts together a folder for an auditor, in a place that the person chooses. */
export async function exportAuditPack(library: FolderLibrary, date: StatusDate): Promise<void> {
  const title = t('Export Audit Pack');
  const summary = await askForSummary(title, library, date);
  const withReports = summary && (await askWithReports(title));
  if (summary === undefined || withReports === undefined) return;
  const [place] =
    (await vscode.window.showOpenDialog({
      title: t('Export Audit Pack: where to?'),
      openLabel: t('Export Here'),
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: vscode.Uri.joinPath(library.folder.uri, '..'),
    })) ?? [];
  if (place === undefined) return;
  const { folder, snapshot } = library;
  const notes = await reviewNotes(folder.uri, snapshot);
  const pack = await freeName(place, `audit-pack-${summary.period.end}-as-of-${summary.asOf}`);
  try {
    await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: t('Writing the audit pack…') },
      async () => {
        const { made, copied } = await auditPack({ summary, snapshot, notes, withReports });
        for (const { path, contents } of made) {
          const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
          await writeNewFile(vscode.Uri.joinPath(pack, path), bytes);
        }
        for (const path of copied) {
          const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, path));
          await writeNewFile(vscode.Uri.joinPath(pack, path), bytes);
        }
      },
    );
  } catch {
    sayNotWritten(pack);
    return;
  }
  void vscode.window.showInformationMessage(t('The audit pack was written to {0}.', pack.fsPath));
}
