import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { DEFAULT_TEMPLATE } from '../../src/core/summary/review-template.ts';
import { COMMANDS } from '../../src/extension/contributions.ts';
import {
  documentRow,
  eventually,
  fileUri,
  openFile,
  readText,
  runOn,
  vendorToReview,
  workspaceFolder,
  writeText,
} from './workspace.ts';

const TEMPLATE = 'templates/soc-review.md';

const settings = () => vscode.workspace.getConfiguration('socReview', workspaceFolder().uri);
const closeAll = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');

describe('Create Review Template', () => {
  let review = '';

  after(async () => {
    await closeAll();
    await settings().update('reviewTemplate', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
    await vscode.workspace.fs.delete(fileUri('templates'), { recursive: true });
    if (review !== '') await vscode.workspace.fs.delete(fileUri(review));
  });

  it('writes the usual template, has reviews use it, and opens it', async () => {
    await vscode.commands.executeCommand(COMMANDS.createReviewTemplate);
    assert.equal(await eventually('the template is open', openFile), TEMPLATE);
    assert.equal(await readText(TEMPLATE), DEFAULT_TEMPLATE);
    assert.equal(settings().get('reviewTemplate'), TEMPLATE);
  });

  it('opens the one that is there, as it is', async () => {
    await closeAll();
    await writeText(TEMPLATE, '# {{vendor}}, as we do it\n\n{{opinion}}\n\n{{conclusion}}\n');
    await vscode.commands.executeCommand(COMMANDS.createReviewTemplate);
    await eventually('the template is open', openFile);
    assert.match(await readText(TEMPLATE), /as we do it/);
  });

  it('makes the next review by it', async () => {
    const dossier = await vendorToReview();
    await runOn('writeReviewSummary', documentRow(dossier, 0));
    review = await eventually('the draft is open', () => {
      const open = openFile();
      return open?.startsWith('reviews/') === true ? open : undefined;
    });
    const text = await readText(review);
    assert.match(text, new RegExp(`^# ${dossier.name.replaceAll('.', '\\.')}, as we do it$`, 'm'));
    assert.match(text, /^## Opinion$/m);
    assert.ok(!text.includes('## At a glance'));
  });
});
