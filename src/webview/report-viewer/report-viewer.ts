import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import type {
  FileVersion,
  KnownAboutReport,
  OpenReport,
  Passage,
  Revealed,
  ViewerPreferences,
} from '../protocol.ts';
import { fill } from '../strings.ts';
import { element } from './dom.ts';
import { FactsSide } from './facts/facts-side.ts';
import { FindBar } from './find-bar.ts';
import type { Host } from './host.ts';
import { listenToKeys } from './keyboard.ts';
import { viewerLayout } from './layout.ts';
import { routeLinks } from './links.ts';
import { MessagePanel } from './message-panel.ts';
import { Notice } from './notice.ts';
import { pageButtons, pageKeys } from './page-controls.ts';
import { pageInWords } from './page-words.ts';
import { PairedScrolling } from './paired-scrolling.ts';
import { PassageMarker } from './passage.ts';
import { PositionReporter } from './position-reporter.ts';
import { printElsewhere } from './print.ts';
import { ReportProblem } from './problem.ts';
import { ReportOpener } from './report-opener.ts';
import { ReportView, START_POSITION } from './report-view.ts';
import { SelectionBar } from './selection-bar.ts';
import { SideBar } from './side-bar.ts';
import { Toolbar } from './toolbar.ts';
import { onViewer } from './viewer-events.ts';

export interface Surroundings {
  readonly host: Host;
  readonly worker: Promise<PDFWorker>;
  /** Address of the folder with the viewer's files. */
  readonly assets: string;
  readonly language: string;
}

/** The viewer: puts the parts together and lets them speak with each other and with the host. */
export class ReportViewer {
  readonly #host: Host;
  readonly #view: ReportView;
  readonly #opener: ReportOpener;
  readonly #toolbar: Toolbar;
  readonly #sideBar: SideBar;
  readonly #facts: FactsSide;
  readonly #findBar: FindBar;
  readonly #selectionBar: SelectionBar;
  readonly #marker: PassageMarker;
  readonly #message: MessagePanel;
  readonly #notice = new Notice();
  readonly #progress = element('vscode-progress-bar', { class: 'progress' });
  readonly #positions: PositionReporter;
  readonly paired: PairedScrolling;
  readonly #root: HTMLElement;
  #report: OpenReport;
  #preferences: ViewerPreferences;
  #printedPages: readonly (string | null)[] = [];

  constructor({ host, worker, assets, language }: Surroundings, report: OpenReport) {
    const { strings, preferences } = report;
    this.#host = host;
    this.#report = report;
    this.#preferences = preferences;
    const view = (this.#view = new ReportView({
      assets,
      language,
      pages: strings.pages,
      page: (page) => this.#pageInWords(page),
    }));
    this.#opener = new ReportOpener({
      host,
      worker,
      assets,
      view,
      onBusy: (busy) => {
        this.#progress.hidden = !busy;
      },
      onShown: (pdf, file) => this.#shown(pdf, file),
      onProblem: (problem) => {
        this.#showProblem(problem);
      },
      onOutdated: () => void this.#tryAgain(),
    });
    this.#findBar = new FindBar(view.bus, strings, () => {
      view.focus();
    });
    this.#marker = new PassageMarker(view, this.#findBar);
    this.#message = new MessagePanel(strings, () => void this.#tryAgain());
    this.#positions = new PositionReporter(view, host);
    this.paired = new PairedScrolling(view, host, report.isPaired);
    this.#sideBar = new SideBar(strings, view, preferences.sideBar, (sideBar) => {
      this.#prefer({ sideBar });
    });
    this.#facts = new FactsSide({
      strings,
      preferences,
      prefer: (changed) => {
        this.#prefer(changed);
      },
      reveal: (passage) => void this.reveal(passage),
      act: (fact, action) => {
        host.notify('factAction', { fact, action });
      },
      pageWords: (page) => this.#pageInWords(page),
      onClosed: () => {
        view.focus();
      },
    });
    this.#selectionBar = new SelectionBar(strings, view.root, {
      use: (selected) => {
        host.notify('useSelection', selected);
      },
      quote: (selected) => {
        host.notify('quoteSelection', selected);
      },
    });
    this.#toolbar = this.#createToolbar(language);
    view.root.append(this.#findBar.root, this.#selectionBar.root, this.#message.root, this.#notice.root);
    this.#root = viewerLayout({
      toolbar: this.#toolbar.root,
      progress: this.#progress,
      sideBar: this.#sideBar.root,
      pages: view.root,
      splitter: this.#facts.splitter.root,
      facts: this.#facts.panel.root,
    });
    this.#progress.setAttribute('aria-label', strings.opening);
    this.#paintPreferences();
    this.#listen();
    document.body.replaceChildren(this.#root);
    if (document.hasFocus()) view.focus();
  }

  /** Shows the report that the viewer was made for. */
  async start(): Promise<void> {
    const { file, position, passage, known } = this.#report;
    if (known) this.setKnown(known);
    await this.#opener.open(file, () =>
      passage ? { ...(position ?? START_POSITION), page: passage.page, offset: null } : position,
    );
    if (passage && this.#view.document) await this.reveal(passage);
  }

  /** Shows other bytes of the file, at the same place. */
  async changeFile(file: FileVersion): Promise<void> {
    await this.#opener.open(file, () => (this.#view.document ? this.#view.position : this.#report.position));
  }

  showDeleted(): void {
    this.#showProblem(new ReportProblem('deleted', 'the file was deleted'));
  }

  /** Goes to a passage and marks it, in what is there when the opening that is under way is over. */
  async reveal(passage: Passage): Promise<Revealed> {
    await this.#opener.settled;
    const revealed = await this.#marker.show(passage);
    if (passage.quote !== null && revealed.highlight === 'none')
      this.#notice.show(fill(this.#report.strings.quoteNotFound, passage.page));
    return revealed;
  }

  setKnown({ printedPages, sections, facts }: KnownAboutReport): void {
    this.#printedPages = printedPages;
    this.#toolbar.pageField.setPrintedPages(printedPages);
    this.#sideBar.setPrintedPages(printedPages);
    void this.#sideBar.setSections(sections);
    this.#facts.show(facts);
    this.#selectionBar.isOffered = facts !== null;
    this.#paintPreferences();
  }

  showFind(): void {
    this.#findBar.open();
  }

  walk(backwards: boolean): void {
    this.#facts.panel.walk(backwards);
  }

  #createToolbar(language: string): Toolbar {
    return new Toolbar(this.#report.strings, language, this.#preferences.darkPages, {
      ...pageButtons(this.#view),
      find: () => {
        this.#findBar.open();
      },
      openExternally: () => void printElsewhere(this.#host, this.#view.document, this.#report.name),
      setDarkPages: (darkPages) => {
        this.#prefer({ darkPages });
      },
      toggleSideBar: () => {
        this.#sideBar.toggle();
      },
      toggleFacts: () => {
        this.#prefer({ facts: this.#preferences.facts === 'open' ? 'closed' : 'open' });
      },
    });
  }

  async #shown(pdf: PDFDocumentProxy, { fileId }: FileVersion): Promise<void> {
    this.#positions.setFile(fileId);
    this.#message.hide();
    this.#toolbar.setPageCount(pdf.numPages);
    this.#toolbar.setPage(this.#view.page);
    this.#marker.clear();
    await this.#sideBar.setDocument(pdf);
  }

  async #tryAgain(): Promise<void> {
    try {
      this.#report = await this.#host.request('open', null);
      await this.start();
    } catch (error) {
      this.#showProblem(new ReportProblem('unreadable', String(error)));
    }
  }

  #showProblem(problem: ReportProblem): void {
    this.#message.show(problem.problem, this.#report.name);
    this.#host.notify('problem', { problem: problem.problem, detail: problem.message });
  }

  #pageInWords(page: number): string {
    const count = this.#view.pageCount || this.#printedPages.length;
    return pageInWords(this.#report.strings, page, count, this.#printedPages[page - 1] ?? null);
  }

  #listen(): void {
    const host = this.#host;
    const view = this.#view;
    onViewer(view.bus, 'pagechanging', ({ pageNumber }) => {
      this.#toolbar.setPage(pageNumber);
      this.#sideBar.setPage(pageNumber);
    });
    onViewer(view.bus, 'scalechanging', ({ scale }) => {
      this.#toolbar.setZoom(view.zoom, scale);
    });
    onViewer(
      view.bus,
      'pagerendered',
      ({ pageNumber }) => {
        const pages = view.pageCount;
        host.notify('painted', { page: pageNumber, pages, milliseconds: performance.now() });
      },
      { once: true },
    );
    // The editor gives the focus to the webview as a whole; there, keys would scroll nothing.
    window.addEventListener('focus', () => {
      if (document.activeElement === document.body) view.focus();
    });
    routeLinks(view.root, (url) => {
      host.notify('openLink', { url });
    });
    listenToKeys(document, {
      ...pageKeys(view),
      find: () => {
        this.#findBar.open();
      },
      findNext: (backwards) => {
        this.#findBar.next(backwards);
      },
      walk: (backwards) => {
        this.#facts.panel.walk(backwards);
      },
      undo: () => {
        host.notify('undo', null);
      },
      goToPageField: () => {
        this.#toolbar.pageField.focus();
      },
      dismiss: () => this.#dismiss(),
    });
  }

  #dismiss(): boolean {
    if (this.#findBar.isOpen) this.#findBar.close();
    else return this.#marker.clear();
    return true;
  }

  #prefer(changed: Partial<ViewerPreferences>): void {
    this.#preferences = { ...this.#preferences, ...changed };
    this.#paintPreferences();
    this.#host.notify('preferencesChanged', this.#preferences);
  }

  #paintPreferences(): void {
    const { darkPages, facts } = this.#preferences;
    this.#root.classList.toggle('dark-pages', darkPages);
    this.#toolbar.setSideBarOpen(this.#sideBar.isOpen);
    this.#toolbar.setFacts(this.#facts.setOpen(facts === 'open'));
  }
}
