import * as vscode from 'vscode';
import { subserviceView } from '../../core/summary/subservice-view.ts';
import { userControlLedger } from '../../core/summary/user-control-ledger.ts';
import { VIEWS } from '../contributions.ts';
import { Disposables, type Disposable } from '../disposables.ts';
import { reviewNotes } from '../library/review-notes.ts';
import { controlNodes, type FolderControls } from '../tree/control-nodes.ts';
import { TreeProvider } from './tree-provider.ts';
import type { ViewSources } from './vendors-view.ts';

/**
 * The *Controls* view: what the reports of all vendors expect of us, and whom the vendors rely on. Nothing is gathered
 * before somebody opens it.
 */
export function controlsView({ libraries, board }: Pick<ViewSources, 'libraries' | 'board'>): Disposable {
  const owned = new Disposables();
  let shown: readonly FolderControls[] = [];
  const provider = owned.add(
    new TreeProvider(() => {
      libraries.start();
      return controlNodes(shown);
    }),
  );
  const view = owned.add(
    vscode.window.createTreeView(VIEWS.controls, { treeDataProvider: provider, showCollapseAll: true }),
  );
  let round = 0;
  const gather = async (): Promise<void> => {
    if (!view.visible) return;
    round++;
    const own = round;
    const folders = await Promise.all(
      board.today.map(async ({ folder, snapshot, asOf }): Promise<FolderControls> => {
        const notes = await reviewNotes(vscode.Uri.parse(folder.uri), snapshot);
        return {
          folder,
          ledger: userControlLedger(snapshot, asOf, notes),
          subservice: subserviceView(snapshot, asOf),
        };
      }),
    );
    // A later round has gathered newer things.
    if (own !== round) return;
    shown = folders;
    provider.refresh();
  };
  owned.add(view.onDidChangeVisibility(gather));
  owned.add(board.onDidChange(gather));
  return owned;
}
