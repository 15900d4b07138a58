import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';

interface ProcessInfo {
  readonly type: string;
  readonly id: number;
}

/**
 * The resident memory of the page's own process, in bytes: scripts, workers and everything that they hold. A browser
 * with one page has no larger renderer than that page's.
 */
export async function largestRenderer(page: Page): Promise<number> {
  const browser = page.context().browser();
  if (browser === null) return NaN;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    readonly processInfo: readonly ProcessInfo[];
  };
  await session.detach();
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => String(id));
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', ids.join(',')]);
  return Math.max(...stdout.trim().split('\n').map(Number)) * 1024;
}
