import type { Host } from './host.ts';
import type { ReportView } from './report-view.ts';
import { onViewer } from './viewer-events.ts';

/** How long scrolling must rest before the host is told, in milliseconds. */
const REST = 250;

/** Tells the host where the reader is, since nothing is kept in the webview. */
export class PositionReporter {
  readonly #view: ReportView;
  readonly #host: Host;
  #fileId: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = '';

  constructor(view: ReportView, host: Host) {
    this.#view = view;
    this.#host = host;
    onViewer(view.bus, 'updateviewarea', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#report();
      }, REST);
    });
    // The webview may be gone before the rest is over.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#report();
    });
  }

  /** Positions are in this version of the file from now on. */
  setFile(fileId: string): void {
    this.#fileId = fileId;
  }

  #report(): void {
    clearTimeout(this.#timer);
    if (this.#fileId === null || this.#view.pageCount === 0) return;
    const { position } = this.#view;
    const text = JSON.stringify([this.#fileId, position]);
    if (text === this.#last) return;
    this.#last = text;
    this.#host.notify('positionChanged', { fileId: this.#fileId, position });
  }
}
