import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../host/places.ts';

/*
 * How the published viewers open a PDF: pdf.js's viewer on an address that answers with the whole file. An editor's
 * resource service tells no length and offers no ranges, so pdf.js reads from the beginning to the end.
 */

export const PLAIN_VIEWER = `<!DOCTYPE html>
<html>
  <head>
    <link rel="stylesheet" href="/pdfjs/web/pdf_viewer.css" />
    <style>#container { position: absolute; inset: 0; overflow: auto; }</style>
  </head>
  <body>
    <div id="container"><div class="pdfViewer"></div></div>
    <script type="module">
      import * as pdfjsLib from '/pdfjs/build/pdf.mjs';
      globalThis.pdfjsLib = pdfjsLib;
      const { EventBus, PDFLinkService, PDFViewer } = await import('/pdfjs/web/pdf_viewer.mjs');
      pdfjsLib.GlobalWorkerOptions.workerSrc = '/pdfjs/build/pdf.worker.mjs';
      const eventBus = new EventBus();
      const linkService = new PDFLinkService({ eventBus });
      const viewer = new PDFViewer({ container: document.getElementById('container'), eventBus, linkService });
      linkService.setViewer(viewer);
      eventBus.on('pagesinit', () => { viewer.currentScaleValue = 'page-width'; });
      eventBus.on('pagerendered', () => { globalThis.paintedAt ??= performance.now(); });
      const pdf = await pdfjsLib.getDocument({ url: new URLSearchParams(location.search).get('file') }).promise;
      viewer.setDocument(pdf);
      linkService.setDocument(pdf);
    </script>
  </body>
</html>`;

/** A file of pdf.js as it is published. */
export const pdfjsFile = (url: string): Promise<Buffer> =>
  readFile(join(projectRoot, 'node_modules', 'pdfjs-dist', url.replace(/^\/pdfjs\//, '')));
