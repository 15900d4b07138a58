import { PDFWorker, VerbosityLevel } from 'pdfjs-dist';

/**
 * Starts pdf.js's worker. In a webview a worker can't be started from a resource's address, nor can pdf.js's
 * own wrapper import one; a module worker made of the script's text runs under `worker-src blob:`.
 */
export async function startPdfWorker(assets: string): Promise<PDFWorker> {
  const response = await fetch(`${assets}/pdf.worker.min.mjs`);
  if (!response.ok) throw new Error(`pdf.worker.min.mjs: ${response.status}`);
  const url = URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
  const port = new Worker(url, { type: 'module' });
  port.addEventListener(
    'message',
    () => {
      URL.revokeObjectURL(url);
    },
    { once: true },
  );
  return PDFWorker.create({ port, verbosity: VerbosityLevel.ERRORS });
}
