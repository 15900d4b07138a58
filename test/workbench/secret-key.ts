import { randomBytes } from 'node:crypto';
import type { Page } from 'playwright-core';

/**
 * Hands the editor the key under which it keeps secrets in the browser, as code-server's own wrapper does: without one
 * it forgets all of them when the window is loaded again.
 */
export async function handOutSecretKey(page: Page): Promise<void> {
  const body = randomBytes(32);
  await page.route('**/mint-key', (route) => route.fulfill({ body }));
}
