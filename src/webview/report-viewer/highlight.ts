import { matchQuote } from './quote-match.ts';

/** The name by which the style sheet knows the marked passage. */
const HIGHLIGHT_NAME = 'passage';

/**
 * Marks a quote in a page's text layer. The marks are painted by the browser over ranges of the text
 * (CSS custom highlights), so the text layer itself isn't touched, and selection and search go on working.
 *
 * @returns the marked ranges, or null when the quote isn't on the page.
 */
export function highlightQuote(textLayer: Element, quote: string): Range[] | null {
  const nodes = textNodes(textLayer);
  const spans = matchQuote(
    nodes.map(({ data }) => data),
    quote,
  );
  if (!spans) return null;
  const ranges = spans.flatMap(({ piece, start, end }) => {
    const node = nodes[piece];
    if (!node) return [];
    const range = new Range();
    range.setStart(node, start);
    range.setEnd(node, end);
    return [range];
  });
  CSS.highlights.set(HIGHLIGHT_NAME, new Highlight(...ranges));
  return ranges;
}

export function clearHighlight(): void {
  CSS.highlights.delete(HIGHLIGHT_NAME);
}

function textNodes(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text) nodes.push(node);
  return nodes;
}
