import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../host/places.ts';

/*
 * How the published viewers open a PDF: pdf.js's own prebuilt viewer on an address that answers with the whole file.
 * An editor's resource service tells no length and offers no ranges, so pdf.js reads from the beginning to the end.
 */

const FOLDER = join(projectRoot, 'node_modules', 'pdfjs-dist-viewer-min', 'build', 'minified');

/** Where the viewer's files are served. */
export const PREBUILT = '/prebuilt/';

/** The viewer's address for a PDF. */
export const prebuiltAddress = (file: string): string => `${PREBUILT}web/viewer.html?file=${file}`;

/** A file of the viewer, as it is published. */
export const prebuiltFile = (path: string): Promise<Buffer> =>
  readFile(join(FOLDER, path.slice(PREBUILT.length)));

/** The names that the viewer gives itself. */
interface PrebuiltViewer {
  readonly PDFViewerApplication: {
    readonly initializedPromise: Promise<void>;
    readonly eventBus: { on(event: 'pagerendered', listener: () => void): void };
  };
  /** Milliseconds from the start of the page's load to its first painted page. */
  paintedAt?: number;
}

/** Runs in the page before the viewer does: notes when it has painted its first page. */
export function noteFirstPaint(): void {
  const page = globalThis as unknown as PrebuiltViewer;
  document.addEventListener('webviewerloaded', () => {
    const viewer = page.PDFViewerApplication;
    void viewer.initializedPromise.then(() => {
      viewer.eventBus.on('pagerendered', () => {
        page.paintedAt ??= performance.now();
      });
    });
  });
}
