import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';

/** What a process or thread of the server wrote down. */
interface Entry {
  readonly kind: 'guarded' | 'try';
  readonly what?: string;
  readonly stack?: string;
  readonly process: string;
  readonly isMainThread: boolean;
}

/** Everything outside of this machine, refused and counted: in the browser, and in every process of the server. */
export class Network {
  /** What the browser asked of other machines. */
  readonly browserTries: string[] = [];
  readonly #log: string;

  /** @param scratch a folder that the server may write to */
  constructor(scratch: string) {
    this.#log = join(scratch, 'network.log');
  }

  /** How the server is started. */
  get server(): { readonly env: Record<string, string>; readonly preload: string } {
    return {
      env: { SOC_REVIEW_NETWORK_LOG: this.#log },
      preload: pathToFileURL(join(import.meta.dirname, 'network-guard.mjs')).href,
    };
  }

  /** Has the browser ask nobody but this machine. */
  async refuseIn(page: Page): Promise<void> {
    await page.context().route('**/*', async (route) => {
      const { hostname, protocol } = new URL(route.request().url());
      if (hostname === '127.0.0.1' || hostname === 'localhost' || !protocol.startsWith('http')) {
        await route.continue();
      } else {
        this.browserTries.push(route.request().url());
        await route.abort();
      }
    });
  }

  async #entries(): Promise<Entry[]> {
    const lines = (await readFile(this.#log, 'utf8')).split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as Entry);
  }

  /** Every try of a process of the server, with its stack. */
  async serverTries(): Promise<readonly string[]> {
    return (await this.#entries())
      .filter(({ kind }) => kind === 'try')
      .map(({ what, stack, process }) => `${what ?? ''} in ${process}\n${stack ?? ''}`);
  }

  /** True when the extension host, and the threads in it that read PDFs, are watched. */
  async isWatchingExtensions(): Promise<boolean> {
    const entries = await this.#entries();
    const host = entries.some((entry) => entry.isMainThread && /type=extensionHost/.test(entry.process));
    return host && entries.some((entry) => !entry.isMainThread && /pdf-worker/.test(entry.process));
  }
}
