import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** Chooses an entry of the context menu that was just asked for. */
export async function chooseFromContextMenu(page: Page, entry: string): Promise<void> {
  const item = page.locator('.monaco-menu').getByRole('menuitem', { name: entry });
  await item.waitFor();
  // A menu that has just opened takes no click, because it could belong to the one that opened it.
  await eventually(async () => {
    if (await item.isVisible()) await item.click();
    assert.equal(await item.count(), 0);
  });
}
