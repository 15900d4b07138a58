import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { editorInFront } from './editor-in-front.ts';
import { eventually } from './eventually.ts';

/** After how long an open palette counts as lost, and after how long no attempt is made any more, in milliseconds. */
const attemptTime = 8_000;
const patience = 40_000;

/** How long a question may take to close before it is answered once more, in milliseconds. */
const closePause = 3_000;

/** The command palette and the questions that commands ask at the top of the window. */
export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator('.quick-input-widget');
  }

  /** The entries offered now. */
  get entries(): Locator {
    return this.#widget.locator('.monaco-list-row');
  }

  /** What stands below the box: the question, or what is wrong with the answer. */
  async message(): Promise<string> {
    return await this.#widget.locator('.quick-input-message').innerText();
  }

  /** The title above the box; empty when nothing is asked. */
  async title(): Promise<string> {
    const title = this.#widget.locator('.quick-input-title');
    return (await title.isVisible()) ? await title.innerText() : '';
  }

  /** Runs a command from the palette by its full name, e.g. "SOC Review: Rebuild Index". */
  async runCommand(name: string): Promise<void> {
    await eventually(async () => {
      await this.#open('F1', `>${name}`);
      await this.#entry(name).click({ timeout: attemptTime });
    }, patience);
  }

  /** Waits until the palette offers the command, and leaves it. */
  async seeCommand(name: string): Promise<void> {
    await eventually(async () => {
      await this.#open('F1', `>${name}`);
      await this.#entry(name).waitFor({ timeout: attemptTime });
    }, patience);
    await this.dismiss();
  }

  /**
   * Opens a file of the folder by its path, through quick open; again when it is not in front afterwards: the entries
   * change while they are looked for, under the mouse too.
   */
  async openFile(path: string): Promise<void> {
    await eventually(async () => {
      const entry = await this.offerFile(path);
      const name = await entry.locator('.label-name').first().innerText();
      await entry.click({ timeout: attemptTime });
      await eventually(async () => {
        assert.equal(await editorInFront(this.#page, { timeout: attemptTime }), name);
      }, attemptTime);
    }, patience);
  }

  /** Looks for a file of the folder in quick open, where Enter opens it. @returns its entry. */
  async offerFile(path: string): Promise<Locator> {
    await this.#open('ControlOrMeta+P', path);
    const entry = this.entries.filter({ hasText: path.split('/').at(-1)! }).first();
    await entry.waitFor();
    return entry;
  }

  /** Puts the cursor of the text editor in front on a line, counted from 1. */
  async goToLine(line: number): Promise<void> {
    await this.#open('ControlOrMeta+G', `:${line}`);
    await this.#page.keyboard.press('Enter');
    await this.#widget.waitFor({ state: 'hidden' });
  }

  /** Answers the question with one of the offered entries. */
  async choose(text: string | RegExp): Promise<void> {
    await this.entries.filter({ hasText: text }).first().click();
  }

  /**
   * Answers the question with typed text, and waits until it is gone or another stands in its place. It is
   * pressed again when nothing happens: a question that is still working at the text lets the first go by.
   */
  async answer(text: string): Promise<void> {
    await this.type(text);
    await eventually(async () => {
      await this.#page.keyboard.press('Enter');
      await eventually(async () => {
        assert.notEqual(await this.#asked(), text);
      }, closePause);
    });
  }

  /** Answers the question for a file, once it shows the folder it begins with: before, it drops what is typed. */
  async answerWithFile(path: string): Promise<void> {
    await eventually(async () => {
      assert.match((await this.#asked()) ?? '', /[/\\]/u);
    });
    await this.answer(path);
  }

  /** Types without accepting: to filter the entries, or to see what the question says to it. */
  async type(text: string): Promise<void> {
    const box = this.#box();
    await box.waitFor();
    await box.fill(text);
  }

  /** Closes the question without an answer. */
  async dismiss(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#widget.waitFor({ state: 'hidden' });
  }

  /** What stands in the box; null when nothing is asked. */
  async #asked(): Promise<string | null> {
    return (await this.#box().isVisible()) ? await this.#box().inputValue() : null;
  }

  #box(): Locator {
    return this.#widget.locator('.quick-input-box input');
  }

  /** A command's entry; a key binding or "recently used" may follow its name. */
  #entry(name: string): Locator {
    return this.#widget.locator(`.monaco-list-row:is([aria-label="${name}"], [aria-label^="${name}, "])`);
  }

  /** Again when it didn't stay: an editor that opens meanwhile takes the focus, and with it the palette. */
  async #open(key: string, text: string): Promise<void> {
    await eventually(async () => {
      await this.#page.keyboard.press(key);
      await this.#box().fill(text, { timeout: attemptTime });
    }, patience);
  }
}
