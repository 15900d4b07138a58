import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Locator } from 'playwright-core';
import { launchChromium } from '../host/chromium.ts';
import { projectRoot } from '../host/places.ts';
import { eventually } from './eventually.ts';
import { overdueVendor } from './overdue-vendor.ts';
import { Workbench } from './workbench.ts';

const VENDOR = 'Hudson Meridian';

/** Previews of reviews show what people read: the record at the top is for programs, too. */
export const PREVIEW = { 'markdown.preview.frontMatter': 'hide' } as const;

/** What a scroll bar takes, in pixels. */
const SCROLL_BAR = 16;
/** Room around the text of the preview, below and for the bars of the window, in pixels. */
const MARGIN = 60;
const WIDTH = 1240;

/** One whole review as Markdown previews show it, from its title to its conclusion, in one tall picture. */
export async function takeWholeReview(path: string): Promise<void> {
  const workbench = await Workbench.open({
    fill: overdueVendor,
    viewport: { width: WIDTH, height: 820 },
    settings: { ...PREVIEW, 'workbench.editor.showTabs': 'none', 'editor.minimap.enabled': false },
  });
  try {
    await workbench.showContainer();
    await workbench.waitUntilIndexed();
    await workbench.view('Vendors').click(VENDOR);
    await workbench.view('Vendors').clickInlineButton(VENDOR, 'Start Review');
    await eventually(() => workbench.editorText());
    await workbench.quickInput.runCommand('View: Close All Editors');
    await workbench.view('Vendors').clickInlineButton(VENDOR, 'Open Review');
    await eventually(() => workbench.editorText());
    const preview = await workbench.openPreview();
    await workbench.quickInput.runCommand('View: Close Primary Side Bar');
    const end = preview.getByText('What do we conclude');
    const height = await eventually(async () => {
      const needed = Math.ceil(await bottomOf(end)) + MARGIN;
      // Laid out anew in a window of another height, so that it is looked at again.
      if (needed === workbench.page.viewportSize()?.height) return needed;
      await workbench.page.setViewportSize({ width: WIDTH, height: needed });
      throw new Error('The end of the review is not in sight.');
    });
    const text = await preview.locator('body').boundingBox();
    const { x, y } = text ?? { x: 0, y: 0 };
    await workbench.page.screenshot({
      path,
      clip: { x, y, width: WIDTH - x - SCROLL_BAR, height: height - MARGIN / 2 - y },
    });
    console.log(path);
  } finally {
    await workbench.close();
  }
}

async function bottomOf(element: Locator): Promise<number> {
  const box = await element.boundingBox();
  if (box === null) throw new Error('The end of the review is not there.');
  return box.y + box.height;
}

/** The portfolio page of the sample, whole, as a browser shows it. */
export async function takePortfolio(sample: string, path: string): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'soc-review-portfolio-'));
  const page = join(scratch, 'portfolio.html');
  const cli = join(projectRoot, 'dist', 'cli.js');
  const browser = await launchChromium();
  try {
    const args = [cli, 'portfolio', sample, '--no-cache', '--format', 'html', '--out', page];
    await promisify(execFile)(process.execPath, args);
    const view = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await view.goto(pathToFileURL(page).href);
    await view.screenshot({ path, fullPage: true });
    console.log(path);
  } finally {
    await browser.close();
    await rm(scratch, { recursive: true, force: true });
  }
}
