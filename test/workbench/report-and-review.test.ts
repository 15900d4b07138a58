import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { dateInWords } from '../../src/core/calendar/calendar-date.ts';
import type { DocumentReading } from '../../src/core/report/reading.ts';
import { alignReports } from '../../src/core/summary/align-reports.ts';
import { readReportBytes } from '../../src/pdf/read-report-bytes.ts';
import { sampleTemplate } from '../host/sample.ts';
import { eventually } from './eventually.ts';
import { Explorer } from './explorer.ts';
import { ReportPage } from './report-page.ts';
import { scannedReport } from './scanned-report.ts';
import { useWorkbench } from './use-workbench.ts';

const CMAPS = new URL('../../node_modules/pdfjs-dist/cmaps/', import.meta.url);
const REPORTS = 'vendors/hudson-meridian';

/** Words without what a line's end adds to them. */
const bare = (text: string): string => text.replaceAll(/\s+/gu, '');

describe('A report beside its review', () => {
  let newest = '';
  let older = '';
  const workbench = useWorkbench({
    settings: { 'socReview.openReportsByDefault': true, 'socReview.reviewer': 'Dana Petit' },
    fill: async (folder) => {
      await cp(join(await sampleTemplate(), REPORTS), join(folder, REPORTS), { recursive: true });
      [older = '', newest = ''] = globSync('SOC2-*.pdf', { cwd: join(folder, REPORTS) }).sort();
      await mkdir(join(folder, 'incoming'));
      await writeFile(join(folder, 'incoming', 'scanned.pdf'), await scannedReport());
    },
  });
  let explorer: Explorer;
  let report: ReportPage;
  let readings: { readonly older: DocumentReading; readonly newest: DocumentReading };
  before(async () => {
    explorer = new Explorer(workbench().page);
    report = new ReportPage(workbench());
    const read = async (name: string): Promise<DocumentReading> =>
      await readReportBytes(new Uint8Array(await readFile(join(workbench().folder, REPORTS, name))), {
        depth: 'full',
        cMapFolder: CMAPS,
      });
    readings = { older: await read(older), newest: await read(newest) };
  });
  const group = (place: number) => workbench().page.locator('.editor-group-container').nth(place);
  const frontTab = (place: number) => group(place).locator('.tab.active').getAttribute('data-resource-name');
  /** The report in an editor group, told from the other year's by the day on which its period ends. */
  const reportIn = async (place: number, { periodEnd }: DocumentReading): Promise<ReportPage> => {
    assert.ok(periodEnd);
    return await ReportPage.ofGroup(workbench(), place, dateInWords(periodEnd.value));
  };
  const draft = async (): Promise<string> => {
    const [path = ''] = globSync('reviews/**/*.md', { cwd: workbench().folder });
    return await workbench().fileText(path);
  };

  it('opens from the Explorer with a click, where the setting says so', async () => {
    await workbench().showContainer();
    await workbench().waitUntilIndexed();
    await eventually(async () => {
      assert.match(
        await workbench().fileText('.vscode/settings.json'),
        /vendors\/\*\*\/\*\.pdf": "socReview\.report"/,
      );
    });
    await explorer.show();
    await explorer.expand('vendors');
    await explorer.click(newest);
    await report.seeText('Hudson Meridian', { timeout: 60_000 });
    await report.fact('Service auditor').waitFor();
  });

  it('stands beside the review by one command', async () => {
    await workbench().quickInput.runCommand('SOC Review: Open Report and Review');
    await eventually(async () => {
      assert.equal(await frontTab(0), newest);
      assert.match((await frontTab(1)) ?? '', /\.md$/);
    });
    await report.seeText('Hudson Meridian');
  });

  it('is opened on a page by the lens above a section of the review', async () => {
    const lens = group(1)
      .locator('.codelens-decoration a')
      .filter({ hasText: /Open page ([2-9]|\d\d)/ });
    await lens.first().waitFor();
    const [, page = ''] = /(\d+)/.exec(await lens.first().innerText()) ?? [];
    await lens.first().click();
    await eventually(async () => {
      assert.match(await report.pageWords(), new RegExp(`^${page} of`));
    });
  });

  it('shows the passage that a link of the review’s preview stands for', async () => {
    const [, page, quote = ''] =
      /^\| Service auditor \| .* \| \[[^\]]*\]\([^)]*#page=(\d+)\) \| “(.+?)”/m.exec(await draft()) ?? [];
    await group(1).locator('.monaco-editor .view-line').first().click();
    await workbench().quickInput.runCommand('Markdown: Open Preview');
    const preview = await workbench().webviewOfGroup(1);
    await preview.locator('tr', { hasText: 'Service auditor' }).first().locator('a').click();
    report = await reportIn(0, readings.newest);
    await eventually(async () => {
      assert.equal(bare(await report.markedWords()), bare(quote));
      assert.match(await report.pageWords(), new RegExp(`^${page ?? ''} of`));
    });
    assert.equal(await frontTab(0), newest);
    await workbench().screenshot('report-and-preview');
  });

  it('shows the passage that a definition of any other note names', async () => {
    await writeFile(
      join(workbench().folder, 'notes.md'),
      `See [the opinion][1].\n\n[1]: ${REPORTS}/${newest}#page=2 "service auditor’s"\n`,
    );
    await workbench().quickInput.openFile('notes.md');
    const link = workbench().page.locator('.monaco-editor .detected-link').filter({ hasText: '#page=2' });
    await link.first().click({ modifiers: ['ControlOrMeta'], force: true });
    report = await reportIn(0, readings.newest);
    await eventually(async () => {
      assert.match(await report.pageWords(), /^2 of/);
    });
  });

  it('says what stands on pages that are pictures, and leads there', async () => {
    await explorer.expand('incoming');
    await explorer.chooseFromMenu('scanned.pdf', 'Open With...');
    await workbench().quickInput.choose('SOC Report');
    report = await ReportPage.ofGroup(workbench(), 0, 'on an image page: 2–3');
    assert.match(await report.fact('Service auditor').innerText(), /on an image page: 2–3/);
    await report.fact('Service auditor').locator('.fact-main').click();
    await eventually(async () => {
      assert.match(await report.pageWords(), /^2 of/);
    });
  });

  it('keeps step, section by section, with the report of the year before', async () => {
    const testsOf = ({ sections }: DocumentReading) =>
      sections.find(({ kind }) => kind === 'tests')?.firstPage ?? NaN;
    const [there, here] = [testsOf(readings.older), testsOf(readings.newest)];
    assert.notEqual(there, here);
    await workbench().quickInput.openFile(newest);
    await reportIn(0, readings.newest);
    await workbench().quickInput.runCommand('SOC Review: Show Two Reports Side by Side');
    const left = await reportIn(0, readings.older);
    const right = await reportIn(1, readings.newest);
    const toOlder = alignReports(readings.newest, readings.older);
    const pageIn = async (shown: ReportPage): Promise<number> => Number.parseInt(await shown.pageWords());
    await eventually(async () => {
      assert.notEqual(await pageIn(right), 1);
      assert.equal(await pageIn(left), Math.floor(toOlder(await pageIn(right))));
    });
    await left.goToPage(String(there));
    await eventually(async () => {
      assert.match(await right.pageWords(), new RegExp(`^${here} of`));
    });
    await right.goToPage('1');
    await eventually(async () => {
      assert.match(await left.pageWords(), /^1 of/);
    });
    await workbench().screenshot('two-years');
  });

  it('stands beside the report of the year before by one click above their comparison', async () => {
    const { quickInput, page } = workbench();
    await quickInput.runCommand('View: Close All Editors');
    await quickInput.runCommand('SOC Review: Compare with Previous Report');
    await quickInput.choose(newest);
    await page.locator('.codelens-decoration a').getByText('Show both reports side by side').click();
    await reportIn(0, readings.older);
    await reportIn(1, readings.newest);
    await workbench().screenshot('two-years-from-comparison');
  });

  it('does all that without an error of ours', () => {
    workbench().assertNoExtensionErrors();
  });
});
