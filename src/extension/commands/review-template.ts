import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { DEFAULT_TEMPLATE } from '../../core/summary/review-template.ts';
import { exists, writeNewFile } from '../adapters/new-file.ts';
import { retold } from '../language.ts';
import { templateSetting } from '../settings.ts';
import { openReview, textOf } from './files.ts';

/** Where a new template is put when the settings name none: not among the reviews, as it is none. */
const USUAL_PLACE = 'templates/soc-review.md';

/** The company's template; null when there is none, undefined when it can't be read, which has been said by then. */
export async function readTemplate(root: vscode.Uri): Promise<string | null | undefined> {
  const path = templateSetting(root);
  if (path === '') return null;
  try {
    return await textOf(vscode.Uri.joinPath(root, path));
  } catch {
    await showBadTemplate(root, t('There is no such file.'));
    return undefined;
  }
}

/** Says what is wrong with the template, and leads to it. */
export async function showBadTemplate(root: vscode.Uri, why: string): Promise<void> {
  const path = templateSetting(root);
  const file = vscode.Uri.joinPath(root, path);
  const isThere = await exists(file);
  const open = isThere ? t('Open Template') : t('Open Settings');
  const message = t('The review template {0} can’t be used. {1}', path, retold(why));
  const answer = await vscode.window.showErrorMessage(message, open);
  if (answer === undefined) return;
  if (isThere) await openReview(file);
  else await vscode.commands.executeCommand('workbench.action.openSettings', 'socReview.reviewTemplate');
}

/** Writes the usual template for a company to change, and has reviews use it. One that is there already is opened. */
export async function createReviewTemplate(root: vscode.Uri): Promise<void> {
  const path = templateSetting(root) || USUAL_PLACE;
  const file = vscode.Uri.joinPath(root, path);
  try {
    await writeNewFile(file, new TextEncoder().encode(DEFAULT_TEMPLATE));
    await vscode.workspace
      .getConfiguration('socReview', root)
      .update('reviewTemplate', path, vscode.ConfigurationTarget.WorkspaceFolder);
  } catch {
    void vscode.window.showErrorMessage(t('{0} could not be written. Is the folder read-only?', path));
    return;
  }
  await openReview(file);
}
