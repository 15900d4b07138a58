import type { Locator, Page } from 'playwright-core';
import { chooseFromContextMenu } from './context-menu.ts';
import { eventually } from './eventually.ts';

/** The tree of the folder's files. */
export class Explorer {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Brings it to the front of the side bar. */
  async show(): Promise<void> {
    await this.#page.keyboard.press('ControlOrMeta+Shift+E');
    await this.#rows.first().waitFor();
  }

  /** Opens a folder, which may be shown as one with the only folder in it. */
  async expand(name: string): Promise<void> {
    await eventually(async () => {
      const row = this.#row(name);
      if ((await row.getAttribute('aria-expanded', { timeout: 2_000 })) !== 'true') await row.click();
      await row.and(this.#page.locator('[aria-expanded="true"]')).waitFor({ timeout: 2_000 });
    });
  }

  async click(name: string): Promise<void> {
    await this.#row(name).click();
  }

  /** Chooses an entry of a file's context menu. */
  async chooseFromMenu(name: string, entry: string): Promise<void> {
    await this.#row(name).click({ button: 'right' });
    await chooseFromContextMenu(this.#page, entry);
  }

  get #rows(): Locator {
    return this.#page.locator('.explorer-folders-view .monaco-list-row');
  }

  #row(name: string): Locator {
    return this.#rows.filter({ hasText: name }).first();
  }
}
