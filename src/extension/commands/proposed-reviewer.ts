import type * as vscode from 'vscode';
import { gitUserName } from '../adapters/git-user.ts';
import { reviewerSetting } from '../settings.ts';

/** Who is reviewing, as far as the settings or git can tell; undefined when neither can. */
export async function proposedReviewer(folder: vscode.Uri): Promise<string | undefined> {
  const set = reviewerSetting(folder);
  return set === '' ? await gitUserName(folder) : set;
}
