import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { bodySections } from '../../core/review/review-body.ts';
import { reportLinks, type ReportLink } from './report-links.ts';

/** A section of many rows has its own links in them; above it only the first pages are named. */
const MOST_PAGES = 5;

/** Above each section of a review that cites pages of a report: those pages, to open them beside it. */
export function pageLenses(
  document: vscode.TextDocument,
  commandFor: (link: ReportLink) => Pick<vscode.Command, 'command' | 'arguments'>,
): vscode.CodeLens[] {
  const text = document.getText();
  const links = reportLinks(text).filter(({ page }) => page !== null);
  if (links.length === 0) return [];
  return bodySections(text).flatMap(({ from, to, line }) => {
    const pages = new Map<string, ReportLink>();
    for (const link of links) {
      const key = `${link.path} ${link.page ?? ''}`;
      if (link.start >= from && link.end <= to && !pages.has(key)) pages.set(key, link);
    }
    const range = document.lineAt(line - 1).range;
    return [...pages.values()]
      .slice(0, MOST_PAGES)
      .map(
        (link) =>
          new vscode.CodeLens(range, { title: t('Open page {0}', link.page ?? 1), ...commandFor(link) }),
      );
  });
}
