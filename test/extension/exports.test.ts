import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { localCalendarDate } from '../../src/core/calendar/calendar-date.ts';
import { COMMANDS, type CommandName } from '../../src/extension/contributions.ts';
import { acceptProposal, ended } from './answers.ts';
import { eventually, fileUri, indexed, workspaceFolder } from './workspace.ts';

/** Runs a command from the palette, and takes every choice and every place that it proposes. */
const runProposed = (name: CommandName): Promise<void> =>
  ended(vscode.commands.executeCommand(COMMANDS[name]), acceptProposal);

const textOf = async (file: vscode.Uri): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(file));

async function filesBelow(folder: vscode.Uri, path = ''): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, path));
  const files: string[] = [];
  for (const [name, type] of entries) {
    if (type === vscode.FileType.Directory) files.push(...(await filesBelow(folder, `${path}${name}/`)));
    else files.push(`${path}${name}`);
  }
  return files.sort();
}

describe('Export Audit Pack…', () => {
  const outside = (): vscode.Uri => vscode.Uri.joinPath(workspaceFolder().uri, '..');

  it('writes a folder that a person chooses: portfolio, reviews, hashes, and no report', async () => {
    await indexed();
    await runProposed('exportAuditPack');
    const today = localCalendarDate(new Date());
    const name = await eventually('the pack', async () =>
      (await vscode.workspace.fs.readDirectory(outside()))
        .map(([entry]) => entry)
        .find((entry) => entry.startsWith('audit-pack-') && entry.endsWith(`-as-of-${today}`)),
    );
    const pack = vscode.Uri.joinPath(outside(), name);
    const files = await filesBelow(pack);
    for (const expected of ['README.md', 'portfolio.html', 'portfolio.xlsx', 'manifest.csv'])
      assert.ok(files.includes(expected), `${expected} is in ${files.join()}`);
    const reviews = files.filter((file) => file.startsWith('reviews/'));
    assert.ok(reviews.length > 0, files.join());
    for (const review of reviews)
      assert.equal(await textOf(vscode.Uri.joinPath(pack, review)), await textOf(fileUri(review)));
    assert.ok(!files.some((file) => /\.pdf$/i.test(file)), files.join());
    const manifest = await textOf(vscode.Uri.joinPath(pack, 'manifest.csv'));
    const { documents } = await indexed();
    const listed = documents.filter(({ path, sha256 }) => manifest.includes(`${path},${sha256},`));
    assert.equal(listed.length, manifest.trim().split('\r\n').length - 1, manifest);
    await vscode.workspace.fs.delete(pack, { recursive: true });
  });
});

describe('Exporting lists', () => {
  const exported: [CommandName, string, RegExp][] = [
    ['exportDueDates', 'soc-review-due-dates.ics', /^BEGIN:VCALENDAR\r\n[^]*UID:review-[^]*END:VCALENDAR/],
    ['exportUserControls', 'user-controls.csv', /^Vendor,Report,No\.,Control,/],
    ['exportSubserviceOrganizations', 'subservice-organizations.csv', /^Organization,/],
  ];

  for (const [command, name, contents] of exported) {
    it(`writes ${name} where a person chooses`, async () => {
      await indexed();
      await runProposed(command);
      const text = await eventually(name, () => textOf(fileUri(name)).catch(() => undefined));
      assert.match(text, contents);
      await vscode.workspace.fs.delete(fileUri(name));
    });
  }
});
