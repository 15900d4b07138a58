import { link } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { opensReports, ReportPage } from '../workbench/report-page.ts';
import { Workbench } from '../workbench/workbench.ts';

/**
 * How long it takes in a VS Code window from the command, the Enter key in the list of files, until the first page is
 * painted, in milliseconds: for each file the times of all runs.
 */
export async function openingInWindow(files: readonly string[], runs: number): Promise<readonly number[][]> {
  const workbench = await Workbench.open({
    settings: opensReports,
    fill: async (folder) => {
      for (const file of files) await link(file, join(folder, basename(file)));
    },
  });
  try {
    // What the index reads in the background is nobody's who opens a report later.
    await workbench.showContainer();
    await workbench.waitUntilIndexed();
    await openOnce(workbench, files[0] ?? '');
    const times: number[][] = files.map(() => []);
    for (let run = 0; run < runs; run++)
      for (const [index, file] of files.entries()) times[index]?.push(await openOnce(workbench, file));
    return times;
  } finally {
    await workbench.close();
  }
}

async function openOnce(workbench: Workbench, file: string): Promise<number> {
  const { page, quickInput } = workbench;
  await quickInput.offerFile(basename(file));
  const started = performance.now();
  await page.keyboard.press('Enter');
  // pdf.js shows the picture of a page when it is painted.
  await new ReportPage(workbench).locator('.page canvas:not([hidden])').first().waitFor({ timeout: 60_000 });
  const milliseconds = performance.now() - started;
  await quickInput.runCommand('View: Close All Editors');
  await page.locator('iframe.webview').first().waitFor({ state: 'detached' });
  return milliseconds;
}
