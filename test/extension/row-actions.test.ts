import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { localCalendarDate } from '../../src/core/calendar/calendar-date.ts';
import { parseReview } from '../../src/core/review/parse-review.ts';
import { documentStandingOn } from '../../src/core/standing/document-standing.ts';
import type { CommandName } from '../../src/extension/contributions.ts';
import type { Subject } from '../../src/extension/tree/node.ts';
import { acceptProposal, ended } from './answers.ts';
import {
  dossierOf,
  eventually,
  fileUri,
  indexed,
  openAsOnDisk,
  openFile,
  readText,
  REGISTER,
  runOn,
  vendorRow,
  workspaceFolder,
  writeText,
} from './workspace.ts';

/** Runs a command from a row, and accepts what it proposes. */
const runAndAccept = (name: CommandName, subject: Subject): Promise<void> =>
  ended(runOn(name, subject), acceptProposal);

async function ownDocumentRow(): Promise<Subject> {
  const { register } = await indexed();
  const [document] = register.documents;
  assert.ok(document);
  const { uri, name } = workspaceFolder();
  const today = localCalendarDate(new Date());
  const standing = documentStandingOn(document, today, register.policy);
  return { is: 'own-document', folder: { uri: uri.toString(), name }, own: { document, standing } };
}

describe('What rows can do to the register', () => {
  let before = '';

  beforeEach(async () => {
    before = await readText(REGISTER);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await writeText(REGISTER, before);
  });

  it('records the review of one of our own documents on its line, and it can be undone', async () => {
    await runAndAccept('recordDocumentReview', await ownDocumentRow());
    const after = await readText(REGISTER);
    const changed = after.split('\n').filter((line, index) => line !== before.split('\n')[index]);
    assert.deepEqual(changed, [`    lastReviewed: ${localCalendarDate(new Date())}`]);
    await vscode.window.showTextDocument(fileUri(REGISTER));
    await vscode.commands.executeCommand('undo');
    assert.equal(vscode.window.activeTextEditor?.document.getText(), before);
    await vscode.window.activeTextEditor.document.save();
  });

  it('writes nothing to a register with errors', async () => {
    const row = await ownDocumentRow();
    const broken = before.replace('tier: critical', 'tier: crtical');
    await writeText(REGISTER, broken);
    await runAndAccept('recordDocumentReview', row);
    assert.equal(await readText(REGISTER), broken);
  });

  it('leaves what somebody has typed and not saved, unsaved', async () => {
    const row = await ownDocumentRow();
    // In a browser the editor saves by itself after a second, unless it is told not to.
    const files = vscode.workspace.getConfiguration('files');
    await files.update('autoSave', 'off', vscode.ConfigurationTarget.Workspace);
    const editor = await vscode.window.showTextDocument(fileUri(REGISTER));
    await openAsOnDisk(REGISTER);
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), '# Not saved yet.\n');
    });
    await runAndAccept('recordDocumentReview', row);
    assert.match(editor.document.getText(), /^# Not saved yet\.\n/);
    assert.ok(editor.document.getText().includes(`lastReviewed: ${localCalendarDate(new Date())}`));
    assert.equal(await readText(REGISTER), before);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await files.update('autoSave', undefined, vscode.ConfigurationTarget.Workspace);
  });
});

describe('Set Next Review', () => {
  it('writes the day into the record of the last review, which stays completed', async () => {
    const dossier = await dossierOf('Wattle Bay');
    const last = dossier.reviews.find(({ state }) => state === 'completed');
    assert.ok(last);
    const before = await readText(last.path);
    try {
      await runAndAccept('setNextReview', vendorRow(dossier));
      const { state, record } = parseReview(last.path, await readText(last.path));
      assert.equal(state, 'completed');
      assert.ok(record?.nextReview && record.reviewed && record.nextReview > record.reviewed);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await writeText(last.path, before);
    }
  });
});

describe('Record Past Review', () => {
  const settings = () => vscode.workspace.getConfiguration('socReview');
  let path = '';

  before(async () => {
    await settings().update('reviewer', 'Dana Petit', vscode.ConfigurationTarget.Workspace);
  });
  after(async () => {
    await settings().update('reviewer', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    if (path !== '') await vscode.workspace.fs.delete(fileUri(path));
  });

  it('writes a completed record that says that it was recorded afterwards, and shows it', async () => {
    const dossier = await dossierOf('Copperline');
    await runAndAccept('recordPastReview', vendorRow(dossier));
    path = await eventually('the record is open', openFile);
    const text = await readText(path);
    const { state, record, problems } = parseReview(path, text);
    assert.deepEqual(problems, []);
    assert.equal(state, 'completed');
    assert.deepEqual(
      [record?.vendor, record?.reviewer, record?.reviewed],
      ['Copperline Network Services', 'Dana Petit', localCalendarDate(new Date())],
    );
    assert.match(text, /Recorded afterwards/);
  });
});
