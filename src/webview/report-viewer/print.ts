import type { PDFDocumentProxy } from 'pdfjs-dist';
import { element } from './dom.ts';
import type { Host } from './host.ts';

/** How long the browser may take to begin with a file that is saved, in milliseconds. */
const SAVE_BEGINS = 60_000;

/**
 * Shows a report in the program that the system has for PDFs, which can print it. Where the host can't do that, as in
 * a browser or over SSH, the reader is handed the file.
 */
export async function printElsewhere(
  host: Host,
  document: PDFDocumentProxy | null,
  name: string,
): Promise<void> {
  const { isOpened } = await host.request('openExternally', null);
  // What comes from a worker in a message is shared with nobody.
  if (!isOpened && document !== null) save((await document.getData()) as Uint8Array<ArrayBuffer>, name);
}

function save(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  element('a', { href: url, download: name }).click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, SAVE_BEGINS);
}
