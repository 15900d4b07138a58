import { MAX_SELECTION, type SelectedText } from '../protocol.ts';

/** What is selected on a page, and where; null when nothing is. */
export interface PageSelection extends SelectedText {
  readonly range: Range;
}

/**
 * The words that are selected in the text of a page, in one line. Of a selection over several pages only what
 * stands on the first counts: a passage has one page.
 */
export function selectionOnPage(): PageSelection | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const layer = elementOf(range.startContainer)?.closest('.textLayer');
  const page = Number(layer?.closest<HTMLElement>('.page')?.dataset['pageNumber']);
  if (!layer || !Number.isInteger(page)) return null;
  if (!layer.contains(range.endContainer)) range.setEnd(layer, layer.childNodes.length);
  const text = textOf(range).slice(0, MAX_SELECTION);
  return text === '' ? null : { page, text, range };
}

/** The same, as the host is told of it. */
export function selectedText(): SelectedText | null {
  const selected = selectionOnPage();
  return selected && { page: selected.page, text: selected.text };
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/** Lines of a page are elements of their own, between which a range's text has no space. */
function textOf(range: Range): string {
  const fragment = range.cloneContents();
  for (const lineEnd of fragment.querySelectorAll('br')) lineEnd.replaceWith('\n');
  return fragment.textContent.replaceAll(/\s+/g, ' ').trim();
}
