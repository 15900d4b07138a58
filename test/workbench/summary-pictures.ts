import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { launchChromium } from '../host/chromium.ts';
import { projectRoot } from '../host/places.ts';
import { eventually } from './eventually.ts';
import { overdueVendor } from './overdue-vendor.ts';
import { Workbench } from './workbench.ts';

const VENDOR = 'Hudson Meridian';

/** One whole review as Markdown previews show it, from its title to its conclusion, in one tall picture. */
export async function takeWholeReview(path: string): Promise<void> {
  const workbench = await Workbench.open({
    fill: overdueVendor,
    viewport: { width: 1360, height: 820 },
    settings: { 'workbench.editor.showTabs': 'none', 'editor.minimap.enabled': false },
  });
  try {
    await workbench.showContainer();
    await workbench.waitUntilIndexed();
    await workbench.view('Vendors').click(VENDOR);
    await workbench.view('Vendors').clickInlineButton(VENDOR, 'Start Review');
    await eventually(() => workbench.editorText());
    await workbench.quickInput.runCommand('View: Close All Editors in Group');
    await workbench.quickInput.runCommand('View: Close All Editors');
    await workbench.view('Vendors').clickInlineButton(VENDOR, 'Open Review');
    await eventually(() => workbench.editorText());
    await workbench.quickInput.runCommand('Markdown: Open Preview');
    const preview = workbench.page
      .frameLocator('iframe.webview.ready >> nth=-1')
      .frameLocator('#active-frame');
    await preview.getByRole('heading', { name: 'At a glance' }).waitFor({ timeout: 60_000 });
    await workbench.quickInput.runCommand('View: Close Primary Side Bar');
    await workbench.page.setViewportSize({ width: 1240, height: 3600 });
    await eventually(async () => {
      const end = await preview.getByText('What do we conclude').boundingBox();
      if (end === null || end.y > 3600) throw new Error('The end of the review is not in sight.');
    });
    const end = await preview.getByText('What do we conclude').boundingBox();
    await workbench.page.screenshot({
      path,
      clip: { x: 48, y: 0, width: 1192, height: Math.ceil((end?.y ?? 3500) + 60) },
    });
    console.log(path);
  } finally {
    await workbench.close();
  }
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
