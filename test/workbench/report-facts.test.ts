import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { Locator } from 'playwright-core';
import { projectRoot } from '../host/places.ts';
import { chooseFromContextMenu } from './context-menu.ts';
import { eventually } from './eventually.ts';
import { ReportPage } from './report-page.ts';
import { useWorkbench } from './use-workbench.ts';

const INDEXING = 120_000;
const VENDOR = 'Hudson Meridian';

/** Words without what a line's end adds to them. */
const bare = (text: string): string => text.replaceAll(/\s+/gu, '');

describe('The facts beside a report', () => {
  const workbench = useWorkbench();
  const vendors = () => workbench().view('Vendors');
  let report: ReportPage;
  before(async () => {
    report = new ReportPage(workbench());
    await workbench().showContainer();
    await eventually(() => vendors().rowText(/^Overdue/), INDEXING);
    await workbench().waitUntilIndexed();
    await vendors().expand(VENDOR);
    await vendors().click(/not reviewed/);
    await report.seeText(VENDOR, { timeout: 60_000 });
    await report.fact('Service auditor').waitFor();
  });
  /** What the command line says of the report. */
  const indexed = async (): Promise<{
    auditor: { value: string; page: number; quote: string } | null;
    periodEnd: { value: string };
  }> => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(projectRoot, 'dist', 'cli.js'), 'index', workbench().folder, '--format', 'json', '--no-cache'],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    const { documents } = JSON.parse(stdout) as { documents: { path: string }[] };
    const newest = documents.filter(({ path }) => path.includes('hudson-meridian/SOC2')).at(-1);
    return newest as unknown as Awaited<ReturnType<typeof indexed>>;
  };

  const exceptions = (): Locator => report.locator('.fact-group').filter({ hasText: 'Exceptions' });

  /** How many exceptions the tree asks about. */
  const toAnswer = async (): Promise<number> =>
    Number.parseInt(await vendors().rowText(/exceptions? to answer/), 10);

  /** Goes from a row to one of its buttons with the Tab key, and presses it. */
  const pressOnRow = async (row: Locator, action: string): Promise<void> => {
    await row.locator('.fact-main').focus();
    const button = row.getByRole('button', { name: `${action}: ` });
    await eventually(async () => {
      await workbench().page.keyboard.press('Tab');
      assert.ok(await button.evaluate((one) => one === document.activeElement));
    });
    await workbench().page.keyboard.press('Enter');
  };

  /** Selects the words in which the auditor signs. */
  const selectAuditor = async (): Promise<{ line: Locator; selected: string }> => {
    await report.showFact('Service auditor');
    // Pages out of sight keep their words, hidden.
    const line = report
      .locator('.textLayer:not([hidden]) span')
      .filter({ hasText: /Castellan|LLP/ })
      .first();
    await line.click({ clickCount: 3 });
    const selected = await line.evaluate(() => document.getSelection()?.toString().trim() ?? '');
    return { line, selected };
  };

  it('show what the report is, and what it does not print', async () => {
    assert.match(await report.fact('Report').innerText(), /SOC 2 Type 2\n.*\nPage 1 of \d+/);
    assert.match(await report.fact('Report date').innerText(), /\d+ days after the end of the period/);
    assert.match(await report.fact('Standard').innerText(), /not printed/);
    assert.match(await report.locator('.facts-summary').innerText(), /^0 of \d+ confirmed$/);
  });

  it('lead to their passages: each kind is marked with the words that were read', async () => {
    for (const name of ['Service organization', 'Service auditor', 'System']) {
      const value = await report.fact(name).locator('.fact-value').innerText();
      assert.ok(bare(await report.showFact(name)).includes(bare(value)), name);
    }
    assert.match(await report.showFact('Report date'), /\d{4}/);
    assert.match(await report.showFact('Opinion'), /in our opinion/i);
    for (const list of ['Exceptions', 'Complementary user entity controls']) {
      const group = report.locator('.fact-group').filter({ hasText: list });
      for (const part of ['.fact:not(.fact-part)', '.fact-part']) {
        const row = group.locator(part).first();
        if ((await row.count()) === 0) continue;
        const value = await row.locator('.fact-value').innerText();
        assert.equal(bare(await report.showFact(value)), bare(value));
      }
    }
  });

  it('are walked through with F8, in both directions', async () => {
    await report.showFact('Service organization');
    const place = async (): Promise<number> =>
      Number(/Passage (\d+) of/.exec(await report.locator('.facts-place').innerText())?.[1]);
    const from = await place();
    await workbench().page.keyboard.press('F8');
    await eventually(async () => {
      assert.equal(await place(), from + 1);
    });
    await workbench().page.keyboard.press('Shift+F8');
    await eventually(async () => {
      assert.equal(await place(), from);
    });
  });

  it('come with the numbers that are printed on the pages, at the page field and the thumbnails', async () => {
    await report.goToPage('6');
    await report.button('Side bar').click();
    await report.button('Thumbnails').click();
    const thumbnail = report.locator('.thumbnail[aria-current]');
    await eventually(async () => {
      const [, page = '', printed = ''] =
        /^(\d+) of \d+\D+printed (\S+)$/.exec(await report.pageWords()) ?? [];
      assert.equal(page, '6');
      assert.notEqual(printed, page);
      assert.equal(await thumbnail.innerText(), `${page} · printed ${printed}`);
      assert.equal(await thumbnail.getAttribute('aria-label'), `Page ${page} · printed ${printed}`);
    });
    await workbench().screenshot('thumbnails');
    await report.button('Side bar').click();
  });

  it('can be corrected: the register, the tree and the command line follow, and it can be taken back', async () => {
    await report.decide('Period to', 'Correct…');
    await workbench().quickInput.type('yesterday');
    await eventually(async () => {
      assert.match(await workbench().quickInput.message(), /Enter a day that exists/);
    });
    await workbench().quickInput.answer('30 June 2026');
    await workbench().quickInput.answer('Dana Petit');
    await report.fact('Period to').and(report.locator('.fact-corrected')).waitFor();
    assert.match(await report.fact('Period to').innerText(), /30 Jun 2026/);
    const register = await workbench().fileText('vendors.yaml');
    assert.match(register, /corrections:[\s\S]*by: Dana Petit[\s\S]*periodEnd: \{ corrected: 2026-06-30/);
    await eventually(async () => {
      assert.match(await vendors().rowText(/not reviewed/), /30 Jun 2026/);
    });
    assert.equal((await indexed()).periodEnd.value, '2026-06-30');
    await report.decide('Period to', 'Take the decision back');
    await report.fact('Period to').and(report.locator('.fact-read')).waitFor();
    assert.doesNotMatch(await workbench().fileText('vendors.yaml'), /corrections:[\s\S]*periodEnd/);
  });

  it('have the last decision undone with Ctrl+Z', async () => {
    await report.decide('System', 'Not in the report');
    await report.fact('System').and(report.locator('.fact-absent')).waitFor();
    await workbench().page.keyboard.press('ControlOrMeta+Z');
    await report.fact('System').and(report.locator('.fact-read')).waitFor();
    assert.doesNotMatch(await workbench().fileText('vendors.yaml'), /system: absent/);
  });

  it('take selected words as their value, with page and passage', async () => {
    const { selected } = await selectAuditor();
    await report.button('Use as…').click();
    await workbench().quickInput.choose('Use as Service auditor');
    await report.fact('Service auditor').and(report.locator('.fact-corrected')).waitFor();
    const { auditor } = await indexed();
    assert.equal(bare(auditor?.quote ?? ''), bare(selected));
    await report.showFact('System');
    assert.ok(bare(await report.showFact('Service auditor')).includes(bare(selected)));
  });

  it('let one exception be corrected, taken out of its list and back, by mouse and by keyboard', async () => {
    const row = () => exceptions().locator('.fact:not(.fact-part)').first();
    const found = await row().locator('.fact-value').innerText();
    const asked = await toAnswer();
    await report.decide(found, 'Correct…');
    await workbench().quickInput.answer(`${found} Twice.`);
    await workbench().quickInput.answer('CC9.9');
    await row().and(report.locator('.fact-corrected')).waitFor();
    assert.match(await row().innerText(), /^CC9\.9\n.* Twice\.\n[^]*Read as: /);
    assert.equal(bare(await report.showFact('Read as: ')), bare(found));
    assert.match(
      await workbench().fileText('vendors.yaml'),
      /entries:\n +- \{ list: testExceptions, corrected: .* Twice\..* read: \{.*by: Dana Petit, on: /,
    );
    await pressOnRow(row(), 'Take the decision back');
    await row().and(report.locator('.fact-read')).waitFor();
    await pressOnRow(row(), 'Not in the report');
    const absent = exceptions().locator('.fact-absent').filter({ hasText: found });
    await absent.filter({ hasText: 'not printed, says Dana Petit' }).waitFor();
    await eventually(async () => {
      assert.equal(await toAnswer(), asked - 1);
    });
    await pressOnRow(absent, 'Take the decision back');
    await row().and(report.locator('.fact-read')).filter({ hasText: found }).waitFor();
    assert.doesNotMatch(await workbench().fileText('vendors.yaml'), /entries:/);
  });

  it('take selected words as an exception that was missed, until Ctrl+Z', async () => {
    const { selected } = await selectAuditor();
    await report.button('Use as…').click();
    await workbench().quickInput.choose('Add as Exception');
    await workbench().quickInput.answer('CC9.8');
    const added = exceptions().locator('.fact-added').filter({ hasText: 'CC9.8' });
    await added.waitFor();
    assert.match(
      await workbench().fileText('vendors.yaml'),
      /entries:\n +- \{ list: testExceptions, added: /,
    );
    await report.showFact('System');
    assert.ok(bare(await report.showFact('CC9.8')).includes(bare(selected)));
    await workbench().page.keyboard.press('ControlOrMeta+Z');
    await added.waitFor({ state: 'detached' });
    assert.doesNotMatch(await workbench().fileText('vendors.yaml'), /CC9\.8/);
  });

  it('are confirmed in the review once there is one, and exceptions become rows of it', async () => {
    const exception = exceptions().locator('.fact:not(.fact-part)').first();
    const found = await exception.locator('.fact-value').innerText();
    await report.decide(found, 'Add to the review');
    await eventually(async () => {
      const row = workbench()
        .page.locator('.monaco-editor .view-line')
        .filter({ hasText: found.slice(0, 25) });
      await row.first().waitFor({ timeout: 2_000 });
    });
    // The draft is part of the library as soon as its file is seen.
    await eventually(async () => {
      await vendors().rowText(/draft|in progress/i);
    });
    await report.decide('Opinion', 'Confirm');
    await report.fact('Opinion').and(report.locator('.fact-confirmed')).waitFor();
    assert.match(await report.locator('.facts-summary').innerText(), /^[1-9]\d* of \d+ confirmed$/);
    const reviews = globSync('reviews/**/*.md', { cwd: workbench().folder });
    const texts = await Promise.all(reviews.map((path) => workbench().fileText(path)));
    assert.equal(texts.filter((text) => /^confirmed: \{ opinion: extracted \}$/m.test(text)).length, 1);
    await report.decide(found, 'Confirm');
    await exception.and(report.locator('.fact-confirmed')).waitFor();
    await eventually(async () => {
      const texts = await Promise.all(reviews.map((path) => workbench().fileText(path)));
      const line = /^confirmedEntries:\n {2}- \{ list: testExceptions, confirmed: /m;
      assert.equal(texts.filter((text) => line.test(text)).length, 1);
    });
    await workbench().screenshot('facts-entries');
  });

  it('are taken back where they were decided: in the register, although there is a review by now', async () => {
    await report.decide('Service auditor', 'Take the decision back');
    await report.fact('Service auditor').and(report.locator('.fact-read')).waitFor();
    assert.doesNotMatch(await workbench().fileText('vendors.yaml'), /auditor: \{ corrected/);
  });

  it('let selected words be quoted in the review, from the page’s own menu', async () => {
    await report.showFact('System');
    const { line, selected } = await selectAuditor();
    await line.click({ button: 'right' });
    await chooseFromContextMenu(workbench().page, 'Add Selection to Review');
    await workbench()
      .page.locator('.monaco-editor .view-line')
      .filter({ hasText: `> ${selected}`.replaceAll(' ', '\u00A0') })
      .first()
      .waitFor();
  });

  it('stay usable beside a narrow editor, and close and open again', async () => {
    await workbench().page.setViewportSize({ width: 900, height: 800 });
    await report.fact('Opinion').locator('.fact-main').click();
    await workbench().screenshot('facts-narrow');
    await report.button('Close the facts').click();
    await report.fact('Opinion').waitFor({ state: 'hidden' });
    await report.button('Facts').click();
    await report.fact('Opinion').waitFor();
    await workbench().page.setViewportSize({ width: 1400, height: 900 });
  });

  it('do all that without an error of ours', () => {
    workbench().assertNoExtensionErrors();
  });
});
