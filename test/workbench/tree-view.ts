import type { Locator, Page } from 'playwright-core';
import { chooseFromContextMenu } from './context-menu.ts';
import { eventually } from './eventually.ts';

/** How far a tree is paged through before a row counts as not there. */
const maxPages = 60;
/** How long a question may take to come, in milliseconds. */
const questionPause = 10_000;

/** One tree view in the side bar, as a person sees it. */
export class TreeView {
  readonly #page: Page;
  readonly #pane: Locator;

  /** @param title the view's name in its header, e.g. "Vendors". */
  constructor(page: Page, title: string) {
    this.#page = page;
    this.#pane = page.locator('.pane').filter({ has: page.locator(`.pane-header[aria-label^="${title}"]`) });
  }

  /** The rows that are rendered now; long trees render only what is in sight. */
  get rows(): Locator {
    return this.#pane.locator('.monaco-list-row');
  }

  /** The text of what a view shows instead of a tree when it is empty. */
  get welcome(): Locator {
    return this.#pane.locator('.welcome-view-content');
  }

  /** The view's message line above the tree. */
  get message(): Locator {
    return this.#pane.locator('.message');
  }

  /** The progress bar below the view's header. */
  get progress(): Locator {
    return this.#pane.locator('.monaco-progress-container.active');
  }

  /** Opens the view when it is collapsed. */
  async open(): Promise<void> {
    const header = this.#pane.locator('.pane-header');
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
  }

  /** Closes the view, so that the others have its room. */
  async collapseView(): Promise<void> {
    const header = this.#pane.locator('.pane-header');
    if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
  }

  /** A button in the view's header, by its tooltip. Visible while the pointer is over the view. */
  async clickHeaderButton(name: string): Promise<void> {
    await this.#pane.hover();
    await this.#pane.locator('.pane-header').getByRole('button', { name }).click();
  }

  /**
   * The first row that contains the text (label or description), scrolled into sight.
   * @throws when no row has it.
   */
  async row(text: string | RegExp): Promise<Locator> {
    const row = this.rows.filter({ hasText: text }).first();
    await this.rows.first().waitFor();
    if (!(await row.isVisible())) await this.#scrollTo(row, text);
    await row.waitFor();
    return row;
  }

  /** The row's whole text, as one line: label, a space, description. */
  async rowText(text: string | RegExp): Promise<string> {
    return await (await this.row(text)).evaluate(wordsOf);
  }

  /** What a screen reader says for a row. */
  async rowName(text: string | RegExp): Promise<string> {
    return (await (await this.row(text)).getAttribute('aria-label')) ?? '';
  }

  /** The texts of all rendered rows, top to bottom. */
  async texts(): Promise<string[]> {
    await this.rows.first().waitFor();
    const rows = await this.rows.all();
    const placed = await Promise.all(
      rows.map(async (row) => ({
        index: Number(await row.getAttribute('data-index')),
        text: await row.evaluate(wordsOf),
      })),
    );
    return placed.sort((a, b) => a.index - b.index).map(({ text }) => text);
  }

  /** Opens the row's children. */
  async expand(text: string | RegExp): Promise<void> {
    await this.#setExpanded(text, true);
  }

  /** Closes the row's children. */
  async collapse(text: string | RegExp): Promise<void> {
    await this.#setExpanded(text, false);
  }

  /** Clicks a row, as for opening what it stands for. */
  async click(text: string | RegExp): Promise<void> {
    await (await this.row(text)).click();
  }

  /** Chooses an entry of the row's context menu. */
  async chooseFromMenu(text: string | RegExp, entry: string): Promise<void> {
    await (await this.row(text)).click({ button: 'right' });
    await chooseFromContextMenu(this.#page, entry);
  }

  /**
   * Chooses an entry that asks something, until it is asked: a menu that closes gives the focus back to its row, and
   * a question that comes before that is gone with it.
   * @param question waits until the question is there, and throws when it isn't
   */
  async chooseQuestion(text: string | RegExp, entry: string, question: () => Promise<void>): Promise<void> {
    await eventually(async () => {
      await this.chooseFromMenu(text, entry);
      await eventually(question, questionPause);
    });
  }

  /** The entries of the row's context menu; the menu is closed again. */
  async menuEntries(text: string | RegExp): Promise<string[]> {
    await (await this.row(text)).click({ button: 'right' });
    const items = this.#page.locator('.monaco-menu .action-label[aria-label]');
    await items.first().waitFor();
    const names = await items.allInnerTexts();
    await this.#page.keyboard.press('Escape');
    return names.filter((name) => name !== '');
  }

  /** Clicks one of the small buttons at the row's end, by its tooltip. */
  async clickInlineButton(text: string | RegExp, name: string): Promise<void> {
    const row = await this.row(text);
    await row.hover();
    await row.getByRole('button', { name }).click();
  }

  /** The hover that a row shows, as text. */
  async tooltip(text: string | RegExp): Promise<string> {
    await (await this.row(text)).hover();
    const hover = this.#page.locator('.monaco-hover:visible').first();
    await hover.waitFor();
    return await hover.innerText();
  }

  /** Again when it didn't take: a tree that is being refreshed loses clicks. */
  async #setExpanded(text: string | RegExp, expanded: boolean): Promise<void> {
    await eventually(async () => {
      const row = await this.row(text);
      if ((await row.getAttribute('aria-expanded')) === String(expanded)) return;
      await row.locator('.monaco-tl-twistie').click();
      await row.and(this.#page.locator(`[aria-expanded="${expanded}"]`)).waitFor({ timeout: 2_000 });
    });
  }

  async #scrollTo(row: Locator, text: string | RegExp): Promise<void> {
    const list = this.#pane.locator('.monaco-list').first();
    await list.focus();
    await this.#page.keyboard.press('Home');
    for (let page = 0; page < maxPages; page += 1) {
      try {
        await row.waitFor({ timeout: 300 });
        return;
      } catch {
        await this.#page.keyboard.press('PageDown');
      }
    }
    throw new Error(
      `No row has ${String(text)}. The last ones in sight:\n${(await this.texts()).join('\n')}`,
    );
  }
}

/** Runs in the page: what a row says to the eye. */
function wordsOf(row: Element): string {
  const parts = [...row.querySelectorAll('.label-name, .label-description')];
  return parts
    .map((part) => part.textContent)
    .join(' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
