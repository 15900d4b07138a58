import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { eventually } from './eventually.ts';
import type { Workbench } from './workbench.ts';

/** Setting that makes our editor the one that opens PDFs, as "Open With… > Configure Default" does. */
export const opensReports = { 'workbench.editorAssociations': { '*.pdf': 'socReview.report' } };

/** How long one look at a report may take, in milliseconds, before it is looked for anew. */
const LOOK_MS = 5_000;

/** The report in front, as a reader has it. */
export class ReportPage {
  readonly #frame: FrameLocator;

  /** @param frame where it is; the only webview when left out. */
  constructor(workbench: Workbench, frame: FrameLocator = workbench.webview()) {
    this.#frame = frame;
  }

  /**
   * The report that is in front of an editor group, counted from 0 at the left, once its facts panel says something
   * that only it says: right after a command, what was there before may still be in sight.
   */
  static async ofGroup(workbench: Workbench, group: number, says: string | RegExp): Promise<ReportPage> {
    return await eventually(async () => {
      const report = new ReportPage(workbench, await workbench.webviewOfGroup(group));
      await report.fact(says).waitFor({ timeout: LOOK_MS });
      return report;
    });
  }

  /** Waits until words are in sight on a page. */
  async seeText(text: string, options: { readonly timeout?: number } = {}): Promise<void> {
    await this.#frame.locator('.textLayer').getByText(text).first().waitFor(options);
  }

  /** "12 of 96" and what follows it. */
  async pageWords(): Promise<string> {
    const count = this.#frame.locator('.page-count');
    await count.filter({ hasText: /\d/ }).waitFor();
    return `${await this.pageField.inputValue()} ${await count.innerText()}`;
  }

  get pageField(): Locator {
    return this.#frame.getByRole('textbox', { name: 'Page number' });
  }

  /** Types a page number, as a reader does. */
  async goToPage(page: string): Promise<void> {
    await this.pageField.fill(page);
    await this.pageField.press('Enter');
  }

  button(name: string): Locator {
    return this.#frame.getByRole('button', { name });
  }

  /** The list of page sizes. */
  get zoom(): Locator {
    return this.#frame.getByRole('combobox', { name: 'Zoom' });
  }

  get findField(): Locator {
    return this.#frame.getByRole('textbox', { name: 'Find in the report' });
  }

  /** Waits until the find bar says so. */
  async seeFindCount(text: string): Promise<void> {
    await this.#frame.locator('.find-count').getByText(text, { exact: true }).waitFor();
  }

  /** What stands in place of the pages when the report can't be shown. */
  async seeProblem(text: string | RegExp): Promise<void> {
    await this.#frame.getByRole('alert').getByText(text).waitFor();
  }

  get outline(): Locator {
    return this.#frame.getByRole('tree', { name: 'Outline' });
  }

  /** A fact of the panel, by its name or, where it has none, its value. */
  fact(text: string | RegExp): Locator {
    return this.#frame.locator('.fact').filter({ hasText: text }).first();
  }

  /** Clicks a fact, and waits until its passage is marked. @returns the marked words. */
  async showFact(text: string | RegExp): Promise<string> {
    const before = await this.markedWords();
    const main = this.fact(text).locator('.fact-main');
    await main.click();
    await this.#frame.locator('.fact-main[aria-current]').and(main).waitFor();
    return await eventually(async () => {
      const marked = await this.markedWords();
      assert.notEqual(marked, '');
      if (before !== '') assert.notEqual(marked, before);
      return marked;
    });
  }

  /** The words under the marks, read back from the page. */
  async markedWords(): Promise<string> {
    const words = await this.#frame
      .locator('html')
      .evaluate(() => [...(CSS.highlights.get('passage') ?? [])].map(String).join(' '));
    return words.replaceAll(/\s+/gu, ' ').trim();
  }

  /** Presses one of the buttons at the end of a fact. */
  async decide(fact: string | RegExp, action: string): Promise<void> {
    const row = this.fact(fact);
    await row.hover();
    await row.locator('.fact-actions').getByRole('button', { name: action }).click();
  }

  /** A link on a page, by its address or by the name of the place in the report that it leads to. */
  link(target: string): Locator {
    return this.#frame.locator(`.annotationLayer a[href$="${target}"]`).first();
  }

  /** Anything else in the viewer. */
  locator(selector: string): Locator {
    return this.#frame.locator(selector);
  }
}
