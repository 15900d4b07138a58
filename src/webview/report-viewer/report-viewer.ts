import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import type { PDFWorker } from 'pdfjs-dist';
import type {
  FileVersion,
  KnownAboutReport,
  OpenReport,
  Passage,
  ReadingPosition,
  Revealed,
  ViewerPreferences,
} from '../protocol.ts';
import { fill } from '../strings.ts';
import { element } from './dom.ts';
import { FindBar } from './find-bar.ts';
import type { Host } from './host.ts';
import { listenToKeys } from './keyboard.ts';
import { routeLinks } from './links.ts';
import { MessagePanel } from './message-panel.ts';
import { Notice } from './notice.ts';
import { PassageMarker } from './passage.ts';
import { openPdf } from './pdf-document.ts';
import { PositionReporter } from './position-reporter.ts';
import { FileChanged, ReportProblem } from './problem.ts';
import { ReportView, START_POSITION } from './report-view.ts';
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

/** How long a file that is being written is left alone, in milliseconds. */
const CHANGE_REST = 1000;

/** The viewer: puts the parts together, and opens one version of the file after the other in them. */
export class ReportViewer {
  readonly #around: Surroundings;
  readonly #view: ReportView;
  readonly #toolbar: Toolbar;
  readonly #sideBar: SideBar;
  readonly #findBar: FindBar;
  readonly #marker: PassageMarker;
  readonly #message: MessagePanel;
  readonly #notice = new Notice();
  readonly #progress = element('vscode-progress-bar', { class: 'progress' });
  readonly #positions: PositionReporter;
  readonly #root: HTMLElement;
  #report: OpenReport;
  #preferences: ViewerPreferences;
  #opening = 0;

  constructor(around: Surroundings, report: OpenReport) {
    const { strings, preferences } = report;
    this.#around = around;
    this.#report = report;
    this.#preferences = preferences;
    const { host, assets, language } = around;
    this.#view = new ReportView({
      assets,
      language,
      pages: strings.pages,
      page: (page) => fill(strings.page, page),
    });
    const view = this.#view;
    this.#findBar = new FindBar(view.bus, strings, () => {
      view.focus();
    });
    this.#marker = new PassageMarker(view, this.#findBar);
    this.#message = new MessagePanel(strings, () => void this.#tryAgain());
    this.#positions = new PositionReporter(view, host);
    this.#sideBar = new SideBar(strings, view, preferences.sideBar, (sideBar) => {
      this.#prefer({ sideBar });
    });
    this.#toolbar = new Toolbar(strings, language, preferences.darkPages, {
      goToPage: (page) => {
        view.page = page;
      },
      stepPage: (by) => {
        view.page += by;
      },
      setZoom: (zoom) => {
        view.zoom = zoom;
      },
      stepZoom: (direction) => {
        view.zoomStep(direction);
      },
      rotate: () => {
        view.rotate();
      },
      find: () => {
        this.#findBar.open();
      },
      openExternally: () => {
        host.notify('openExternally', null);
      },
      setDarkPages: (darkPages) => {
        this.#prefer({ darkPages });
      },
      toggleSideBar: () => {
        this.#sideBar.toggle();
      },
    });
    view.root.append(this.#findBar.root, this.#message.root, this.#notice.root);
    this.#root = element(
      'div',
      { class: 'report-viewer' },
      this.#toolbar.root,
      this.#progress,
      element(
        'div',
        { class: 'work-area' },
        this.#sideBar.root,
        element('main', { class: 'pages-area' }, view.root),
      ),
    );
    this.#progress.setAttribute('aria-label', strings.opening);
    this.#paintPreferences();
    this.#listen();
    document.body.replaceChildren(this.#root);
    if (document.hasFocus()) this.#view.focus();
  }

  /** Shows the report that the viewer was made for. */
  async start(): Promise<void> {
    const { file, position, passage, known } = this.#report;
    if (known) this.setKnown(known);
    await this.#open(
      file,
      passage ? { ...(position ?? START_POSITION), page: passage.page, offset: null } : position,
    );
    if (passage && this.#view.document) await this.reveal(passage);
  }

  /** Shows other bytes of the file, at the same place. The old pages stay until the new ones can be shown. */
  async changeFile(file: FileVersion): Promise<void> {
    await this.#open(file, this.#view.document ? this.#view.position : this.#report.position);
  }

  showDeleted(): void {
    this.#showProblem(new ReportProblem('deleted', 'the file was deleted'));
  }

  async reveal(passage: Passage): Promise<Revealed> {
    const revealed = await this.#marker.show(passage);
    if (passage.quote !== null && revealed.highlight === 'none')
      this.#notice.show(fill(this.#report.strings.quoteNotFound, passage.page));
    return revealed;
  }

  setKnown({ printedPages, sections }: KnownAboutReport): void {
    this.#toolbar.pageField.setPrintedPages(printedPages);
    void this.#sideBar.setSections(sections);
  }

  showFind(): void {
    this.#findBar.open();
  }

  async #open(file: FileVersion, position: ReadingPosition | null): Promise<void> {
    const attempt = ++this.#opening;
    const { host, worker, assets } = this.#around;
    this.#progress.hidden = false;
    try {
      const pdf = await openPdf({
        file,
        assets,
        worker,
        read: ({ begin, end }, signal) =>
          host.request('readRange', { fileId: file.fileId, begin, end }, { signal }),
        askPassword: (rejected) =>
          host.request('password', { fileId: file.fileId, rejected }, { timeout: Infinity }),
        onReadFailure: (problem) => {
          if (attempt === this.#opening) this.#fail(problem);
        },
      });
      if (attempt !== this.#opening) {
        await pdf.loadingTask.destroy();
        return;
      }
      this.#positions.setFile(file.fileId);
      this.#message.hide();
      await this.#view.show(pdf, position);
      this.#toolbar.setPageCount(pdf.numPages);
      this.#toolbar.setPage(this.#view.page);
      this.#marker.clear();
      await this.#sideBar.setDocument(pdf);
    } catch (error) {
      if (attempt === this.#opening) this.#fail(error);
    } finally {
      if (attempt === this.#opening) this.#progress.hidden = true;
    }
  }

  async #tryAgain(): Promise<void> {
    try {
      this.#report = await this.#around.host.request('open', null);
      await this.start();
    } catch (error) {
      this.#showProblem(error);
    }
  }

  #fail(error: unknown): void {
    if (!(error instanceof FileChanged)) {
      this.#showProblem(error);
      return;
    }
    // The host tells of the new version, if it can watch the file; else it is asked.
    const attempt = this.#opening;
    setTimeout(() => {
      if (attempt === this.#opening) void this.#tryAgain();
    }, CHANGE_REST);
  }

  #showProblem(error: unknown): void {
    const problem = error instanceof ReportProblem ? error : new ReportProblem('unreadable', String(error));
    this.#message.show(problem.problem, this.#report.name);
    this.#around.host.notify('problem', { problem: problem.problem, detail: problem.message });
  }

  #listen(): void {
    const { host } = this.#around;
    const { bus } = this.#view;
    onViewer(bus, 'pagechanging', ({ pageNumber }) => {
      this.#toolbar.setPage(pageNumber);
      this.#sideBar.setPage(pageNumber);
    });
    onViewer(bus, 'scalechanging', ({ scale }) => {
      this.#toolbar.setZoom(this.#view.zoom, scale);
    });
    onViewer(
      bus,
      'pagerendered',
      ({ pageNumber }) => {
        const pages = this.#view.pageCount;
        host.notify('painted', { page: pageNumber, pages, milliseconds: performance.now() });
      },
      { once: true },
    );
    // The editor gives the focus to the webview as a whole; there, keys would scroll nothing.
    window.addEventListener('focus', () => {
      if (document.activeElement === document.body) this.#view.focus();
    });
    routeLinks(this.#view.root, (url) => {
      host.notify('openLink', { url });
    });
    listenToKeys(document, {
      find: () => {
        this.#findBar.open();
      },
      findNext: (backwards) => {
        this.#findBar.next(backwards);
      },
      goToPageField: () => {
        this.#toolbar.pageField.focus();
      },
      zoom: (direction) => {
        if (direction === 'fit-width') this.#view.zoom = direction;
        else this.#view.zoomStep(direction);
      },
      stepPage: (by) => {
        this.#view.page += by;
      },
      endPage: (which) => {
        this.#view.page = which === 'first' ? 1 : this.#view.pageCount;
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
    this.#around.host.notify('preferencesChanged', this.#preferences);
  }

  #paintPreferences(): void {
    this.#root.classList.toggle('dark-pages', this.#preferences.darkPages);
    this.#toolbar.setSideBarOpen(this.#sideBar.isOpen);
  }
}
