import {
  NO_CHILDREN,
  once,
  type DocumentPassage,
  type FolderRef,
  type Row,
  type Tooltip,
  type TreeNode,
} from './node.ts';
import { joined } from './words.ts';

export interface Detail {
  /** What tells it from the others below the same parent. */
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  readonly icon: string | null;
  readonly tone?: Row['tone'];
  readonly tooltip?: Tooltip;
  readonly passage?: DocumentPassage;
  /** Whether it stands open from the start; a row without children is a leaf whatever this says. */
  readonly isOpen?: boolean;
  readonly children?: (node: TreeNode) => readonly TreeNode[];
}

/** A row of something to be known about a vendor, or of a section of such rows. */
export function detailNode(
  folder: FolderRef,
  parent: TreeNode,
  { key, label, description = '', icon, tone = 'plain', tooltip, passage, isOpen, children }: Detail,
): TreeNode {
  const node: TreeNode = {
    id: `${parent.id}/${key}`,
    parent,
    subject: { is: 'detail', folder, tooltip: tooltip ?? null, passage: passage ?? null },
    row: {
      label,
      description,
      icon,
      tone,
      spoken: joined(label, description),
      capabilities: passage === undefined ? [] : ['openReport'],
      branch: children === undefined ? 'leaf' : isOpen === true ? 'expanded' : 'collapsed',
    },
    children: children === undefined ? NO_CHILDREN : once(() => children(node)),
  };
  return node;
}
