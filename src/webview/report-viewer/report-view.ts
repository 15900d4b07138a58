import { AnnotationEditorType, AnnotationMode, PixelsPerInch, type PDFDocumentProxy } from 'pdfjs-dist';
import { EventBus, PDFFindController, PDFLinkService, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import type { PDFViewerOptions } from 'pdfjs-dist/types/web/pdf_viewer.js';
import type { ReadingPosition, Zoom } from '../protocol.ts';
import { element } from './dom.ts';
import { onViewer } from './viewer-events.ts';
import { clampZoom, fromScaleValue, nextZoom, toScaleValue } from './zoom.ts';

export interface ReportViewOptions {
  readonly language: string;
  /** Address of the folder with the viewer's files. */
  readonly assets: string;
  /** What the pages are called together. */
  readonly pages: string;
  /** What one page is called: "Page 12". */
  readonly page: (number: number) => string;
}

/** Where a reader begins in a report that they never opened. */
export const START_POSITION: ReadingPosition = { page: 1, offset: null, zoom: 'fit-width', rotation: 0 };

/** How long a wheel must rest before pages are painted sharp at their new size, in milliseconds. */
const WHEEL_REST = 300;

/** The pages of a report, on pdf.js's viewer components, which paint only what can be seen. */
export class ReportView {
  /** To be put into the page before the first document is shown. */
  readonly root: HTMLElement;
  readonly bus = new EventBus();
  readonly links = new PDFLinkService({ eventBus: this.bus, ignoreDestinationZoom: true });
  readonly #container: HTMLDivElement;
  readonly #pages = element('div', { class: 'pdfViewer' });
  readonly #options: ReportViewOptions;
  #viewer: PDFViewer | null = null;
  #document: PDFDocumentProxy | null = null;

  constructor(options: ReportViewOptions) {
    this.#options = options;
    this.#container = element(
      'div',
      {
        class: 'pages-scroll',
        // What the editor's own context menu hangs its entries on.
        'data-vscode-context': JSON.stringify({ webviewSection: 'page' }),
        tabindex: '0',
        role: 'region',
        'aria-label': options.pages,
      },
      this.#pages,
    );
    this.root = element('div', { class: 'pages' }, this.#container);
    this.#container.addEventListener(
      'wheel',
      (event) => {
        this.#onWheel(event);
      },
      { passive: false },
    );
    new ResizeObserver(() => {
      this.#onResize();
    }).observe(this.#container);
    onViewer(this.bus, 'pagerendered', ({ pageNumber }) => {
      this.pageElement(pageNumber)?.setAttribute('aria-label', options.page(pageNumber));
    });
  }

  /** Shows a document, in place of the one before, and closes that. */
  async show(document: PDFDocumentProxy, position: ReadingPosition | null): Promise<void> {
    const viewer = (this.#viewer ??= this.#createViewer());
    const before = this.#document;
    this.#document = document;
    const ready = new Promise<void>((resolve) => {
      onViewer(
        this.bus,
        'pagesinit',
        () => {
          resolve();
        },
        { once: true },
      );
    });
    this.links.setDocument(document);
    viewer.setDocument(document);
    await ready;
    this.position = position ?? START_POSITION;
    await before?.loadingTask.destroy();
  }

  /** Lets keys scroll the pages. */
  focus(): void {
    this.#container.focus({ preventScroll: true });
  }

  get document(): PDFDocumentProxy | null {
    return this.#document;
  }

  get pageCount(): number {
    return this.#viewer?.pagesCount ?? 0;
  }

  get page(): number {
    return this.#viewer?.currentPageNumber ?? 1;
  }

  /** Goes to the top of a page; one outside the report is taken to the nearest. */
  set page(number: number) {
    const viewer = this.#viewer;
    if (viewer && viewer.pagesCount > 0)
      viewer.currentPageNumber = Math.min(Math.max(number, 1), viewer.pagesCount);
  }

  get zoom(): Zoom {
    return fromScaleValue(this.#viewer?.currentScaleValue, this.factor);
  }

  set zoom(zoom: Zoom) {
    if (this.#viewer) this.#viewer.currentScaleValue = toScaleValue(zoom);
  }

  /** How large the pages are now; 1 is 100 %. */
  get factor(): number {
    return this.#viewer?.currentScale ?? 1;
  }

  zoomStep(direction: 'in' | 'out'): void {
    this.zoom = nextZoom(this.factor, direction);
  }

  rotate(): void {
    if (this.#viewer) this.#viewer.pagesRotation = (this.#viewer.pagesRotation + 90) % 360;
  }

  get position(): ReadingPosition {
    const top = this.#container.scrollTop;
    const page = this.#pageAt(top);
    const div = this.pageElement(page);
    return {
      page,
      offset: div ? Math.round((top - div.offsetTop - div.clientTop) / this.#pixelsPerPoint) : null,
      zoom: this.zoom,
      rotation: toRotation(this.#viewer?.pagesRotation ?? 0),
    };
  }

  set position({ page, offset, zoom, rotation }: ReadingPosition) {
    if (!this.#viewer) return;
    this.#viewer.pagesRotation = rotation;
    this.zoom = zoom;
    this.page = page;
    const div = this.pageElement(this.page);
    if (div && offset !== null && this.page === page)
      this.#container.scrollTop = div.offsetTop + div.clientTop + offset * this.#pixelsPerPoint;
  }

  /** The place at the top of the window: 12.5 is the middle of page 12. */
  get place(): number {
    const top = this.#container.scrollTop;
    const page = this.#pageAt(top);
    const div = this.pageElement(page);
    if (!div) return page;
    const share = (top - div.offsetTop - div.clientTop) / Math.max(div.offsetHeight, 1);
    return page + Math.min(Math.max(share, 0), 0.999);
  }

  set place(place: number) {
    const div = this.pageElement(Math.min(Math.floor(place), this.pageCount));
    if (div)
      this.#container.scrollTop =
        div.offsetTop + div.clientTop + (place - Math.floor(place)) * div.offsetHeight;
  }

  onScroll(listener: () => void): void {
    this.#container.addEventListener('scroll', listener, { passive: true });
  }

  pageElement(number: number): HTMLElement | null {
    const page = this.#pages.children.item(number - 1);
    return page instanceof HTMLElement ? page : null;
  }

  /** The text of a page as it lies over its picture, once it is there; the page must be in sight. */
  textLayer(number: number, signal: AbortSignal): Promise<Element> {
    const existing = this.#finishedTextLayer(number);
    if (existing) return Promise.resolve(existing);
    return new Promise((resolve, reject) => {
      signal.addEventListener(
        'abort',
        () => {
          reject(new Error(`page ${number} was not painted`));
        },
        { once: true },
      );
      onViewer(
        this.bus,
        'textlayerrendered',
        ({ pageNumber }) => {
          const layer = pageNumber === number ? this.#finishedTextLayer(number) : null;
          if (layer) resolve(layer);
        },
        { signal },
      );
    });
  }

  /** Moves a passage into sight, with some of what stands before it, unless all of it is to be seen already. */
  bringIntoView(ranges: readonly Range[]): void {
    const box = this.#container.getBoundingClientRect();
    const rects = ranges.map((range) => range.getBoundingClientRect());
    const [first] = rects;
    if (!first) return;
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    if (first.top < box.top || bottom > box.bottom)
      this.#container.scrollTop += first.top - box.top - box.height / 3;
    const left = Math.min(...rects.map((rect) => rect.left));
    const right = Math.max(...rects.map((rect) => rect.right));
    if (left < box.left || right > box.right) this.#container.scrollLeft += left - box.left - box.width / 10;
  }

  #createViewer(): PDFViewer {
    // pdf.js declares its interfaces as classes that nobody constructs.
    const linkService = this.links as unknown as NonNullable<PDFViewerOptions['linkService']>;
    const l10n = untranslated(this.#options.language) as unknown as NonNullable<PDFViewerOptions['l10n']>;
    const viewer = new PDFViewer({
      container: this.#container,
      eventBus: this.bus,
      linkService,
      findController: new PDFFindController({ eventBus: this.bus, linkService }),
      annotationMode: AnnotationMode.ENABLE,
      imageResourcesPath: `${this.#options.assets}/images/`,
      annotationEditorMode: AnnotationEditorType.DISABLE,
      // Links are what the PDF says is a link, not what looks like an address.
      enableAutoLinking: false,
      l10n,
    });
    this.links.setViewer(viewer);
    // Fonts and pictures of pages read long ago are let go when the reader rests. A page that is just being
    // painted keeps them until the next time.
    if (viewer.renderingQueue) {
      viewer.renderingQueue.onIdle = () => {
        viewer.cleanup();
        this.#document?.cleanup().catch(() => undefined);
      };
    }
    return viewer;
  }

  #finishedTextLayer(number: number): Element | null {
    const layer = this.pageElement(number)?.querySelector('.textLayer:not([hidden])');
    return layer?.querySelector('.endOfContent') ? layer : null;
  }

  get #pixelsPerPoint(): number {
    return this.factor * PixelsPerInch.PDF_TO_CSS_UNITS;
  }

  /** The page at a height of the scrolled content, found by halving: a report may have thousands. */
  #pageAt(top: number): number {
    let low = 1;
    let high = Math.max(this.pageCount, 1);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const div = this.pageElement(middle);
      if (div && div.offsetTop <= top + 1) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #onWheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    // Trackpads report pinches as small wheel steps; mice report large ones.
    const step = Math.max(-0.25, Math.min(0.25, -event.deltaY / 200));
    this.#viewer?.updateScale({
      scaleFactor: clampZoom(this.factor * (1 + step)) / this.factor,
      origin: [event.clientX, event.clientY],
      drawingDelay: WHEEL_REST,
    });
  }

  #onResize(): void {
    if (this.pageCount === 0) return;
    const { zoom } = this;
    if (typeof zoom === 'string') this.zoom = zoom;
    this.#viewer?.update();
  }
}

const toRotation = (degrees: number): ReadingPosition['rotation'] =>
  ([0, 90, 180, 270] as const).find((turn) => turn === ((degrees % 360) + 360) % 360) ?? 0;

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
