import type * as vscode from 'vscode';
import type { FolderRef, TreeNode } from '../tree/node.ts';
import type { TreeProvider } from './tree-provider.ts';

/**
 * Selects a vendor's row, wherever it stands in the tree, and opens it.
 * @returns false when the tree has no such row: a filter hides it
 */
export async function revealVendor(
  view: vscode.TreeView<TreeNode>,
  provider: TreeProvider,
  folder: FolderRef,
  vendorId: string,
): Promise<boolean> {
  const row = rowOf(provider.roots, folder, vendorId);
  if (row === undefined) return false;
  await view.reveal(row, { select: true, focus: true, expand: true });
  return true;
}

/** Vendors stand at the top or in groups, never below other things. */
function rowOf(nodes: readonly TreeNode[], folder: FolderRef, vendorId: string): TreeNode | undefined {
  for (const node of nodes) {
    const { subject } = node;
    if (subject.is === 'vendor') {
      if (subject.folder.uri === folder.uri && subject.vendor.dossier.id === vendorId) return node;
    } else {
      const found = rowOf(node.children(), folder, vendorId);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
