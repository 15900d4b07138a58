import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/extension/contributions.ts';
import { git as gitIn } from '../host/git.ts';
import { openRepository } from './git.ts';
import { eventually, extension, fileUri, readText, workspaceFolder, writeText } from './workspace.ts';

const RULE = 'keepReportsOutOfGit';

describe('A report that is staged although reports are kept out of git', () => {
  const report = 'vendors/confidential [1].pdf';
  const other = 'vendors/second.pdf';
  let refresh: () => Promise<void>;

  const git = (...args: string[]): string => gitIn(workspaceFolder().uri.fsPath, ...args);
  const setRule = (value: boolean | undefined) =>
    vscode.workspace
      .getConfiguration('socReview', workspaceFolder())
      .update(RULE, value, vscode.ConfigurationTarget.WorkspaceFolder);
  const pointedOut = (path: string) =>
    vscode.languages.getDiagnostics(fileUri(path)).find(({ message }) => /is staged/.test(message));
  const staged = (): string[] =>
    git('diff', '--cached', '--name-only', '-z').split('\0').filter(Boolean).sort();

  before(async () => {
    await extension().activate();
    for (const path of [report, other]) await writeText(path, '%PDF-');
    git('init', '--quiet');
    git(
      '-c',
      'user.name=Dana',
      '-c',
      'user.email=dana@example.com',
      'commit',
      '-qm',
      'Start',
      '--allow-empty',
    );
    const repository = await openRepository(workspaceFolder().uri);
    refresh = () => repository.status();
    git('add', '--', report, other, 'vendors.yaml');
    await refresh();
  });
  after(async () => {
    await setRule(undefined);
    // The repository stays: the editor asks git about ignored files at any time, and fails when it is gone.
    for (const path of ['.gitignore', '.vscode', report, other]) {
      await vscode.workspace.fs.delete(fileUri(path), { recursive: true }).then(undefined, () => undefined);
    }
  });

  it('is nobody’s business where the rule is not set', () => {
    assert.equal(pointedOut(report), undefined);
  });

  it('is pointed out where it is set, and other files are not', async () => {
    await setRule(true);
    const problem = await eventually('the problem', () => pointedOut(report));
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
    assert.ok(pointedOut(other));
    assert.equal(pointedOut('vendors.yaml'), undefined);
  });

  it('is ignored and out of the index after its fix, and stays on disk; so are the others', async () => {
    const { code } = pointedOut(report) ?? {};
    assert.ok(typeof code === 'object');
    assert.equal(code.target.scheme, 'command');
    await vscode.commands.executeCommand(code.target.path);
    for (const path of [report, other])
      await eventually('the problem is gone', () => (pointedOut(path) === undefined ? true : undefined));
    assert.deepEqual(staged(), ['vendors.yaml']);
    assert.equal(await readText('.gitignore'), '/vendors/confidential \\[1\\].pdf\n/vendors/second.pdf\n');
    assert.equal(git('check-ignore', '--', report).trim(), report);
    assert.equal(await readText(report), '%PDF-');
  });

  it('is added below what a person wrote', async () => {
    await writeText('.gitignore', '# Ours\nbuild/');
    await eventually('the editor has seen it', async () => {
      const document = await vscode.workspace.openTextDocument(fileUri('.gitignore'));
      return document.getText().startsWith('# Ours') || undefined;
    });
    git('add', '--force', '--', other);
    await refresh();
    await eventually('the problem', () => pointedOut(other));
    await vscode.commands.executeCommand(COMMANDS.keepStagedReportsOut);
    await eventually('the problem is gone', () => (pointedOut(other) === undefined ? true : undefined));
    assert.deepEqual(staged(), ['vendors.yaml']);
    assert.equal(await readText('.gitignore'), '# Ours\nbuild/\n/vendors/second.pdf\n');
  });

  it('is pointed out as soon as it is staged again, and no more when the rule is taken back', async () => {
    git('add', '--force', '--', other);
    await refresh();
    await eventually('the problem', () => pointedOut(other));
    await setRule(false);
    await eventually('the problem is gone', () => (pointedOut(other) === undefined ? true : undefined));
  });
});
