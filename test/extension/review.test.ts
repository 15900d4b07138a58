import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseReview } from '../../src/core/review/parse-review.ts';
import {
  documentRow,
  dossierOf,
  eventually,
  fileUri,
  indexed,
  openFile,
  readText,
  runOn,
  vendorToReview,
  writeText,
} from './workspace.ts';

/** The vendor of a review. */
async function vendorOf(path: string) {
  return await eventually(`the vendor of ${path}`, async () =>
    (await indexed()).dossiers.find(({ reviews }) => reviews.some((review) => review.path === path)),
  );
}

describe('Write Review Summary', () => {
  let path = '';

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    if (path !== '') await vscode.workspace.fs.delete(fileUri(path));
  });

  it('writes a draft that is bound to the report, and opens it', async () => {
    const dossier = await vendorToReview();
    await runOn('writeReviewSummary', documentRow(dossier, 0));
    path = await eventually('the draft is open', openFile);
    assert.match(path, /^reviews\//);
    const { state, record, problems } = parseReview(path, await readText(path));
    assert.deepEqual(problems, []);
    assert.equal(state, 'draft');
    assert.equal(record?.report, dossier.reports[0]?.path);
    assert.equal(record?.sha256, dossier.reports[0]?.sha256);
    assert.equal(record?.periodEnd, dossier.reports[0]?.reading.periodEnd?.value);
  });

  it('shows the draft in the library', async () => {
    await eventually('the draft is known', async () =>
      (await indexed()).reviews.find((review) => review.path === path),
    );
  });

  it('opens what is there and never overwrites it', async () => {
    const written = `${await readText(path)}\nOur own words.\n`;
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await writeText(path, written);
    const { name } = await vendorOf(path);
    await runOn('writeReviewSummary', documentRow(await dossierOf(name), 0));
    assert.equal(await eventually('the draft is open', openFile), path);
    assert.equal(await readText(path), written);
  });

  it('does not overwrite a file that the library has not seen yet', async () => {
    const { name } = await vendorOf(path);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(fileUri(path));
    await eventually('the draft is forgotten', async () =>
      (await dossierOf(name)).reviews.length === 0 ? true : undefined,
    );
    const row = documentRow(await dossierOf(name), 0);
    await writeText(path, 'Somebody’s own words.');
    await runOn('writeReviewSummary', row);
    assert.equal(await eventually('the file is open', openFile), path);
    assert.equal(await readText(path), 'Somebody’s own words.');
  });
});

describe('Open Report', () => {
  it('shows the report in the report editor', async () => {
    const dossier = (await indexed()).dossiers.find(({ reports }) => reports.length > 0);
    assert.ok(dossier);
    await runOn('openReport', documentRow(dossier, 0));
    const input = await eventually('a tab with the report', () => {
      const shown = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return shown instanceof vscode.TabInputCustom ? shown : undefined;
    });
    assert.equal(input.viewType, 'socReview.report');
    assert.equal(input.uri.toString(), fileUri(dossier.reports[0]!.path).toString());
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
