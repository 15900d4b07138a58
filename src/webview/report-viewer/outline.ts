import '@vscode-elements/elements/dist/vscode-tree/index.js';
import '@vscode-elements/elements/dist/vscode-tree-item/index.js';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { PDFLinkService } from 'pdfjs-dist/web/pdf_viewer.mjs';
import type { OutlineEntry } from '../protocol.ts';
import { element } from './dom.ts';

/** One heading of an outline, and what a click on it does. */
export interface OutlineNode {
  readonly title: string;
  readonly go: () => void;
  readonly children: readonly OutlineNode[];
}

/** pdf.js gives an outline as a tree of these; its own type allows anything for the destination. */
interface PdfOutlineItem {
  readonly title: string;
  readonly dest: string | unknown[] | null;
  readonly items: readonly PdfOutlineItem[];
}

/** The PDF's own outline; empty when it has none. A heading that leads nowhere in the report only groups others. */
export async function readOutline(document: PDFDocumentProxy, links: PDFLinkService): Promise<OutlineNode[]> {
  const toNode = ({ title, dest, items }: PdfOutlineItem): OutlineNode => ({
    title: title.trim(),
    go: () => {
      if (dest !== null) void links.goToDestination(dest);
    },
    children: items.map(toNode),
  });
  const items = (await document.getOutline()) as readonly PdfOutlineItem[] | null;
  return (items ?? []).map(toNode);
}

/** The recognised sections as an outline. */
export const outlineOfSections = (
  sections: readonly OutlineEntry[],
  goToPage: (page: number) => void,
): OutlineNode[] =>
  sections.map(({ title, page }) => ({
    title,
    go: () => {
      goToPage(page);
    },
    children: [],
  }));

/** The outline as a tree: arrow keys move, Enter and a click go there. */
export function outlineTree(nodes: readonly OutlineNode[], label: string): HTMLElement {
  const goes = new WeakMap<Element, () => void>();
  const toItem = (node: OutlineNode): HTMLElement => {
    const item = element(
      'vscode-tree-item',
      { title: node.title, 'aria-label': node.title },
      // In an element, since the tree cuts off long text of elements alone with an ellipsis.
      element('span', {}, node.title),
      ...node.children.map(toItem),
    );
    item.branch = node.children.length > 0;
    goes.set(item, node.go);
    return item;
  };
  const tree = element('vscode-tree', { 'aria-label': label, class: 'outline' }, ...nodes.map(toItem));
  tree.addEventListener('vsc-tree-select', () => {
    const selected = [...tree.querySelectorAll('vscode-tree-item')].find((item) => item.selected);
    if (selected) goes.get(selected)?.();
  });
  return tree;
}
