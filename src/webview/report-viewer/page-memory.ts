import { TextLayer } from 'pdfjs-dist';
import type { EventBus, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import { onViewer } from './viewer-events.ts';

/** What we use of a page in pdf.js's viewer, as it is there; its own types say nothing. */
interface PageView {
  /** Null for a page whose text isn't shown. */
  readonly textLayer: object | null;
  /** Marks what a search finds, and holds all elements of the page's text for that. */
  readonly _textHighlighter: { setTextMapping(elements: null, texts: null): void };
}

/** After how many painted pages the fonts of all of them are let go. */
const PAGES_BETWEEN = 50;

/** After how many more it is tried again, when a page was just being painted. */
const PAGES_UNTIL_RETRY = 5;

/**
 * Keeps what a long report costs in memory to the pages in sight. pdf.js drops the pictures of other pages by itself,
 * but lets go of the rest only when its reader rests for half a minute, and of some of it never: of everybody who
 * reads on, the whole report would be held.
 */
export function forgetHiddenPages(viewer: PDFViewer, bus: EventBus): void {
  const held = new Set<number>();
  onViewer(bus, 'textlayerrendered', ({ pageNumber }) => {
    // The browser remembers the width of every line for as long as there is the canvas on which pdf.js measures them.
    TextLayer.cleanup();
    held.add(pageNumber);
    for (const number of held) {
      const page = viewer.getPageView(number - 1) as PageView | undefined;
      // Its text layer is dropped, and not the elements that were in it.
      if (page?.textLayer) continue;
      page?._textHighlighter.setTextMapping(null, null);
      held.delete(number);
    }
  });
  let painted = 0;
  onViewer(bus, 'pagerendered', () => {
    painted += 1;
    if (painted < PAGES_BETWEEN) return;
    painted = 0;
    void forgetFonts(viewer).then((forgotten) => {
      if (!forgotten) painted = PAGES_BETWEEN - PAGES_UNTIL_RETRY;
    });
  });
}

/**
 * Lets go of fonts and pictures that painted pages were made of. What is in sight stays painted.
 * @returns whether it could be done; not while a page is being painted, which needs them.
 */
export async function forgetFonts(viewer: PDFViewer): Promise<boolean> {
  try {
    await viewer.pdfDocument?.cleanup();
    return true;
  } catch {
    return false;
  }
}
