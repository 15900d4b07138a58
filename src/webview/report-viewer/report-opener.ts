import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import type { FileVersion, ReadingPosition } from '../protocol.ts';
import type { Host } from './host.ts';
import { openPdf } from './pdf-document.ts';
import { FileChanged, ReportProblem } from './problem.ts';
import type { ReportView } from './report-view.ts';

/** How long a file that is being written is left alone, in milliseconds. */
const CHANGE_REST = 1000;

export interface ReportOpenerOptions {
  readonly host: Host;
  readonly worker: Promise<PDFWorker>;
  /** Address of the folder with the viewer's files. */
  readonly assets: string;
  readonly view: ReportView;
  readonly onBusy: (busy: boolean) => void;
  /** The pages are there. */
  readonly onShown: (pdf: PDFDocumentProxy, file: FileVersion) => Promise<void>;
  readonly onProblem: (problem: ReportProblem) => void;
  /** The host has to be asked which version there is now. */
  readonly onOutdated: () => void;
}

/** Opens one version of the file after the other; what is overtaken by a newer one is dropped. */
export class ReportOpener {
  readonly #options: ReportOpenerOptions;
  #attempt = 0;
  #settled: Promise<void> = Promise.resolve();

  constructor(options: ReportOpenerOptions) {
    this.#options = options;
  }

  /** Done when what was opened last is shown, or it has been said why it isn't. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /**
   * The old pages stay until the new ones can be shown.
   * @param position where the reader is by then: they may go on reading while a changed file is opened
   */
  async open(file: FileVersion, position: () => ReadingPosition | null): Promise<void> {
    const opening = this.#open(file, position);
    this.#settled = opening;
    await opening;
  }

  async #open(file: FileVersion, position: () => ReadingPosition | null): Promise<void> {
    const attempt = ++this.#attempt;
    const { host, worker, assets, view, onBusy, onShown } = this.#options;
    onBusy(true);
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
          if (attempt === this.#attempt) this.#fail(problem);
        },
      });
      if (attempt !== this.#attempt) {
        await pdf.loadingTask.destroy();
        return;
      }
      await view.show(pdf, position());
      await onShown(pdf, file);
    } catch (error) {
      if (attempt === this.#attempt) this.#fail(error);
    } finally {
      if (attempt === this.#attempt) onBusy(false);
    }
  }

  #fail(error: unknown): void {
    if (!(error instanceof FileChanged)) {
      this.#options.onProblem(
        error instanceof ReportProblem ? error : new ReportProblem('unreadable', String(error)),
      );
      return;
    }
    // The host tells of the new version, if it can watch the file; else it is asked.
    const attempt = this.#attempt;
    setTimeout(() => {
      if (attempt === this.#attempt) this.#options.onOutdated();
    }, CHANGE_REST);
  }
}
