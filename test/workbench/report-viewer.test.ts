import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { lockedPdf, writeBadFiles } from '../fixtures/bad-files.ts';
import { eventually } from './eventually.ts';
import { pageHeading, plainReport } from './plain-report.ts';
import { opensReports, ReportPage } from './report-page.ts';
import { useWorkbench } from './use-workbench.ts';

const PAGES = 40;
const PROTECTED = 'user-password-aes.pdf';

describe('The report viewer', () => {
  const workbench = useWorkbench({
    settings: opensReports,
    keepsSecrets: true,
    fill: async (folder) => {
      await writeFile(join(folder, 'report.pdf'), await plainReport(PAGES));
      await writeFile(join(folder, 'other.pdf'), await plainReport(3, 'another vendor'));
      await writeBadFiles(folder);
    },
  });
  const messages: string[] = [];
  let report: ReportPage;
  before(() => {
    workbench().page.on('console', (message) => messages.push(`${message.text()} ${message.location().url}`));
    report = new ReportPage(workbench());
  });
  const open = (path: string) => workbench().quickInput.openFile(path);

  it('shows the first page of a report', async () => {
    await open('report.pdf');
    await report.seeText(pageHeading(1));
    assert.equal(await report.pageWords(), `1 of ${PAGES}`);
  });

  it('goes to a typed page, and on from there', async () => {
    await report.goToPage('12');
    await report.seeText(pageHeading(12));
    await report.button('Next page').click();
    await report.seeText(pageHeading(13));
    assert.equal(await report.pageWords(), `13 of ${PAGES}`);
  });

  it('searches the whole report', async () => {
    await workbench().page.keyboard.press('ControlOrMeta+F');
    await report.findField.fill('page 31, LINE');
    await report.seeFindCount('1 of 25');
    await report.seeText(pageHeading(31));
    await report.findField.press('Enter');
    await report.seeFindCount('2 of 25');
    await report.button('Match case').click();
    await report.seeFindCount('No results');
    await report.findField.press('Escape');
    await report.findField.waitFor({ state: 'hidden' });
  });

  it('lets text be selected and copied', async () => {
    const line = report.locator('.textLayer').getByText('Page 31, line 7:');
    await line.click({ clickCount: 3 });
    const selected = await line.evaluate(() => document.getSelection()?.toString() ?? '');
    assert.match(selected, /^Page 31, line 7: complementary user entity control 3107\./);
  });

  it('follows the outline', async () => {
    await report.button('Side bar').click();
    await report.outline.getByText('Chapter from page 21').click();
    await report.seeText(pageHeading(21));
    await report.button('Side bar').click();
  });

  it('follows a link within the report, and asks before one that leads out of it', async () => {
    await report.goToPage('1');
    await report.link('third').click();
    await report.seeText(pageHeading(3));
    await report.goToPage('1');
    await report.link('https://vendor.example/trust').click();
    const question = workbench().page.getByRole('dialog').filter({ hasText: 'https://vendor.example/trust' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'hidden' });
  });

  it('asks for the password of a protected report', async () => {
    await open(PROTECTED);
    const { quickInput } = workbench();
    await quickInput.answer('wrong');
    await quickInput.answer('open sesame');
    await report.seeText('System and Organization Controls');
  });

  const opensWithoutPassword = async (): Promise<void> => {
    await open(PROTECTED);
    await report.seeText('System and Organization Controls', { timeout: 60_000 });
    assert.equal(await workbench().page.locator('.quick-input-widget').isVisible(), false);
  };

  it('asks for it once', async () => {
    await workbench().quickInput.runCommand('View: Close All Editors');
    await opensWithoutPassword();
    await workbench().quickInput.runCommand('View: Close All Editors');
  });

  it('is where the reader left it when its tab comes back', async () => {
    await open('report.pdf');
    await report.goToPage('17');
    await report.zoom.selectOption('1.25');
    await report.seeText(pageHeading(17));
    // Longer than the viewer waits before it says where the reader is.
    await workbench().page.waitForTimeout(1_000);
    await open('other.pdf');
    await report.seeText('another vendor');
    await open('report.pdf');
    await report.seeText(pageHeading(17));
    assert.equal(await report.pageWords(), `17 of ${PAGES}`);
    assert.equal(await report.zoom.inputValue(), '1.25');
  });

  it('is there after the window was loaded again', async () => {
    await workbench().page.waitForTimeout(1_000);
    await workbench().reload();
    await open('report.pdf');
    await report.seeText(pageHeading(17), { timeout: 60_000 });
    assert.equal(await report.pageWords(), `17 of ${PAGES}`);
  });

  it('asks for no password again after that, unless the one that is kept is wrong by now', async () => {
    await opensWithoutPassword();
    await workbench().quickInput.runCommand('View: Close All Editors');
    await writeFile(join(workbench().folder, PROTECTED), await lockedPdf('another year'));
    await open(PROTECTED);
    await eventually(async () => {
      assert.match(await workbench().quickInput.message(), /does not open this report/);
    });
    await workbench().quickInput.answer('another year');
    await report.seeText('System and Organization Controls');
    await workbench().quickInput.runCommand('View: Close All Editors');
  });

  it('hands out the file, to be printed, where the system has no program for it', async () => {
    await open('report.pdf');
    await report.seeText(pageHeading(17));
    const [saved] = await Promise.all([
      workbench().page.waitForEvent('download'),
      report.button('Open in the system’s PDF program, to print').click(),
    ]);
    assert.equal(saved.suggestedFilename(), 'report.pdf');
    assert.deepEqual(
      await readFile(await saved.path()),
      await readFile(join(workbench().folder, 'report.pdf')),
    );
  });

  it('shows a changed file at the same place', async () => {
    await writeFile(join(workbench().folder, 'report.pdf'), await plainReport(PAGES + 2, 'second edition'));
    await report
      .locator('.page-count')
      .getByText(`of ${PAGES + 2}`)
      .waitFor();
    await report.seeText(pageHeading(17));
    assert.equal(await report.pageWords(), `17 of ${PAGES + 2}`);
  });

  it('says that a file was deleted', async () => {
    await rm(join(workbench().folder, 'report.pdf'));
    await report.seeProblem('deleted or moved');
    await writeFile(join(workbench().folder, 'report.pdf'), await plainReport(PAGES));
    await report.seeText(pageHeading(17));
  });

  it('leaves nothing of a report in the browser’s storage', async () => {
    await report.seeText(pageHeading(17));
    const stored: string[] = [];
    for (const frame of workbench().page.frames()) {
      stored.push(
        ...(await frame.evaluate(async () => {
          const names = 'caches' in globalThis ? await caches.keys() : [];
          const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
          return requests.flat().map(({ url }) => url);
        })),
      );
    }
    assert.ok(
      stored.some((url) => url.includes('report-viewer.js')),
      'the viewer’s own script is stored, so this looks at the right place',
    );
    assert.deepEqual(
      stored.filter((url) => url.includes('report.pdf') || url.includes('other.pdf')),
      [],
    );
  });

  for (const [file, problem] of [
    ['zero-bytes.pdf', 'This file is empty'],
    ['sign-in-page.pdf', 'This file is not a PDF'],
    ['garbage.pdf', 'This file is not a PDF'],
    ['truncated.pdf', 'This PDF is damaged'],
  ] as const) {
    it(`says what is wrong with ${file}`, async () => {
      await open(file);
      await report.seeProblem(problem);
    });
  }

  it('does all that within its content security policy', () => {
    const violations = messages.filter((text) => /content security policy/i.test(text));
    assert.deepEqual(violations, []);
    workbench().assertNoExtensionErrors();
  });
});
