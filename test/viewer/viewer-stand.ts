import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { OpenReport, Passage, Revealed, ViewerContract } from '../../src/webview/protocol.ts';
import { reportViewerPage } from '../../src/webview/report-viewer/page.ts';
import { viewerStrings } from '../../src/webview/strings.ts';
import { launchChromium } from '../host/chromium.ts';
import { hostInPage, type StandHost } from './host-in-page.ts';
import { noteFirstPaint, PREBUILT, prebuiltAddress, prebuiltFile } from './prebuilt-viewer.ts';
import { largestRenderer } from './renderer-memory.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
};

const typeOf = (url: string): string => TYPES[extname(url)] ?? 'application/octet-stream';

/**
 * The report viewer as the extension builds it, in a browser of its own without an editor around it, so that
 * thousands of passages can be looked at in minutes. It pulls the file by ranges, as in the editor; what the
 * host would say is said by a script in the page.
 */
export class ViewerStand {
  readonly #server: Server;
  readonly #browser: Browser;
  readonly #origin: string;
  readonly #files = new Map<string, string>();
  /** Bytes of PDFs that went out whole, since the last one was opened. */
  #served = 0;

  private constructor(server: Server, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
    this.#origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** @param dist the built program. */
  static async open(dist: string): Promise<ViewerStand> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const stand = new ViewerStand(server, await launchChromium());
    server.on('request', (request, response) => {
      stand.#answer(dist, request, response).catch(() => {
        response.writeHead(404).end();
      });
    });
    return stand;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Shows a PDF, and waits until its first page is painted. */
  async show(
    file: string,
    options: {
      readonly viewport?: { width: number; height: number };
      /** What the host would say otherwise than of a report that was never opened and isn't read yet. */
      readonly report?: Partial<OpenReport>;
    } = {},
  ): Promise<ShownReport> {
    const page = await this.#browser.newPage({ viewport: options.viewport ?? { width: 1000, height: 1100 } });
    const { size } = await stat(file);
    const name = `/file/${this.#files.size}.pdf`;
    this.#files.set(name, file);
    const report: OpenReport = {
      file: { fileId: name, size },
      name: file,
      position: null,
      passage: null,
      preferences: { darkPages: false, sideBar: 'closed', facts: 'closed', factsWidth: 340 },
      strings: viewerStrings((message) => message),
      known: null,
      isPaired: false,
      ...options.report,
    };
    await page.addInitScript(hostInPage, { report, address: this.#origin + name });
    await page.goto(`${this.#origin}/viewer`);
    await page.waitForFunction(() => (globalThis as unknown as StandHost).stand.painted !== null, undefined, {
      timeout: 120_000,
    });
    return new ShownReport(page, file);
  }

  /** Opens a PDF as published viewers do. */
  async showPrebuilt(file: string): Promise<FirstPage> {
    const page = await this.#browser.newPage({ viewport: { width: 1000, height: 1100 } });
    const name = `/whole/${this.#files.size}.pdf`;
    this.#files.set(name, file);
    this.#served = 0;
    await page.addInitScript(noteFirstPaint);
    await page.goto(this.#origin + prebuiltAddress(name));
    const painted = await page.waitForFunction(
      () => (globalThis as { paintedAt?: number }).paintedAt,
      undefined,
      {
        timeout: 120_000,
      },
    );
    const milliseconds = (await painted.jsonValue()) ?? NaN;
    const bytes = this.#served;
    await page.close();
    return { milliseconds, bytes };
  }

  async #answer(
    dist: string,
    { url = '', headers }: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const file = this.#files.get(url);
    if (file !== undefined && url.startsWith('/whole/')) {
      response.writeHead(200, { 'Content-Type': 'application/pdf' });
      createReadStream(file)
        .on('data', (chunk) => {
          this.#served += chunk.length;
        })
        .pipe(response);
      return;
    }
    if (file !== undefined) {
      const [, begin, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
      response.writeHead(206, { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-store' });
      createReadStream(file, { start: Number(begin), end: Number(last) }).pipe(response);
      return;
    }
    if (url.startsWith(PREBUILT)) {
      const { pathname } = new URL(url, this.#origin);
      const bytes = await prebuiltFile(pathname);
      response.writeHead(200, { 'Content-Type': typeOf(pathname) }).end(bytes);
      return;
    }
    if (url === '/viewer') {
      const html = reportViewerPage({
        cspSource: this.#origin,
        nonce: 'stand',
        assets: `${this.#origin}/assets`,
        language: 'en',
      });
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(html);
      return;
    }
    // Read before anything is answered: what isn't there, as a browser's wish for an icon, is 404.
    const bytes = await readFile(join(dist, 'webview', url.replace(/^\/assets\//, '')));
    response.writeHead(200, { 'Content-Type': typeOf(url) }).end(bytes);
  }
}

/** What a viewer did to show its first page. */
export interface FirstPage {
  /** Milliseconds from the start of the page's load to its first painted page. */
  readonly milliseconds: number;
  /** Bytes of the PDF that were asked for until then. */
  readonly bytes: number;
}

/** A report that is open in the viewer. */
export class ShownReport {
  readonly page: Page;
  readonly #file: string;

  constructor(page: Page, file: string) {
    this.page = page;
    this.#file = file;
  }

  /**
   * From now on the viewer gets its bytes from the disk, as the extension's messages bring them. A browser under test
   * keeps every answer of the network for the test to look at, which is nobody's who measures memory.
   */
  async leaveNetwork(): Promise<void> {
    const chooser = await this.page.evaluateHandle(() => {
      const input = document.createElement('input');
      input.type = 'file';
      return input;
    });
    await chooser.setInputFiles(this.#file);
    await chooser.evaluate(({ files }) => {
      (globalThis as unknown as StandHost).stand.file = files?.[0] ?? null;
    });
  }

  /** Goes to a passage as the host does. @returns what the viewer says it marked. */
  async reveal(passage: Passage): Promise<Revealed> {
    return await this.page.evaluate(
      (wanted) => (globalThis as unknown as StandHost).stand.request('reveal', wanted) as Promise<Revealed>,
      passage,
    );
  }

  /** Tells the viewer something, as the host does. */
  async tell<N extends keyof ViewerContract['notices']>(
    notice: N,
    params: ViewerContract['notices'][N],
  ): Promise<void> {
    await this.page.evaluate(
      ([method, told]) => {
        (globalThis as unknown as StandHost).stand.notify(method, told);
      },
      [notice, params] as const,
    );
  }

  /** The words under the marks, read back from the page. */
  async markedWords(): Promise<string> {
    return await this.page.evaluate(() => [...(CSS.highlights.get('passage') ?? [])].map(String).join(' '));
  }

  async firstPage(): Promise<FirstPage> {
    return await this.page.evaluate(() => {
      const { painted, bytes } = (globalThis as unknown as StandHost).stand;
      return { milliseconds: painted?.milliseconds ?? NaN, bytes: painted?.bytes ?? bytes };
    });
  }

  /**
   * What is held now, in bytes: by the process of the page, with its workers, and by the canvases of painted pages.
   * What nobody holds any more is collected first.
   */
  async memory(): Promise<{ readonly process: number; readonly pictures: number }> {
    await this.page.requestGC();
    const pictures = await this.page.evaluate(() =>
      [...document.querySelectorAll('canvas')].reduce(
        (sum, { width, height }) => sum + 4 * width * height,
        0,
      ),
    );
    return { process: await largestRenderer(this.page), pictures };
  }

  async bytesRead(): Promise<number> {
    return await this.page.evaluate(() => (globalThis as unknown as StandHost).stand.bytes);
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
