import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/extension/contributions.ts';
import { previousReport } from '../../src/core/summary/previous-report.ts';
import { localCalendarDate } from '../../src/core/calendar/calendar-date.ts';
import {
  documentRow,
  eventually,
  fileUri,
  indexed,
  openFile,
  readText,
  runOn,
  vendorToReview,
} from './workspace.ts';

/** The text of the editor in front, when the program has written it for reading. */
const generatedText = (): string | undefined => {
  const document = vscode.window.activeTextEditor?.document;
  return document?.uri.scheme === 'soc-review' ? document.getText() : undefined;
};

const closeAll = () => vscode.commands.executeCommand('workbench.action.closeAllEditors');

describe('Texts over all vendors', () => {
  after(closeAll);

  it('show the user controls and the subservice organizations', async () => {
    await indexed();
    await vscode.commands.executeCommand(COMMANDS.showUserControls);
    const controls = await eventually('the user controls', generatedText);
    assert.match(controls, /^# Complementary user entity controls\n\n\d+ user controls of \d+ vendors/);
    await closeAll();
    await vscode.commands.executeCommand(COMMANDS.showSubserviceOrganizations);
    const organizations = await eventually('the subservice organizations', generatedText);
    assert.match(organizations, /^# Subservice organizations\n/);
    await closeAll();
  });

  it('compare a report with the one before it, and lead to its pages', async () => {
    const today = localCalendarDate(new Date());
    const dossier = (await indexed()).dossiers.find(
      (one) => one.reports[0] !== undefined && previousReport(one, one.reports[0], today) !== null,
    );
    assert.ok(dossier, 'the sample has a vendor with reports of two years');
    await runOn('compareWithPrevious', documentRow(dossier, 0));
    const text = await eventually('the comparison', generatedText);
    assert.match(text, /^# What changed between two reports\n/);
    const document = vscode.window.activeTextEditor?.document;
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document?.uri,
    );
    const file = fileUri(dossier.reports[0]!.path).toString();
    assert.ok(links.some(({ target }) => decodeURIComponent(String(target)).includes(file)));
  });
});

describe('Completing a review that is not complete', () => {
  let path = '';

  after(async () => {
    await closeAll();
    if (path !== '') await vscode.workspace.fs.delete(fileUri(path));
  });

  it('lists what is missing, and offers to mend what one click may decide', async () => {
    const dossier = await vendorToReview();
    await runOn('writeReviewSummary', documentRow(dossier, 0));
    path = await eventually('the draft is open', openFile);
    await eventually('the draft is known', async () =>
      (await indexed()).reviews.find((review) => review.path === path),
    );
    await vscode.commands.executeCommand(COMMANDS.completeReview);
    const missing = (words: RegExp) =>
      vscode.languages.getDiagnostics(fileUri(path)).find(({ message }) => words.test(message));
    const conclusion = await eventually('what is missing', () => missing(/What is the conclusion/));
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      fileUri(path),
      conclusion.range,
    );
    const fix = actions.find(({ title }) => title === 'Conclude: acceptable with exceptions');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join());
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    await eventually('the problem is gone', () =>
      missing(/What is the conclusion/) === undefined ? true : undefined,
    );
    const document = await vscode.workspace.openTextDocument(fileUri(path));
    assert.match(document.getText(), /^conclusion: acceptable with exceptions/m);
    await document.save();
    assert.match(await readText(path), /^conclusion: acceptable with exceptions/m);
  });
});
