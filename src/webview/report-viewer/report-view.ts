import { PixelsPerInch, type PDFDocumentProxy } from 'pdfjs-dist';
import { EventBus, PDFLinkService, type PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs';
import type { ReadingPosition, Zoom } from '../protocol.ts';
import { element } from './dom.ts';
import { PagePlaces, scrolledPages } from './page-places.ts';
import { createPdfViewer } from './pdf-viewer.ts';
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
  readonly #places: PagePlaces;
  readonly #options: ReportViewOptions;
  #viewer: PDFViewer | null = null;
  #document: PDFDocumentProxy | null = null;

  constructor(options: ReportViewOptions) {
    this.#options = options;
    const { container, pages } = scrolledPages(options.pages);
    this.#container = container;
    this.#places = new PagePlaces(container, pages);
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

  /** Shows a document whose first page is there, in place of the one before, and closes that. */
  async show(document: PDFDocumentProxy, position: ReadingPosition | null): Promise<void> {
    const viewer = (this.#viewer ??= this.#createViewer());
    const before = this.#document;
    this.#document = document;
    const ready = new Promise<void>((resolve) => {
      onViewer(
        this.bus,
        'pagesinit',
        () => {
          // Before pdf.js paints the first page, at a size and place that nobody asked for.
          this.position = position ?? START_POSITION;
          resolve();
        },
        { once: true },
      );
    });
    this.links.setDocument(document);
    viewer.setDocument(document);
    await ready;
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
    if (!this.#viewer) return;
    this.#catchUp(this.#viewer);
    this.#viewer.currentScaleValue = toScaleValue(zoom);
  }

  /** How large the pages are now; 1 is 100 %. */
  get factor(): number {
    return this.#viewer?.currentScale ?? 1;
  }

  zoomStep(direction: 'in' | 'out'): void {
    this.zoom = nextZoom(this.factor, direction);
  }

  /** Turns all pages by a quarter, clockwise, around the page that is read. */
  rotate(): void {
    const viewer = this.#viewer;
    if (!viewer) return;
    this.#catchUp(viewer);
    const { page } = this;
    viewer.pagesRotation = (viewer.pagesRotation + 90) % 360;
    this.page = page;
  }

  get position(): ReadingPosition {
    const { page, below } = this.#places.top;
    return {
      page,
      offset: below === null ? null : Math.round(below / this.#pixelsPerPoint),
      zoom: this.zoom,
      rotation: toRotation(this.#viewer?.pagesRotation ?? 0),
    };
  }

  set position({ page, offset, zoom, rotation }: ReadingPosition) {
    if (!this.#viewer) return;
    // First the page: turning and zooming paint what is in sight, which is to be nothing else.
    this.page = page;
    this.#viewer.pagesRotation = rotation;
    this.#viewer.currentScaleValue = toScaleValue(zoom);
    this.page = page;
    if (offset !== null && this.page === page) this.#places.scrollTo(page, offset * this.#pixelsPerPoint);
  }

  /** The place at the top of the window: 12.5 is the middle of page 12. */
  get place(): number {
    return this.#places.place;
  }

  set place(place: number) {
    this.#places.place = place;
  }

  onScroll(listener: () => void): void {
    this.#container.addEventListener('scroll', listener, { passive: true });
  }

  pageElement(number: number): HTMLElement | null {
    return this.#places.pageElement(number);
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
    this.#places.bringIntoView(ranges);
  }

  #createViewer(): PDFViewer {
    return createPdfViewer({
      container: this.#container,
      bus: this.bus,
      links: this.links,
      assets: this.#options.assets,
      language: this.#options.language,
    });
  }

  /**
   * pdf.js learns where the reader is when the browser tells of scrolling, with the next frame, and zooms and turns
   * around the place that it knows: without this, around the page that somebody has just left.
   */
  #catchUp(viewer: PDFViewer): void {
    if (viewer.pagesCount > 0) viewer.update();
  }

  #finishedTextLayer(number: number): Element | null {
    const layer = this.pageElement(number)?.querySelector('.textLayer:not([hidden])');
    return layer?.querySelector('.endOfContent') ? layer : null;
  }

  get #pixelsPerPoint(): number {
    return this.factor * PixelsPerInch.PDF_TO_CSS_UNITS;
  }

  #onWheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    // Trackpads report pinches as small wheel steps; mice report large ones.
    const step = Math.max(-0.25, Math.min(0.25, -event.deltaY / 200));
    const viewer = this.#viewer;
    if (!viewer) return;
    this.#catchUp(viewer);
    viewer.updateScale({
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
