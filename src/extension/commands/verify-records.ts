import { t } from '@vscode/l10n';
import type { BlockContent } from 'mdast';
import * as vscode from 'vscode';
import { isDifference, type RecordFinding, type VerifiedRecord } from '../../core/review/verify-records.ts';
import { heading, oneLine, paragraph, renderMarkdown, table } from '../../core/summary/markdown.ts';
import type { FolderLibrary } from '../library/folder-library.ts';
import type { Libraries } from '../library/libraries.ts';

/** Compares all reviews with the PDFs as they are now, and shows what differs in a document of its own. */
export async function verifyRecords(libraries: Libraries): Promise<void> {
  const checked = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: t('Checking reviews against their PDFs'),
      cancellable: true,
    },
    (progress, token) => verifyAll(libraries.all, progress, token),
  );
  if (checked === undefined) return;
  const records = checked.flatMap(({ records }) => records);
  const differ = records.filter(isDifference).length;
  if (records.every(({ findings }) => findings.join() === 'matches')) {
    void vscode.window.showInformationMessage(
      records.length === 1
        ? t('1 completed review was checked, and it matches its PDF.')
        : t('{0} completed reviews were checked, and all match their PDFs.', records.length),
    );
    return;
  }
  const content = renderMarkdown([
    heading(1, t('Records that differ')),
    paragraph(t('{0} reviews were checked, {1} differ.', records.length, differ)),
    ...checked.flatMap(({ library, records: own }) =>
      section(checked.length > 1 ? library.folder.name : null, own),
    ),
  ]);
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'markdown', content }),
  );
}

interface Checked {
  readonly library: FolderLibrary;
  readonly records: readonly VerifiedRecord[];
}

/** Undefined when the user has had enough. */
async function verifyAll(
  libraries: readonly FolderLibrary[],
  progress: vscode.Progress<{ message: string }>,
  token: vscode.CancellationToken,
): Promise<readonly Checked[] | undefined> {
  const cancellation = new AbortController();
  const subscription = token.onCancellationRequested(() => {
    cancellation.abort();
  });
  try {
    const checked: Checked[] = [];
    for (const library of libraries) {
      const records = await library.verify(cancellation.signal, (done, total) => {
        progress.report({ message: t('{0} of {1} PDFs', done, total) });
      });
      checked.push({ library, records });
    }
    return cancellation.signal.aborted ? undefined : checked;
  } finally {
    subscription.dispose();
  }
}

function section(folder: string | null, records: readonly VerifiedRecord[]): BlockContent[] {
  const rows = records
    .filter(({ findings }) => findings.join() !== 'matches')
    .map(({ review, report, findings, nowAt }) => {
      const pdf = nowAt.length === 0 ? (report ?? '') : `${report ?? ''} → ${nowAt.join(', ')}`;
      return [review, findings.map(findingInWords).join(' · '), pdf].map(oneLine);
    });
  return [
    ...(folder === null ? [] : [heading(2, oneLine(folder))]),
    table([t('Review'), t('Finding'), 'PDF'], rows),
  ];
}

function findingInWords(finding: RecordFinding): string {
  switch (finding) {
    case 'matches':
      return t('the PDF is the one that was reviewed');
    case 'moved':
      return t('the PDF that was reviewed lies elsewhere now');
    case 'changed':
      return t('the PDF is not the one that was reviewed');
    case 'missing':
      return t('the PDF that was reviewed is not there');
    case 'unreadable':
      return t('the PDF can’t be read');
    case 'unbound':
      return t('the review names no hash of a PDF');
    case 'invalid':
      return t('the file can’t be read as a review');
    case 'edited':
      return t('the review was edited after it was completed');
  }
}
