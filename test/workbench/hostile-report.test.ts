import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import {
  HOSTILE_HEADING,
  HOSTILE_NAME,
  hostileReport,
  HOSTILE_VENDOR,
  MARKER,
  MARKER_HOST,
} from '../fixtures/zoo/hostile-report.ts';
import { eventually } from './eventually.ts';
import { opensReports, ReportPage } from './report-page.ts';
import { useWorkbench } from './use-workbench.ts';

describe('A report full of markup and scripts', () => {
  const workbench = useWorkbench({
    settings: opensReports,
    watchNetwork: true,
    fill: async (folder) => {
      await mkdir(join(folder, 'hostile'));
      await writeFile(join(folder, 'hostile', HOSTILE_NAME), await hostileReport());
      await writeFile(join(folder, 'plain.txt'), 'a file of the repository');
      const register = { vendors: [{ name: HOSTILE_VENDOR, owner: HOSTILE_VENDOR, files: ['hostile/**'] }] };
      await writeFile(join(folder, 'vendors.yaml'), JSON.stringify(register));
    },
  });
  const asked: string[] = [];
  let report: ReportPage;
  before(() => {
    const { page } = workbench();
    page.on('dialog', (dialog) => {
      asked.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.context().on('page', (other) => asked.push(`a page: ${other.url()}`));
    report = new ReportPage(workbench());
  });

  /** Fails when anything has run, in whatever window. */
  const assertNothingRan = async (): Promise<void> => {
    for (const frame of workbench().page.frames()) {
      const ran = await frame.evaluate((marker) => marker in globalThis, MARKER).catch(() => false);
      assert.equal(ran, false, frame.url());
    }
    assert.deepEqual(asked, []);
    const tries = workbench().network?.browserTries ?? [];
    assert.deepEqual(
      tries.filter((url) => url.includes(MARKER_HOST)),
      [],
    );
  };

  it('is a row of text in the tree', async () => {
    await workbench().showContainer();
    await workbench().waitUntilIndexed();
    const vendors = workbench().view('Vendors');
    const row = await vendors.row('Evil <img');
    assert.equal(await row.locator('img').count(), 0);
    await row.hover();
    await workbench().page.locator('.monaco-hover').getByText('Evil').first().waitFor();
    assert.equal(await workbench().page.locator(`.monaco-hover img[src*="${MARKER_HOST}"]`).count(), 0);
    await assertNothingRan();
  });

  it('is pages of text in the viewer, with its outline, notes and links', async () => {
    await workbench().quickInput.openFile('hostile/');
    await report.seeText('System and Organization Controls', { timeout: 60_000 });
    await report.goToPage('2');
    await report.seeText(HOSTILE_HEADING);
    await report.button('Side bar').click();
    await report.outline.getByText('<script>').first().click();
    // The editor's own script has no nonce: VS Code puts it into every webview.
    const foreign = `[src*="${MARKER_HOST}"], script:not([nonce]):not(#_vscodeApiScript), iframe`;
    assert.equal(await report.locator(foreign).count(), 0);
    await assertNothingRan();
  });

  it('offers no links but those that a person is asked about', async () => {
    const addresses = await report
      .locator('.annotationLayer a[href]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    assert.ok(addresses.some((address) => address.startsWith(`https://${MARKER_HOST}/`)));
    assert.deepEqual(
      addresses.filter((address) => /^(?:javascript|data|command|file|vscode):/i.test(address)),
      [],
    );
    await report.link(`https://${MARKER_HOST}/link`).click();
    const question = workbench().page.getByRole('dialog').filter({ hasText: MARKER_HOST });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await assertNothingRan();
  });

  it('can load nothing but the viewer’s own files', async () => {
    const statuses = await report.locator('html').evaluate(async (html, folder) => {
      const assets = html.dataset['assets'] ?? '';
      const place = assets.slice(0, assets.indexOf('/', assets.indexOf('//') + 2));
      const status = (url: string): Promise<number | string> =>
        fetch(url).then(
          (answer) => answer.status,
          () => 'refused',
        );
      return {
        own: await status(`${assets}/report-viewer.css`),
        other: await status(`${place}${folder}/plain.txt`),
      };
    }, workbench().folder);
    assert.equal(statuses.own, 200);
    assert.notEqual(statuses.other, 200);
  });

  it('leaves its markup as text in the review that is written', async () => {
    await workbench().view('Vendors').clickInlineButton('Evil <img', 'Start Review');
    await eventually(async () => {
      assert.match(await workbench().activeEditor(), /\.md$/);
    });
    await workbench().page.locator('.editor-instance .view-line').first().click();
    await workbench().quickInput.runCommand('Markdown: Open Preview to the Side');
    await workbench().page.waitForTimeout(3000);
    await assertNothingRan();
    workbench().assertNoExtensionErrors();
  });
});
