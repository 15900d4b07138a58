import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from './eventually.ts';
import { ReportPage } from './report-page.ts';
import { useWorkbench } from './use-workbench.ts';

/** A cold index of the whole sample, on a machine that has other things to do. */
const INDEXING = 120_000;
const VENDOR = 'Hudson Meridian';

describe('The annual review of a vendor, from the tree to the record', () => {
  const workbench = useWorkbench();
  const vendors = () => workbench().view('Vendors');

  it('shows who is overdue, in the tree and as a badge', async () => {
    await workbench().showContainer();
    await eventually(async () => {
      const overdue = await vendors().rowText(/^Overdue/);
      assert.equal(overdue, `Overdue ${(await workbench().badge()) ?? 'without badge'}`);
    }, INDEXING);
    assert.match((await vendors().texts()).join('\n'), /review \d+ days overdue/);
  });

  it('says in words why a vendor needs attention', async () => {
    assert.match(await vendors().rowText(VENDOR), /new report to review/);
    assert.match(
      await vendors().rowName(VENDOR),
      /^Hudson Meridian.*, Needs attention, new report to review/,
    );
  });

  it('shows every PDF that is no report in the Inbox, with the reason', async () => {
    const inbox = workbench().view('Inbox');
    assert.match(await inbox.rowText('protected copy'), /password/i);
    await inbox.expand(/^Not SOC reports/);
    assert.match(await inbox.rowText('PCI DSS'), /PCI DSS attestation/);
  });

  it('opens the report of a vendor, with its words on the screen', async () => {
    await vendors().expand(VENDOR);
    await vendors().click(/not reviewed/);
    await new ReportPage(workbench()).seeText('Hudson Meridian', { timeout: 60_000 });
  });

  it('starts a review that has the period of the report', async () => {
    await vendors().clickInlineButton(VENDOR, 'Start Review');
    await eventually(async () => {
      assert.match(await workbench().activeEditor(), /\.md$/);
    });
    const [, from, until] =
      /^period: (\d{4}-\d\d-\d\d)\/(\d{4}-\d\d-\d\d)$/m.exec(
        (await workbench().editorText()).replaceAll(/\n(?=\d)/g, ' ').replaceAll(/period:\s+/g, 'period: '),
      ) ?? [];
    assert.ok(from && until && from < until, 'the draft has a period');
  });

  it('leads from a value of the review to its passage, beside it', async () => {
    // The first values are on the cover, where the reader is already.
    const link = workbench()
      .page.locator('.monaco-editor .detected-link')
      .filter({ hasText: /page=[2-9]/ });
    await eventually(async () => {
      // The editor finds its links a while after it has scrolled.
      if ((await link.count()) === 0) await workbench().page.keyboard.press('PageDown');
      await link.first().click({ modifiers: ['ControlOrMeta'], force: true, timeout: 3_000 });
    });
    const report = new ReportPage(workbench());
    await eventually(async () => {
      assert.match(await report.pageWords(), /^[2-9] of/);
    });
    assert.match(await workbench().activeEditor(), /\.pdf$/);
  });

  it('shows the draft below its report', async () => {
    await vendors().expand(/review in progress$/);
    await vendors().row('Draft review');
  });

  it('asks for what is missing before the review is complete', async () => {
    await vendors().clickInlineButton('Draft review', 'Complete Review…');
    await eventually(async () => {
      assert.match((await workbench().notifications()).join('\n'), /The review isn’t complete yet/);
    });
    workbench().assertNoExtensionErrors();
  });
});
