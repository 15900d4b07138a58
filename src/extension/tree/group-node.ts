import { once, type TreeNode } from './node.ts';

export interface Group {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly startsOpen: boolean;
  readonly children: (group: TreeNode) => readonly TreeNode[];
}

/** A heading of the *Vendors* tree with the rows below it. */
export function groupNode({ id, label, description, spoken, startsOpen, children }: Group): TreeNode {
  const node: TreeNode = {
    id,
    parent: null,
    subject: { is: 'group' },
    row: {
      label,
      description,
      icon: null,
      tone: 'plain',
      spoken,
      capabilities: [],
      branch: startsOpen ? 'expanded' : 'collapsed',
    },
    children: once(() => children(node)),
  };
  return node;
}
