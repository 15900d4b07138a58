import * as vscode from 'vscode';
import { COMMANDS } from '../contributions.ts';
import { once, type TreeNode } from '../tree/node.ts';
import { tooltipMarkdown, treeItem } from './appearance.ts';
import type { Disposable } from '../disposables.ts';

/** Shows nodes that are made anew when something has changed. Their ids keep selection and open branches in place. */
export class TreeProvider implements vscode.TreeDataProvider<TreeNode>, Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #makeRoots: () => readonly TreeNode[];
  #roots: () => readonly TreeNode[];

  readonly onDidChangeTreeData = this.#changed.event;

  /** `makeRoots` is called when the view is first shown, and after each `refresh`. */
  constructor(makeRoots: () => readonly TreeNode[]) {
    this.#makeRoots = makeRoots;
    this.#roots = once(makeRoots);
  }

  get roots(): readonly TreeNode[] {
    return this.#roots();
  }

  refresh(): void {
    this.#roots = once(this.#makeRoots);
    this.#changed.fire();
  }

  getChildren(node?: TreeNode): TreeNode[] {
    return [...(node === undefined ? this.#roots() : node.children())];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent ?? undefined;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return treeItem(node, clickCommand(node));
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    item.tooltip = tooltipMarkdown(node);
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** A click on a file or a review opens it; on anything else it opens or closes the branch. */
function clickCommand(node: TreeNode): vscode.Command | undefined {
  switch (node.subject.is) {
    case 'document':
      return { command: COMMANDS.openReport, title: '', arguments: [node] };
    case 'review':
      return { command: COMMANDS.openReview, title: '', arguments: [node] };
    case 'own-document':
      return node.subject.own.document.path === null
        ? undefined
        : { command: COMMANDS.openOwnDocument, title: '', arguments: [node] };
    case 'detail':
      return node.subject.passage === null
        ? undefined
        : { command: COMMANDS.openReport, title: '', arguments: [node] };
    case 'vendor':
    case 'group':
    case 'files':
    case 'same-vendor':
      return undefined;
  }
}
