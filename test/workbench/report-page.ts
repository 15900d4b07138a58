import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** Setting that makes our editor the one that opens PDFs, as "Open With… > Configure Default" does. */
export const opensReports = { 'workbench.editorAssociations': { '*.pdf': 'socReview.report' } };

/** The report in front, as a reader has it. */
export class ReportPage {
  readonly #frame: FrameLocator;

  constructor(workbench: Workbench) {
    this.#frame = workbench.webview();
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

  /** A link on a page, by its address or by the name of the place in the report that it leads to. */
  link(target: string): Locator {
    return this.#frame.locator(`.annotationLayer a[href$="${target}"]`).first();
  }

  /** Anything else in the viewer. */
  locator(selector: string): Locator {
    return this.#frame.locator(selector);
  }
}
