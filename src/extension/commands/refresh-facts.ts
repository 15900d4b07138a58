import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { UneditableError } from '../../core/register/yaml-edit.ts';
import { readPreviousReview } from '../../core/summary/carry-forward.ts';
import { refreshReview, type RefreshedReview } from '../../core/summary/generated-sections.ts';
import { retold } from '../language.ts';
import type { Libraries } from '../library/libraries.ts';
import type { StatusDate } from '../library/status-date.ts';
import type { GeneratedTexts } from '../review-editor/generated-texts.ts';
import { reviewedFile, type ReviewedFile } from '../review-editor/reviewed-file.ts';
import { editText } from './edit-text.ts';
import { openReview, textOf } from './files.ts';

export interface RefreshSources {
  readonly libraries: Libraries;
  readonly date: StatusDate;
  readonly texts: GeneratedTexts;
}

/**
 * Brings the generated parts of a draft up to date. Shows what would change beside the draft, and changes it when the
 * person says so.
 */
export async function refreshFacts(review: vscode.Uri, sources: RefreshSources): Promise<void> {
  const file = await vscode.workspace.openTextDocument(review);
  const found = reviewedFile(sources.libraries, file);
  if (found === undefined) return;
  if (found.document === null) {
    void vscode.window.showWarningMessage(t('The report that this review is about isn’t on file.'));
    return;
  }
  let fresh: RefreshedReview;
  try {
    fresh = await refreshed(found, found.document, sources);
  } catch (error) {
    if (!(error instanceof UneditableError)) throw error;
    void vscode.window.showWarningMessage(retold(error.message));
    return;
  }
  if (fresh.refreshed.length === 0) {
    void vscode.window.showInformationMessage(
      fresh.kept.length === 0
        ? t('The review says what the report says. Nothing is to be refreshed.')
        : t(
            'Only parts that you have edited read differently by now, and stay as they are: {0}.',
            fresh.kept.join(', '),
          ),
    );
    return;
  }
  const { version } = file;
  if (!(await isWanted(file, fresh, found, sources))) return;
  // What was typed while the person looked at the difference counts too.
  if (file.version === version) await apply(file, fresh);
  else await refreshFacts(review, sources);
}

async function refreshed(
  { library, snapshot, dossier, review, text }: ReviewedFile,
  document: NonNullable<ReviewedFile['document']>,
  { date }: RefreshSources,
): Promise<RefreshedReview> {
  const root = library.folder.uri;
  const others = { ...dossier, reviews: dossier.reviews.filter(({ path }) => path !== review.path) };
  const previous = await readPreviousReview(others, document, date.today, (path) =>
    textOf(vscode.Uri.joinPath(root, path)),
  );
  return refreshReview(review.path, text, {
    base: { folder: review.path.split('/').slice(0, -1).join('/') },
    dossier,
    document,
    library: snapshot,
    reviewer: review.record?.reviewer ?? '',
    confirmed: {},
    today: date.today,
    previous,
  });
}

/** Shows the difference and asks; the difference is closed again. */
async function isWanted(
  file: vscode.TextDocument,
  { text, refreshed: sections, kept }: RefreshedReview,
  { library, review }: ReviewedFile,
  { texts }: RefreshSources,
): Promise<boolean> {
  const proposal = texts.put(library.folder.uri, review.path, text);
  const title = t('Refresh Facts: {0}', review.path);
  await vscode.commands.executeCommand('vscode.diff', file.uri, proposal, title, { preview: true });
  const yes = t('Refresh');
  const answer = await vscode.window.showInformationMessage(
    kept.length === 0
      ? t('Refresh {0}? What you filled in stays.', sections.join(', '))
      : t(
          'Refresh {0}? What you filled in stays, and so do the parts that you edited: {1}.',
          sections.join(', '),
          kept.join(', '),
        ),
    yes,
    t('Leave It'),
  );
  await closeTab(proposal);
  return answer === yes;
}

async function closeTab(proposal: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all
    .flatMap(({ tabs: all }) => all)
    .filter(
      ({ input }) =>
        input instanceof vscode.TabInputTextDiff && input.modified.toString() === proposal.toString(),
    );
  await vscode.window.tabGroups.close(tabs);
}

async function apply(file: vscode.TextDocument, { text }: RefreshedReview): Promise<void> {
  await openReview(file.uri);
  if (await editText(file, text)) return;
  void vscode.window.showErrorMessage(t('The review could not be changed. Is the file read-only?'));
}
