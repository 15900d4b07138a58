import type { EventBus, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import { onViewer } from './viewer-events.ts';

/** What we use of a page in pdf.js's viewer, as it is there; its own types say nothing. */
interface PageView {
  /** Null for a page whose text isn't shown. */
  readonly textLayer: object | null;
  /** Marks what a search finds, and holds all elements of the page's text for that. */
  readonly _textHighlighter: { setTextMapping(elements: null, texts: null): void };
}

/**
 * Lets go of the text of pages that are out of sight. pdf.js drops the picture and the text layer of such a page, but
 * goes on holding the elements of its text: of everybody who reads through a long report, all of it.
 */
export function forgetHiddenText(viewer: PDFViewer, bus: EventBus): void {
  const held = new Set<number>();
  onViewer(bus, 'textlayerrendered', ({ pageNumber }) => {
    held.add(pageNumber);
    for (const number of held) {
      const page = viewer.getPageView(number - 1) as PageView | undefined;
      if (page?.textLayer) continue;
      page?._textHighlighter.setTextMapping(null, null);
      held.delete(number);
    }
  });
}
