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
import { PREVIEW, takePortfolio, takeWholeReview } from './summary-pictures.ts';
import { Workbench } from './workbench.ts';

const folder = join(projectRoot, 'media', 'readme');
const INDEXING = 120_000;
const VENDOR = 'Hudson Meridian';
/** The light one last: it is the one of the review too. */
const THEMES = ['dark', 'high contrast', 'light'] as const;

/** `npm run pictures`: takes the README's pictures anew, on the sample repository as it is today. */
export async function main(): Promise<number> {
  stopOnSignal();
  await build('production');
  await installVsCodeServer();
  await mkdir(folder, { recursive: true });
  await takePortfolio(await sampleTemplate(), join(folder, 'portfolio.png'));
  await takeWholeReview(join(folder, 'whole-review.png'));
  await takeWindow();
  console.log(`Pictures taken: ${folder}`);
  return 0;
}

/** The window with the tree and a report, in every theme, and a draft beside its report in the light one. */
async function takeWindow(): Promise<void> {
  const workbench = await Workbench.open({
    theme: THEMES[0],
    viewport: { width: 1360, height: 820 },
    settings: {
      ...PREVIEW,
      'markdown.preview.fontSize': 12,
      'workbench.editor.showTabs': 'multiple',
      'editor.minimap.enabled': false,
    },
  });
  const take = async (name: string, theme: ThemeName): Promise<void> => {
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
    await vendors.click(VENDOR);
    await vendors.expand(VENDOR);
    await vendors.click(/not reviewed/);
    const report = new ReportPage(workbench);
    for (const theme of THEMES) {
      if (theme !== THEMES[0]) await workbench.setTheme(theme);
      await report.seeText(VENDOR, { timeout: 60_000 });
      await take('report', theme);
    }
    await vendors.clickInlineButton(VENDOR, 'Start Review');
    await eventually(() => workbench.editorText());
    await workbench.openPreview();
    await workbench.quickInput.runCommand('View: Close Primary Side Bar');
    await take('review', 'light');
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
