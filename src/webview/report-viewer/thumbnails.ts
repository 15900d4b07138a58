import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist';
import { element } from './dom.ts';

/** In CSS pixels. */
const WIDTH = 120;

/** How far outside of the list's window pictures are painted ahead, and kept. */
const AHEAD = '400px';

interface Thumbnail {
  readonly number: number;
  readonly button: HTMLButtonElement;
  readonly paper: HTMLElement;
  readonly label: HTMLElement;
}

/** What a thumbnail is called: by who listens, and by who looks. */
export interface ThumbnailWords {
  readonly spoken: string;
  readonly seen: string;
}

/** Small pictures of all pages, of which only those in sight are painted, one after the other. */
export class Thumbnails {
  readonly root = element('div', { class: 'thumbnails' });
  readonly #words: (page: number) => ThumbnailWords;
  readonly #onPage: (page: number) => void;
  readonly #inSight = new Set<Thumbnail>();
  #thumbnails: readonly Thumbnail[] = [];
  #current = 1;
  #close: () => void = () => undefined;

  constructor(words: (page: number) => ThumbnailWords, onPage: (page: number) => void) {
    this.#words = words;
    this.#onPage = onPage;
    this.root.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
  }

  /** Takes pages from `document` until it is called again; null: shows nothing. */
  async show(document: PDFDocumentProxy | null): Promise<void> {
    this.#close();
    this.#inSight.clear();
    if (!document) {
      this.root.replaceChildren();
      return;
    }
    const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
    this.#thumbnails = Array.from({ length: document.numPages }, (_, index) =>
      this.#create(index + 1, height / width),
    );
    this.root.replaceChildren(...this.#thumbnails.map(({ button }) => button));
    const painter = new Painter(document, this.#inSight);
    const byButton = new Map<Element, Thumbnail>(
      this.#thumbnails.map((thumbnail) => [thumbnail.button, thumbnail]),
    );
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const thumbnail = byButton.get(target);
          if (!thumbnail) continue;
          if (isIntersecting) this.#inSight.add(thumbnail);
          else {
            this.#inSight.delete(thumbnail);
            thumbnail.paper.replaceChildren();
          }
        }
        painter.wake();
      },
      { root: this.root, rootMargin: AHEAD },
    );
    for (const { button } of this.#thumbnails) observer.observe(button);
    this.#close = () => {
      observer.disconnect();
      painter.stop();
    };
    this.setPage(this.#current);
  }

  /** Marks the page that the reader is on. */
  setPage(page: number): void {
    const before = this.#thumbnails[this.#current - 1]?.button;
    before?.removeAttribute('aria-current');
    before?.setAttribute('tabindex', '-1');
    this.#current = page;
    const now = this.#thumbnails[page - 1]?.button;
    now?.setAttribute('aria-current', 'page');
    now?.setAttribute('tabindex', '0');
    now?.scrollIntoView({ block: 'nearest' });
  }

  /** The words for the pages are others now. */
  rename(): void {
    for (const thumbnail of this.#thumbnails) this.#name(thumbnail);
  }

  #name({ number, button, label }: Thumbnail): void {
    const { spoken, seen } = this.#words(number);
    button.ariaLabel = spoken;
    label.textContent = seen;
  }

  #create(number: number, ratio: number): Thumbnail {
    const paper = element('span', { class: 'thumbnail-paper' });
    paper.style.width = `${WIDTH}px`;
    paper.style.height = `${Math.round(WIDTH * ratio)}px`;
    const label = element('span', { class: 'thumbnail-number' });
    const button = element('button', { type: 'button', class: 'thumbnail', tabindex: '-1' }, paper, label);
    button.addEventListener('click', () => {
      this.#onPage(number);
    });
    const thumbnail = { number, button, paper, label };
    this.#name(thumbnail);
    return thumbnail;
  }

  #onKey(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = {
      ArrowUp: -1,
      ArrowDown: 1,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    const from = this.#thumbnails.findIndex(({ button }) => button === document.activeElement);
    const to = Math.min(Math.max(from + step, 0), this.#thumbnails.length - 1);
    this.#thumbnails[to]?.button.focus();
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Paints one page after the other, nothing when nothing is in sight. */
class Painter {
  readonly #document: PDFDocumentProxy;
  readonly #inSight: ReadonlySet<Thumbnail>;
  #painting: RenderTask | null = null;
  #running = false;
  #stopped = false;

  constructor(document: PDFDocumentProxy, inSight: ReadonlySet<Thumbnail>) {
    this.#document = document;
    this.#inSight = inSight;
  }

  wake(): void {
    if (!this.#running) void this.#run();
  }

  stop(): void {
    this.#stopped = true;
    this.#painting?.cancel();
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let next = this.#next(); next; next = this.#next()) {
      const canvas = element('canvas');
      next.paper.replaceChildren(canvas);
      try {
        await this.#paint(canvas, await this.#document.getPage(next.number), next.paper);
      } catch {
        // A page that can't be painted keeps its white paper; the large view says what is wrong.
      }
    }
    this.#running = false;
  }

  #next(): Thumbnail | undefined {
    if (this.#stopped) return undefined;
    return [...this.#inSight].find(({ paper }) => !paper.hasChildNodes());
  }

  async #paint(canvas: HTMLCanvasElement, page: PDFPageProxy, paper: HTMLElement): Promise<void> {
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: (WIDTH / natural.width) * window.devicePixelRatio });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    paper.style.height = `${Math.round((WIDTH * natural.height) / natural.width)}px`;
    this.#painting = page.render({ canvas, viewport });
    await this.#painting.promise;
    this.#painting = null;
  }
}
