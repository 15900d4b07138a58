import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import axe from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import type { ThemeName } from '../host/workbench-settings.ts';
import { eventually } from './eventually.ts';
import { opensReports, ReportPage } from './report-page.ts';
import { useWorkbench } from './use-workbench.ts';

/**
 * VS Code puts the label and the description of a row beside each other without a space, "Overdue2", which no name
 * that is spoken can contain. That names begin with what is seen is looked at below.
 */
const RULES = { 'label-content-name-mismatch': { enabled: false } };

/** What keeps somebody from using a thing altogether, or nearly. */
const GRAVE = new Set(['serious', 'critical']);

/**
 * Looks for grave findings below an element. Run through the debugger, since no content security policy of ours or of
 * the workbench lets a page load a script like this.
 */
async function findings(place: Page | Frame, selector: string): Promise<string[]> {
  await place.evaluate(axe.source);
  const { violations } = await place.evaluate<AxeResults, readonly [string, RunOptions]>(
    ([below, options]) => (globalThis as unknown as { axe: typeof axe }).axe.run(below, options),
    [selector, { rules: RULES }],
  );
  return violations
    .filter(({ impact }) => GRAVE.has(impact ?? ''))
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
}

const THEMES: readonly ThemeName[] = ['light', 'dark', 'high contrast'];

describe('Accessibility', () => {
  const workbench = useWorkbench({ settings: opensReports });
  const vendors = () => workbench().view('Vendors');

  it('lets somebody work the tree by keyboard alone', async () => {
    const { page, quickInput } = workbench();
    await workbench().showContainer();
    await workbench().waitUntilIndexed();
    await quickInput.runCommand('SOC Review: Focus on Vendors View');
    const focused = page.locator('.pane .monaco-list-row.focused').first();
    /** Presses a key until the focus is on a row of that name: a tree that is being refreshed loses keys. */
    const press = (key: string, name: RegExp): Promise<void> =>
      eventually(async () => {
        await page.keyboard.press(key);
        await eventually(async () => {
          assert.match((await focused.getAttribute('aria-label')) ?? '', name);
        }, 1_000);
      });
    await press('Home', /^Overdue, \d+ vendors?$/);
    await press('ArrowDown', /, Overdue, .*overdue/);
    await page.keyboard.press('ArrowRight');
    await focused.and(page.locator('[aria-expanded="true"]')).waitFor();
    await vendors().row('Open points');
    await press('ArrowDown', /^Open points/);
    await press('ArrowLeft', /, Overdue, .*overdue/);
    await page.keyboard.press('Shift+F10');
    await page.locator('.monaco-menu').getByRole('menuitem', { name: 'Open Report' }).first().waitFor();
    await page.keyboard.press('Escape');
    await press('ArrowDown', /^SOC 1 Type 2, /);
    await page.keyboard.press('Enter');
    await eventually(async () => {
      assert.match(await workbench().activeEditor(), /\.pdf$/i);
    });
  });

  for (const theme of THEMES) {
    it(`has no grave finding in its views in the ${theme} theme`, async () => {
      if (theme !== 'light') await workbench().setTheme(theme);
      await vendors().open();
      assert.deepEqual(await findings(workbench().page, '.sidebar .composite.viewlet .monaco-list-rows'), []);
    });
  }

  it('says of every row first what stands on it', async () => {
    const rows = await workbench().page.locator('.sidebar .pane .monaco-list-row').all();
    assert.ok(rows.length > 10);
    for (const row of rows) {
      const name = (await row.getAttribute('aria-label')) ?? '';
      const label = await row.locator('.label-name').first().innerText();
      assert.ok(name.toLowerCase().startsWith(label.toLowerCase()), `"${label}" is called "${name}"`);
    }
  });

  it('has no grave finding in the report viewer and its facts', async () => {
    const { page, quickInput } = workbench();
    await quickInput.openFile('SOC2-Type2');
    const report = new ReportPage(workbench());
    await report.pageWords();
    const frames = page.frames();
    const shown = await Promise.all(
      frames.map(async (frame) =>
        (await frame.locator('#toolbar, .toolbar, [role=toolbar]').count()) > 0 ? frame : null,
      ),
    );
    const viewers = shown.filter((frame) => frame !== null && frame !== page.mainFrame());
    assert.ok(viewers.length > 0, 'the viewer is there');
    for (const frame of viewers) assert.deepEqual(await findings(frame!, 'body'), []);
  });
});
