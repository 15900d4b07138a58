import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import PDFDocument from 'pdfkit';
import {
  getDocument,
  PDFDataRangeTransport,
  VerbosityLevel,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

const PAGES = 300;

/** What stands between pages in the file, as pictures of scanned pages do. */
const FILLING = new Uint8Array(60_000).map((_, index) => index % 251);

/** A PDF whose pages are one flat list, as many programs write it. */
async function flatPdf(): Promise<Uint8Array> {
  const doc = new PDFDocument({ autoFirstPage: false, compress: false });
  const chunks: Uint8Array[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  for (let page = 1; page <= PAGES; page++) {
    doc.addPage().text(`This is page ${page}.`);
    doc.addNamedDestination(`page ${page}`);
    const filling = doc.ref({});
    filling.end(Buffer.from(FILLING));
  }
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

/** Hands out what is asked for, and counts it. */
class CountingTransport extends PDFDataRangeTransport {
  bytesRead = 0;
  readonly #file: Uint8Array;

  constructor(file: Uint8Array) {
    super(file.length, null);
    this.#file = file;
  }

  override requestDataRange(begin: number, end: number): void {
    this.bytesRead += end - begin;
    setImmediate(() => {
      this.onDataRange(begin, this.#file.slice(begin, end));
    });
  }
}

async function pageText(pdf: PDFDocumentProxy, page: number): Promise<string> {
  const { items } = await (await pdf.getPage(page)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join('');
}

describe('the viewer’s worker of pdf.js', () => {
  let folder = '';
  let pdf: PDFDocumentProxy;
  let transport: CountingTransport;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soc-review-worker-'));
    await promisify(execFile)(process.execPath, [
      'esbuild.mjs',
      '--outdir',
      folder,
      'report-viewer-pdf-worker',
    ]);
    // Outside of a browser pdf.js runs the worker it finds here in its own thread.
    const worker: unknown = await import(pathToFileURL(join(folder, 'webview', 'pdf.worker.min.mjs')).href);
    Object.assign(globalThis, { pdfjsWorker: worker });
    transport = new CountingTransport(await flatPdf());
    const task = getDocument({
      range: transport,
      disableAutoFetch: true,
      disableStream: true,
      useWasm: false,
      verbosity: VerbosityLevel.ERRORS,
    });
    pdf = await task.promise;
  });
  after(async () => {
    await pdf.loadingTask.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  it('reads a small part of a large report to show a page, wherever it stands', async () => {
    assert.equal(pdf.numPages, PAGES);
    for (const page of [1, 200, PAGES]) assert.equal(await pageText(pdf, page), `This is page ${page}.`);
    assert.ok(
      transport.bytesRead < transport.length / 20,
      `${transport.bytesRead} of ${transport.length} bytes`,
    );
  });

  it('knows the page that a destination means without reading those before it', async () => {
    const destination: unknown[] | null = await pdf.getDestination('page 150');
    const target = destination?.[0] as Parameters<typeof pdf.getPageIndex>[0];
    assert.equal(await pdf.getPageIndex(target), 149);
    assert.ok(
      transport.bytesRead < transport.length / 20,
      `${transport.bytesRead} of ${transport.length} bytes`,
    );
  });
});
