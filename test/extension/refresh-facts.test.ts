import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { withConfirmed } from '../../src/core/review/edit-confirmed.ts';
import { COMMANDS } from '../../src/extension/contributions.ts';
import { ended, pressFirstButton } from './answers.ts';
import {
  documentRow,
  eventually,
  fileUri,
  indexed,
  openFile,
  readText,
  runOn,
  vendorToReview,
  writeText,
} from './workspace.ts';

const EDITED = 'Our own words, in the middle of what the program wrote.';
const QUESTION = 'What do we conclude, and why?';

/** The difference that is shown, with what is proposed at its right. */
const shownDifference = (): vscode.TabInputTextDiff | undefined => {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff ? input : undefined;
};

const closeAll = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');

describe('Refresh Facts', () => {
  let path = '';
  let written = '';

  before(async () => {
    const dossier = await vendorToReview();
    const value = dossier.reports[0]?.reading.auditor?.value;
    assert.ok(value !== undefined, 'its report names the auditor');
    await runOn('writeReviewSummary', documentRow(dossier, 0));
    path = await eventually('the draft is open', openFile);
    await closeAll();
    // A value has been confirmed since, one generated part was edited, and a person has begun to conclude.
    written = withConfirmed(await readText(path), 'auditor', { is: 'confirmed', value })
      .replace(/^The opinion is .*$/m, `$&\n\n${EDITED}`)
      .replace(QUESTION, 'It can be relied upon.');
    await writeText(path, written);
    await eventually('the draft is known as it is', async () =>
      (await indexed()).reviews.find(
        (review) => review.path === path && review.record?.confirmed['auditor'] !== undefined,
      ),
    );
  });
  after(async () => {
    await closeAll();
    if (path !== '') await vscode.workspace.fs.delete(fileUri(path));
  });

  /** Runs the command on the draft in front, and waits until it shows what it would change. */
  async function started(): Promise<{ readonly running: PromiseLike<unknown>; readonly proposed: string }> {
    await vscode.window.showTextDocument(fileUri(path));
    const running = vscode.commands.executeCommand(COMMANDS.refreshFacts);
    const { modified } = await eventually('the difference is shown', shownDifference);
    const proposal = await vscode.workspace.openTextDocument(modified);
    return { running, proposed: proposal.getText() };
  }

  it('shows what it would change before it changes anything, and leaves it when nobody agrees', async () => {
    const { running, proposed } = await started();
    assert.notEqual(proposed, written);
    assert.equal(await readText(path), written);
    await ended(running, () => vscode.commands.executeCommand('notifications.clearAll'));
    assert.equal(shownDifference(), undefined, 'the difference is closed again');
    const document = await vscode.workspace.openTextDocument(fileUri(path));
    assert.equal(document.getText(), written);
  });

  it('changes the generated parts that nobody edited, and those only', async () => {
    const { running, proposed } = await started();
    await ended(running, pressFirstButton);
    const document = await vscode.workspace.openTextDocument(fileUri(path));
    const text = document.getText();
    await document.save();
    assert.equal(text, proposed, 'what was shown is what was done');
    const before = written.split('\n');
    const changed = text.split('\n').filter((line) => !before.includes(line));
    assert.equal(changed.length, 1, changed.join('\n'));
    assert.match(changed.join('\n'), /^\| Service auditor \|.*\| yes \|$/);
    assert.ok(text.includes(EDITED) && text.includes('It can be relied upon.'));
    assert.equal(shownDifference(), undefined);
  });

  it('has nothing to show when nothing reads differently', async () => {
    await vscode.window.showTextDocument(fileUri(path));
    const before = await readText(path);
    await vscode.commands.executeCommand(COMMANDS.refreshFacts);
    assert.equal(shownDifference(), undefined);
    assert.equal(await readText(path), before);
  });
});
