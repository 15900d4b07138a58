import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from './eventually.ts';
import { ReportPage } from './report-page.ts';
import { useWorkbench } from './use-workbench.ts';

const VENDOR = 'Kestrel';

describe('The register in the editor', () => {
  const workbench = useWorkbench();
  const vendors = () => workbench().view('Vendors');
  const lenses = () => workbench().page.locator('.monaco-editor .codelens-decoration');

  const lineOfVendor = async (): Promise<number> =>
    (await workbench().fileText('vendors.yaml')).split('\n').findIndex((one) => one.includes(VENDOR)) + 1;

  it('says above each vendor where it stands', async () => {
    await workbench().showContainer();
    await workbench().waitUntilIndexed();
    await workbench().quickInput.openFile('vendors.yaml');
    await eventually(async () => {
      assert.match((await lenses().allInnerTexts()).join('\n'), /(Overdue|Needs attention|Current): /);
    });
    await workbench().screenshot('register-lenses');
  });

  it('shows why at the vendor’s name', async () => {
    await workbench().quickInput.goToLine(await lineOfVendor());
    const { page } = workbench();
    await page.keyboard.press('End');
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.press('ControlOrMeta+I');
    await page.locator('.monaco-hover:visible').filter({ hasText: 'days tested' }).first().waitFor();
    await workbench().screenshot('register-hover');
  });

  it('lets a person put right what is misspelt, and the tree follows', async () => {
    const { page, quickInput } = workbench();
    const line = await lineOfVendor();
    await quickInput.goToLine(line);
    // A key that comes while the editor takes over from what was open before it can be lost.
    await eventually(async () => {
      await page.keyboard.press('ControlOrMeta+Enter');
      await page
        .locator('.statusbar')
        .getByText(`Ln ${line + 1},`)
        .waitFor({ timeout: 3_000 });
    });
    // The editor indents the new line like the one with the dash.
    await page.keyboard.type('  status: terminatd');
    await page.keyboard.press('ControlOrMeta+S');
    await eventually(async () => {
      assert.match(await workbench().fileText('vendors.yaml'), /^ {4}status: terminatd$/m);
    });
    const problem = await workbench().problem('Did you mean "terminated"?');
    await workbench().screenshot('register-problems');
    await problem.dblclick();
    const fix = page.locator('.action-widget').getByText('Change to "terminated"');
    await eventually(async () => {
      await page.keyboard.press('ControlOrMeta+.');
      await fix.waitFor({ timeout: 3_000 });
    });
    await fix.click();
    await page.keyboard.press('ControlOrMeta+S');
    await vendors().expand(/^Not required/);
    await eventually(async () => {
      assert.match(await vendors().rowName(VENDOR), /, Not required, terminated/);
    });
  });

  it('leads from a report to its vendor', async () => {
    const { page, quickInput } = workbench();
    await vendors().expand(/^Overdue/);
    await vendors().expand(/Pacific Lantern/);
    await vendors().click(/^SOC 2 Type 2/);
    await new ReportPage(workbench()).seeText('Lantern', { timeout: 60_000 });
    await vendors().collapse(/^Overdue/);
    await page.locator('.editor-actions').getByRole('button', { name: 'Show Vendor of This Report' }).click();
    await eventually(async () => {
      const selected = vendors().rows.and(page.locator('.selected'));
      assert.match((await selected.getAttribute('aria-label')) ?? '', /^Pacific Lantern/);
    });
    await workbench().screenshot('report-vendor');
    await quickInput.seeCommand('SOC Review: Show Vendor of This Report');
  });

  it('leads from the vendor to its line in the register', async () => {
    await vendors().chooseFromMenu(/^Pacific Lantern/, 'Open in Register');
    await eventually(async () => {
      assert.equal(await workbench().activeEditor(), 'vendors.yaml');
    });
    const text = await workbench().fileText('vendors.yaml');
    const line = text.split('\n').findIndex((one) => one.includes('name: Pacific Lantern')) + 1;
    await workbench().page.locator('.statusbar').getByText(`Ln ${line}, Col 11`).waitFor();
    workbench().assertNoExtensionErrors();
  });
});
