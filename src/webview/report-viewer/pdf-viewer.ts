import { AnnotationEditorType, AnnotationMode } from 'pdfjs-dist';
import {
  PDFFindController,
  PDFViewer,
  type EventBus,
  type PDFLinkService,
} from 'pdfjs-dist/web/pdf_viewer.mjs';
import type { PDFViewerOptions } from 'pdfjs-dist/types/web/pdf_viewer.js';
import { forgetFonts, forgetHiddenPages } from './page-memory.ts';

export interface PdfViewerOptions {
  readonly container: HTMLDivElement;
  readonly bus: EventBus;
  readonly links: PDFLinkService;
  /** Address of the folder with the viewer's files. */
  readonly assets: string;
  readonly language: string;
}

/** pdf.js's viewer of pages, with its find controller, and without all that a read-only view of a report has no use for. */
export function createPdfViewer(options: PdfViewerOptions): PDFViewer {
  const { container, bus, assets, language } = options;
  // pdf.js declares its interfaces as classes that nobody constructs.
  const linkService = options.links as unknown as NonNullable<PDFViewerOptions['linkService']>;
  const l10n = untranslated(language) as unknown as NonNullable<PDFViewerOptions['l10n']>;
  const viewer = new PDFViewer({
    container,
    eventBus: bus,
    linkService,
    findController: new PDFFindController({ eventBus: bus, linkService }),
    annotationMode: AnnotationMode.ENABLE,
    imageResourcesPath: `${assets}/images/`,
    annotationEditorMode: AnnotationEditorType.DISABLE,
    // Links are what the PDF says is a link, not what looks like an address.
    enableAutoLinking: false,
    l10n,
  });
  options.links.setViewer(viewer);
  forgetHiddenPages(viewer, bus);
  // When the reader rests, pages that were begun and left are let go, too.
  if (viewer.renderingQueue) {
    viewer.renderingQueue.onIdle = () => {
      viewer.cleanup();
      void forgetFonts(viewer);
    };
  }
  return viewer;
}

/**
 * pdf.js would bring its own translations and look for them on the network. All words that a reader of this
 * viewer meets are our own.
 */
const untranslated = (language: string) => ({
  getLanguage: () => language,
  getDirection: () => 'ltr',
  get: (_ids: unknown, _args?: unknown, fallback = '') => Promise.resolve(fallback),
  translate: () => Promise.resolve(),
  pause: () => undefined,
  resume: () => undefined,
});
