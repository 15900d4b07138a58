import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { launchChromium } from '../host/chromium.ts';
import { hostFolder } from '../host/places.ts';
import { sampleCopy } from '../host/sample.ts';
import { VsCodeServer } from '../host/vscode-server.ts';
import { themes, type ThemeName } from '../host/workbench-settings.ts';
import { editorInFront } from './editor-in-front.ts';
import { eventually, PATIENCE_MS } from './eventually.ts';
import { testedExtensions } from './extensions.ts';
import { Network } from './network.ts';
import { QuickInput } from './quick-input.ts';
import { handOutSecretKey } from './secret-key.ts';
import { TreeView } from './tree-view.ts';

const containerIcon = '.action-label[aria-label^="SOC Review"]';

export interface WorkbenchOptions {
  /**
   * Fills the empty folder that is opened; the sample repository when left out; null opens no folder at all.
   */
  readonly fill?: ((folder: string) => Promise<unknown>) | null;
  readonly theme?: ThemeName;
  /** Added to the quiet user settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The language of the editor, "de"; English when left out. */
  readonly language?: string;
  /** Opens the folder in restricted mode. */
  readonly untrusted?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Refuses and counts what asks other machines; `network` tells. */
  readonly watchNetwork?: boolean;
  /** Secrets outlive the window, as on a desktop. */
  readonly keepsSecrets?: boolean;
}

/** Rows that stay as they are for so long don't move any more. */
const STILL_MS = 500;

/** VS Code in a browser with the packaged extension installed, on a folder of its own: what a person has. */
export class Workbench {
  /** The browser page, for what this class has no words for. */
  readonly page: Page;
  /** The opened folder; an empty, unopened one when none was asked for. */
  readonly folder: string;
  readonly quickInput: QuickInput;
  readonly #server: VsCodeServer;
  readonly #browser: Browser;
  /** Undefined unless it is watched. */
  readonly network: Network | undefined;
  /** The server's data: what VS Code and the extension keep. */
  readonly dataFolder: string;
  readonly #scratch: string;
  readonly #address: string;
  readonly #console: string[] = [];

  private constructor(
    server: VsCodeServer,
    browser: Browser,
    page: Page,
    places: { scratch: string; folder: string; address: string },
    network: Network | undefined,
  ) {
    this.network = network;
    this.dataFolder = join(places.scratch, 'data');
    this.#server = server;
    this.#browser = browser;
    this.page = page;
    this.#scratch = places.scratch;
    this.folder = places.folder;
    this.#address = places.address;
    this.quickInput = new QuickInput(page);
    page.on('console', (message) => this.#console.push(`${message.type()}: ${message.text()}`));
  }

  /** Starts a server and a browser and waits until the workbench stands. */
  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const scratch = await mkdtemp(join(tmpdir(), 'soc-review-workbench-'));
    const folder = join(scratch, 'repository');
    await mkdir(folder);
    const { fill = sampleCopy, theme = 'light', viewport = { width: 1400, height: 900 } } = options;
    if (fill !== null) await fill(folder);
    const network = options.watchNetwork === true ? new Network(scratch) : undefined;
    const server = await VsCodeServer.start({
      ...(network === undefined ? {} : network.server),
      dataFolder: join(scratch, 'data'),
      extensionsFolder: await testedExtensions(),
      settings: { 'workbench.colorTheme': themes[theme].id, ...options.settings },
      ...(options.language === undefined ? {} : { language: options.language }),
      ...(options.untrusted === undefined ? {} : { untrusted: options.untrusted }),
    });
    try {
      const browser = await launchChromium();
      const page = await browser.newPage({ viewport });
      page.setDefaultTimeout(PATIENCE_MS);
      await network?.refuseIn(page);
      const address = server.address(fill === null ? { ew: 'true' } : { folder });
      if (options.keepsSecrets === true) await handOutSecretKey(page);
      const workbench = new Workbench(server, browser, page, { scratch, folder, address }, network);
      await workbench.reload();
      return workbench;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** Loads the page again, as a person does; waits until the workbench stands. */
  async reload(): Promise<void> {
    await this.page.goto(this.#address);
    await this.page.locator('.monaco-workbench .activitybar').waitFor({ timeout: 60_000 });
    await this.#container.waitFor({ timeout: 60_000 });
  }

  /** Ends everything and removes the folder. */
  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.stop();
    await rm(this.#scratch, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Shows our view container, by its icon in the activity bar. */
  async showContainer(): Promise<void> {
    const selected = await this.#container.getAttribute('aria-selected');
    if (selected !== 'true') await this.#container.click();
    await this.page.locator('.pane-header').first().waitFor();
  }

  /** Waits until every file has been read and rows no longer move. Show the container first. */
  async waitUntilIndexed(): Promise<void> {
    const shown = this.page.locator('.pane .monaco-list-row, .pane .welcome-view-content');
    await shown.first().waitFor();
    // The view says at once that it reads; the editor shows its own sign of it later, and not for short work.
    const words = /Looking for|Reading|werden gesucht|werden gelesen/;
    const reading = this.page
      .locator(`.activitybar .action-item:has(${containerIcon}) .progress-badge:visible`)
      .or(this.page.locator('.pane .message').filter({ hasText: words, visible: true }))
      .first();
    const rows = this.page.locator('.pane .monaco-list-rows');
    // Reading begins a moment after the rows of the register are there, so that one look is not enough.
    for (let before: string[] = []; ;) {
      await reading.waitFor({ state: 'hidden', timeout: 90_000 });
      await this.page.waitForTimeout(STILL_MS);
      const after = await rows.allInnerTexts();
      if (after.join() === before.join() && !(await reading.isVisible())) return;
      before = after;
    }
  }

  /** One of our views. Show the container first. */
  view(title: string): TreeView {
    return new TreeView(this.page, title);
  }

  /** The number on our icon in the activity bar; undefined when there is none. */
  async badge(): Promise<string | undefined> {
    const badge = this.page.locator(`.activitybar .action-item:has(${containerIcon}) .badge-content`);
    // While the views are busy the badge holds a turning sign and no number.
    const text = (await badge.isVisible()) ? (await badge.innerText()).trim() : '';
    return text === '' ? undefined : text;
  }

  /** The file name of the editor in front, as on its tab. */
  async activeEditor(): Promise<string> {
    return await editorInFront(this.page);
  }

  /** The lines of the text editor in front that are in sight, top to bottom. */
  async editorText(): Promise<string> {
    const lines = this.page.locator('.editor-group-container.active .monaco-editor .view-line');
    await lines.first().waitFor();
    const texts = await lines.evaluateAll((elements) =>
      elements
        .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
    return texts.join('\n').replaceAll('\u00A0', ' ');
  }

  /** Replaces the text of the editor in front and saves it. */
  async replaceEditorText(text: string): Promise<void> {
    await this.page.locator('.editor-group-container.active .monaco-editor .view-lines').click();
    await this.page.keyboard.press('ControlOrMeta+A');
    // Pasted, as text that is typed is taken line by line, which takes a minute for a whole review.
    await this.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
    }, text);
    await this.page.keyboard.press('ControlOrMeta+S');
  }

  /** The content of the webview in front. */
  webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** Shows the Markdown file in front as its preview, in the same place. @returns its content. */
  async openPreview(): Promise<FrameLocator> {
    await this.quickInput.runCommand('Markdown: Open Preview');
    const preview = this.page.frameLocator('iframe.webview.ready >> nth=-1').frameLocator('#active-frame');
    await preview.locator('h1').first().waitFor({ timeout: 60_000 });
    return preview;
  }

  /** The content of the webview that lies over an editor group, counted from 0 at the left. */
  async webviewOfGroup(group: number): Promise<FrameLocator> {
    return await eventually(async () => {
      const place = await this.page.locator('.editor-group-container').nth(group).boundingBox();
      for (const frame of await this.page.locator('iframe.webview.ready').all()) {
        const [box, name] = [await frame.boundingBox(), await frame.getAttribute('name')];
        if (place === null || box === null || name === null) continue;
        const middle = box.x + box.width / 2;
        if (middle > place.x && middle < place.x + place.width)
          return this.page.frameLocator(`iframe.webview[name="${name}"]`).frameLocator('#active-frame');
      }
      throw new Error(`No webview is over editor group ${group}.`);
    });
  }

  /** What the notifications in sight say. */
  async notifications(): Promise<string[]> {
    return await this.page.locator('.notification-toast .notification-list-item-message').allInnerTexts();
  }

  /** Looks for a problem in the Problems panel. @returns its row. */
  async problem(words: string): Promise<Locator> {
    await this.quickInput.runCommand('Problems: Focus on Problems View');
    // The list holds only the rows in sight, and moves to those of the file in front.
    await this.page.getByPlaceholder(/^Filter/).fill(words);
    const row = this.page.locator('.markers-panel .monaco-list-row', { hasText: words }).first();
    await row.waitFor();
    return row;
  }

  /** Reads a file of the folder from disk. */
  async fileText(path: string): Promise<string> {
    return await readFile(join(this.folder, path), 'utf8');
  }

  /** Switches the colour theme, as a person does, and waits until it shows. */
  async setTheme(theme: ThemeName): Promise<void> {
    await this.quickInput.runCommand('Preferences: Color Theme');
    await this.quickInput.type(themes[theme].label);
    await this.quickInput.choose(themes[theme].label);
    await this.page.locator(`.monaco-workbench.${themes[theme].kind}`).waitFor();
  }

  /** Takes a picture of the window. @returns its path. */
  async screenshot(name: string): Promise<string> {
    const path = join(hostFolder, 'screenshots', `${name.replaceAll(/[^\w-]+/gu, '-')}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  /** What a person would say of the window over the phone; for where only the words of a failure can be had. */
  async inWords(): Promise<readonly string[]> {
    const begins = (text: string): string => text.replaceAll(/\s+/gu, ' ').slice(0, 300);
    const shown = async (selector: string): Promise<string> => {
      const texts = await this.page.locator(selector).filter({ visible: true }).allInnerTexts();
      return texts.map(begins).join(' | ');
    };
    const webviews = this.page.frames().filter((frame) => frame.url().includes('/fake.html'));
    const pages = webviews.map(async (frame) => {
      const words = frame.locator('body').innerText({ timeout: 2_000 });
      return `webview: ${begins(await words.catch(() => '(no answer)'))}`;
    });
    return [
      `in front: ${await shown('.tab.active')}, not saved: ${await shown('.tab.dirty')}`,
      `its text: ${await shown('.editor-group-container.active .view-lines')}`,
      `below: ${await shown('.part.panel')}`,
      `at the bottom: ${await shown('.part.statusbar')}`,
      `asked: ${await shown('.quick-input-widget')}`,
      `notified: ${await shown('.notification-toast')}`,
      ...(await Promise.all(pages)),
    ];
  }

  /** Keeps what helps to understand a failure. @returns the path of the picture and of the logs. */
  async keepEvidence(name: string): Promise<readonly string[]> {
    const picture = await this.screenshot(`failed-${name}`);
    const logs = picture.replace(/\.png$/u, '.log');
    await writeFile(
      logs,
      `${this.#server.log}\n\n---- messages of the page ----\n${this.#console.join('\n')}\n`,
    );
    return [picture, logs];
  }

  /** Fails when our extension didn't activate or threw into the log. */
  assertNoExtensionErrors(): void {
    const ours = this.#console.filter(
      (line) => line.startsWith('error') && line.includes('soc-review-tracker'),
    );
    assert.deepEqual(ours, []);
  }

  get #container(): Locator {
    return this.page.locator(`.activitybar ${containerIcon}`);
  }
}
