import * as vscode from 'vscode';
import { VIEWS } from '../contributions.ts';
import { Disposables, type Disposable } from '../disposables.ts';
import { inboxNodes } from '../tree/inbox-nodes.ts';
import { TreeProvider } from './tree-provider.ts';
import type { ViewSources } from './vendors-view.ts';

/** The *Inbox* view: files that need a person, and files that were set aside, each with its reason. */
export function inboxView({ libraries, board }: Pick<ViewSources, 'libraries' | 'board'>): Disposable {
  const owned = new Disposables();
  const provider = owned.add(
    new TreeProvider(() => {
      libraries.start();
      return inboxNodes(board.today);
    }),
  );
  owned.add(vscode.window.createTreeView(VIEWS.inbox, { treeDataProvider: provider, showCollapseAll: true }));
  owned.add(
    board.onDidChange(() => {
      provider.refresh();
    }),
  );
  return owned;
}
