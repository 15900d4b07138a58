import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { OutlineEntry, ViewerPreferences } from '../protocol.ts';
import { fill, type ViewerStrings } from '../strings.ts';
import { element, setPressed } from './dom.ts';
import { outlineOfSections, outlineTree, readOutline, type OutlineNode } from './outline.ts';
import type { ReportView } from './report-view.ts';
import { Thumbnails, type ThumbnailWords } from './thumbnails.ts';

type Kind = ViewerPreferences['sideBar'];

/** The bar on the left: the report's outline, or its pages as small pictures. Builds what is shown, when it is. */
export class SideBar {
  readonly root: HTMLElement;
  readonly #strings: ViewerStrings;
  readonly #view: ReportView;
  readonly #onChange: (kind: Kind) => void;
  readonly #content = element('div', { class: 'side-bar-content' });
  readonly #tabs: Readonly<Record<'outline' | 'thumbnails', HTMLButtonElement>>;
  readonly #thumbnails: Thumbnails;
  #kind: Kind;
  #lastOpen: Exclude<Kind, 'closed'>;
  #document: PDFDocumentProxy | null = null;
  #sections: readonly OutlineEntry[] = [];
  #printedPages: readonly (string | null)[] = [];

  constructor(strings: ViewerStrings, view: ReportView, kind: Kind, onChange: (kind: Kind) => void) {
    this.#strings = strings;
    this.#view = view;
    this.#onChange = onChange;
    this.#kind = kind;
    this.#lastOpen = kind === 'closed' ? 'outline' : kind;
    const goToPage = (page: number) => {
      view.page = page;
    };
    this.#thumbnails = new Thumbnails((page) => this.#thumbnailWords(page), goToPage);
    this.#tabs = {
      outline: this.#tab('outline', strings.outline),
      thumbnails: this.#tab('thumbnails', strings.thumbnails),
    };
    this.root = element(
      'nav',
      { class: 'side-bar', 'aria-label': strings.sideBar },
      element('div', { class: 'side-bar-tabs' }, this.#tabs.outline, this.#tabs.thumbnails),
      this.#content,
    );
    this.#paintTabs();
  }

  get isOpen(): boolean {
    return this.#kind !== 'closed';
  }

  toggle(): void {
    this.#setKind(this.isOpen ? 'closed' : this.#lastOpen);
  }

  async setDocument(document: PDFDocumentProxy | null): Promise<void> {
    this.#document = document;
    await this.#fill();
  }

  /** What stands in for the PDF's own outline when it has none. */
  async setSections(sections: readonly OutlineEntry[]): Promise<void> {
    this.#sections = sections;
    if (this.#kind === 'outline') await this.#fill();
  }

  /** The numbers that stand on the pages. */
  setPrintedPages(printedPages: readonly (string | null)[]): void {
    this.#printedPages = printedPages;
    this.#thumbnails.rename();
  }

  setPage(page: number): void {
    this.#thumbnails.setPage(page);
  }

  #thumbnailWords(page: number): ThumbnailWords {
    const printed = this.#printedPages[page - 1] ?? null;
    const [spoken, seen] = [fill(this.#strings.page, page), String(page)];
    if (printed === null) return { spoken, seen };
    const words = fill(this.#strings.printedPage, printed);
    return { spoken: `${spoken} · ${words}`, seen: `${seen} · ${words}` };
  }

  #tab(kind: Exclude<Kind, 'closed'>, label: string): HTMLButtonElement {
    const tab = element('button', { type: 'button', class: 'side-bar-tab' }, label);
    tab.addEventListener('click', () => {
      this.#setKind(kind);
    });
    return tab;
  }

  #setKind(kind: Kind): void {
    if (kind === this.#kind) return;
    this.#kind = kind;
    if (kind !== 'closed') this.#lastOpen = kind;
    this.#paintTabs();
    this.#onChange(kind);
    void this.#fill();
  }

  #paintTabs(): void {
    this.root.hidden = !this.isOpen;
    setPressed(this.#tabs.outline, this.#kind === 'outline');
    setPressed(this.#tabs.thumbnails, this.#kind === 'thumbnails');
  }

  async #fill(): Promise<void> {
    const document = this.#document;
    if (this.#kind === 'thumbnails') {
      this.#content.replaceChildren(this.#thumbnails.root);
      await this.#thumbnails.show(document);
      this.#thumbnails.setPage(this.#view.page);
      return;
    }
    await this.#thumbnails.show(null);
    if (this.#kind === 'closed' || !document) {
      this.#content.replaceChildren();
      return;
    }
    const nodes = await this.#outline(document);
    if (!this.#shows('outline', document)) return;
    this.#content.replaceChildren(
      nodes.length > 0
        ? outlineTree(nodes, this.#strings.outline)
        : element('p', { class: 'side-bar-empty' }, this.#strings.noOutline),
    );
  }

  /** Asked after waiting: by then the reader may have chosen something else. */
  #shows(kind: Kind, document: PDFDocumentProxy): boolean {
    return this.#kind === kind && this.#document === document;
  }

  async #outline(document: PDFDocumentProxy): Promise<readonly OutlineNode[]> {
    const own = await readOutline(document, this.#view.links);
    if (own.length > 0) return own;
    return outlineOfSections(this.#sections, (page) => {
      this.#view.page = page;
    });
  }
}
