import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { DocumentReading } from '../../core/report/reading.ts';
import type { Disposable } from '../disposables.ts';
import type { ReportEditor } from '../report-editor/report-editor.ts';
import { isGenerated, linkOrigin } from '../review-editor/generated-texts.ts';
import { pairLens } from './pair-lens.ts';
import { pageLenses } from './page-lenses.ts';
import { comparedReports, reportLinks, type ReportLink } from './report-links.ts';

/** Only called through the links below, so that it stands in no menu. */
const OPEN_PAGE = 'socReview.openPage';

/** Only called through the lens above a comparison. */
const OPEN_PAIR = 'socReview.openPair';

/** Links of a review to its report open the report editor, on the page that they name. */
export function reviewLinks(
  editor: ReportEditor,
  readingOf: (file: vscode.Uri) => DocumentReading | undefined,
): Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerDocumentLinkProvider(
      { language: 'markdown' },
      {
        provideDocumentLinks: (document) =>
          reportLinks(document.getText()).map((link) => asLink(document, link)),
      },
    ),
    vscode.languages.registerCodeLensProvider(
      { language: 'markdown' },
      {
        provideCodeLenses: (document) => {
          const pages = pageLenses(document, (link) => ({
            command: OPEN_PAGE,
            arguments: [targetOf(document, link).toString(), link.page, link.quote],
          }));
          const compared = isGenerated(document.uri) && comparedReports(reportLinks(document.getText()));
          if (!compared) return pages;
          const files = compared.map((link) => targetOf(document, link).toString());
          return [pairLens({ command: OPEN_PAIR, arguments: files }), ...pages];
        },
      },
    ),
    vscode.commands.registerCommand(OPEN_PAIR, async (...files: readonly unknown[]) => {
      const [left, right] = files.flatMap((name) => {
        if (typeof name !== 'string') return [];
        const file = vscode.Uri.parse(name, true);
        const reading = readingOf(file);
        return reading === undefined ? [] : [{ file, reading }];
      });
      if (left !== undefined && right !== undefined) await editor.openPair(left, right);
    }),
    vscode.commands.registerCommand(OPEN_PAGE, async (file: unknown, page: unknown, quote: unknown) => {
      if (typeof file !== 'string') return;
      const passage =
        typeof page === 'number' ? { page, quote: typeof quote === 'string' ? quote : null } : null;
      await editor.open(vscode.Uri.parse(file, true), passage, vscode.ViewColumn.Beside);
    }),
  );
}

const targetOf = (document: vscode.TextDocument, { path }: ReportLink): vscode.Uri =>
  vscode.Uri.joinPath(linkOrigin(document.uri), '..', path);

function asLink(document: vscode.TextDocument, link: ReportLink): vscode.DocumentLink {
  const { start, end, page, quote } = link;
  const file = targetOf(document, link);
  const target = vscode.Uri.from({
    scheme: 'command',
    path: OPEN_PAGE,
    query: JSON.stringify([file.toString(), page, quote]),
  });
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const created = new vscode.DocumentLink(range, target);
  created.tooltip = page === null ? t('Open the report') : t('Open the report on page {0}', page);
  return created;
}
