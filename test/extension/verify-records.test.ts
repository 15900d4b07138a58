import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/extension/contributions.ts';
import { dossierOf, eventually, fileUri, indexed, writeText } from './workspace.ts';

const FOREIGN = 'reviews/foreign.md';

describe('Verify Records', () => {
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(fileUri(FOREIGN));
  });

  it('lists the reviews whose PDF is not the one that was reviewed, and leaves the others out', async () => {
    const { dossiers } = await indexed();
    const signed = dossiers.flatMap(({ reviews }) => reviews).filter(({ state }) => state === 'completed');
    const { reports } = await dossierOf(dossiers.find((one) => one.reports.length > 0)?.name ?? '');
    const [report] = reports;
    assert.ok(report);
    await writeText(
      FOREIGN,
      `---\nvendor: Quarry\nreport: ${report.path}\nsha256: ${'0'.repeat(64)}\nreviewer: Dana\nreviewed: 2020-01-01\nconclusion: acceptable\n---\n`,
    );
    await vscode.commands.executeCommand(COMMANDS.verifyRecords);
    const text = await eventually('what differs', () => {
      const shown = vscode.window.activeTextEditor?.document.getText() ?? '';
      return shown.startsWith('# Records that differ') ? shown : undefined;
    });
    const rows = text.split('\n').filter((line) => line.startsWith('| reviews'));
    assert.match(rows.find((row) => row.includes('foreign')) ?? '', /is not the one that was reviewed/);
    assert.ok(signed.length > rows.length, `${signed.length} signed, ${rows.length} listed`);
  });
});
