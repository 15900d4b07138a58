import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from '../host/build.ts';
import { installVsCodeServer } from '../host/install-vscode-server.ts';
import { projectRoot } from '../host/places.ts';
import { sampleTemplate } from '../host/sample.ts';
import { stopOnSignal } from '../host/signals.ts';
import type { ThemeName } from '../host/workbench-settings.ts';
import { eventually } from './eventually.ts';
import { ReportPage } from './report-page.ts';
import { takePortfolio, takeWholeReview } from './summary-pictures.ts';
import { Workbench } from './workbench.ts';

const folder = join(projectRoot, 'media', 'readme');
const INDEXING = 120_000;

/** `npm run pictures`: takes the README's pictures anew, on the sample repository as it is today. */
export async function main(): Promise<number> {
  stopOnSignal();
  await build('production');
  await installVsCodeServer();
  await mkdir(folder, { recursive: true });
  await takePortfolio(await sampleTemplate(), join(folder, 'portfolio.png'));
  await takeWholeReview(join(folder, 'whole-review.png'));
  for (const theme of ['light', 'dark', 'high contrast'] as const) await takePictures(theme);
  console.log(`Pictures taken: ${folder}`);
  return 0;
}

async function takePictures(theme: ThemeName): Promise<void> {
  const workbench = await Workbench.open({
    theme,
    viewport: { width: 1360, height: 820 },
    settings: { 'workbench.editor.showTabs': 'multiple', 'editor.minimap.enabled': false },
  });
  const take = async (name: string): Promise<void> => {
    const path = join(folder, `${name}-${theme.replace(' ', '-')}.png`);
    await copyFile(await workbench.screenshot(`readme-${name}-${theme}`), path);
    console.log(path);
  };
  try {
    const vendors = workbench.view('Vendors');
    await workbench.showContainer();
    await eventually(() => vendors.rowText(/^Overdue/), INDEXING);
    await workbench.waitUntilIndexed();
    await widenSideBar(workbench);
    await vendors.click('Hudson Meridian');
    await vendors.expand('Hudson Meridian');
    await vendors.click(/not reviewed/);
    await new ReportPage(workbench).seeText('Hudson Meridian', { timeout: 60_000 });
    await take('report');
    if (theme !== 'light') return;
    await workbench.quickInput.runCommand('View: Close All Editors');
    await vendors.clickInlineButton('Hudson Meridian', 'Start Review');
    await eventually(() => workbench.editorText());
    await workbench.quickInput.runCommand('Markdown: Open Preview');
    const preview = workbench.page
      .frameLocator('iframe.webview.ready >> nth=-1')
      .frameLocator('#active-frame');
    await preview.getByRole('heading', { name: 'At a glance' }).waitFor({ timeout: 60_000 });
    await workbench.quickInput.runCommand('View: Close Primary Side Bar');
    await take('review');
  } finally {
    await workbench.close();
  }
}

/** Room for the reasons in the vendors' rows. */
async function widenSideBar({ page }: Workbench): Promise<void> {
  const pane = await page.locator('.pane-header').first().boundingBox();
  if (pane === null) throw new Error('The side bar is not in sight.');
  await page.mouse.move(pane.x + pane.width + 7, 400);
  await page.mouse.down();
  await page.mouse.move(pane.x + pane.width + 190, 400, { steps: 5 });
  await page.mouse.up();
}
