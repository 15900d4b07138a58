import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { LibrarySnapshot } from '../../src/core/library/snapshot.ts';
import { parseReview } from '../../src/core/review/parse-review.ts';
import { COMMANDS } from '../../src/extension/contributions.ts';
import { git } from '../host/git.ts';
import { acceptProposal, ended } from './answers.ts';
import { openRepository } from './git.ts';
import { MemoryFileSystem } from './memory-file-system.ts';
import { eventually, extension, fileUri, indexed, runOn, workspaceFolder } from './workspace.ts';

const SCHEME = 'reports-in-memory';
const REGISTER = 'vendors:\n  - name: Far Harbour Hosting\n    tier: critical\n    files: ["reports/**"]\n';

/** Fills an empty folder with a register of its own and a copy of one of the sample's reports. */
async function fill(root: vscode.Uri): Promise<void> {
  const { documents } = await indexed();
  const source = documents.find(({ reading }) => reading.kind === 'soc2');
  assert.ok(source);
  const bytes = await vscode.workspace.fs.readFile(fileUri(source.path));
  const { fs } = vscode.workspace;
  await fs.createDirectory(vscode.Uri.joinPath(root, 'reports'));
  await fs.writeFile(vscode.Uri.joinPath(root, 'vendors.yaml'), new TextEncoder().encode(REGISTER));
  await fs.writeFile(vscode.Uri.joinPath(root, 'reports', 'soc2.pdf'), bytes);
}

/** Adds a folder behind the others, which leaves the extension host running. */
async function open(uri: vscode.Uri, name: string): Promise<void> {
  const place = vscode.workspace.workspaceFolders?.length ?? 0;
  const added = new Promise((resolve) => vscode.workspace.onDidChangeWorkspaceFolders(resolve));
  assert.ok(vscode.workspace.updateWorkspaceFolders(place, 0, { uri, name }));
  await added;
}

async function closeLast(): Promise<void> {
  const place = (vscode.workspace.workspaceFolders?.length ?? 0) - 1;
  const removed = new Promise((resolve) => vscode.workspace.onDidChangeWorkspaceFolders(resolve));
  assert.ok(vscode.workspace.updateWorkspaceFolders(place, 1));
  await removed;
}

/** The library of the folder that was added last, once its report is read. */
const lastLibrary = (): Promise<LibrarySnapshot> =>
  eventually('the report of the added folder is read', async () => {
    const api = await extension().activate();
    await api.whenIndexed();
    const last = api.snapshots().at(-1);
    return last?.dossiers[0]?.reports.length === 1 ? last : undefined;
  });

/** Starts the review of a folder's only report. @returns the review's file. */
async function startReview(root: vscode.Uri, name: string): Promise<vscode.Uri> {
  const [dossier] = (await lastLibrary()).dossiers;
  const document = dossier?.reports[0];
  assert.ok(dossier && document);
  const folder = { uri: root.toString(), name };
  await runOn('writeReviewSummary', { is: 'document', folder, document, dossier });
  return await eventually('the draft is open', () => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return uri?.path.startsWith(`${root.path}/reviews/`) ? uri : undefined;
  });
}

async function assertDraft(uri: vscode.Uri, reviewer: string | null): Promise<void> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const { state, record, problems } = parseReview(uri.path, text);
  assert.deepEqual(problems, []);
  assert.equal(state, 'draft');
  assert.equal(record?.vendor, 'Far Harbour Hosting');
  assert.equal(record?.report, 'reports/soc2.pdf');
  assert.equal(record.reviewer, reviewer);
}

async function assertOwnRegister(): Promise<void> {
  const last = await lastLibrary();
  assert.deepEqual(
    last.dossiers.map(({ name }) => name),
    ['Far Harbour Hosting'],
  );
  const first = await indexed();
  assert.ok(first.dossiers.every(({ name }) => name !== 'Far Harbour Hosting'));
}

describe('A second workspace folder', () => {
  // Beside the first; both are deleted after the editor has ended, which else asks git about what is gone.
  const path = join(workspaceFolder().uri.fsPath, '..', 'second-folder');

  before(async () => {
    await mkdir(path);
    await fill(vscode.Uri.file(path));
    await open(vscode.Uri.file(path), 'Partners');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await closeLast();
  });

  it('has a register of its own, and leaves the first folder alone', assertOwnRegister);

  it('gets a template of its own when it is chosen for one', async () => {
    const template = vscode.Uri.joinPath(vscode.Uri.file(path), 'templates', 'soc-review.md');
    const running = vscode.commands.executeCommand(COMMANDS.createReviewTemplate);
    await ended(running, async () => {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await acceptProposal();
    });
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), template.toString());
    const settings = vscode.workspace.getConfiguration('socReview', vscode.Uri.file(path));
    await settings.update('reviewTemplate', undefined, vscode.ConfigurationTarget.WorkspaceFolder);
  });

  it('keeps its reviews, which name the reviewer as git does', async () => {
    const root = vscode.Uri.file(path);
    git(path, 'init', '--quiet');
    git(path, 'config', 'user.name', 'Robin Sorel');
    await openRepository(root);
    const review = await startReview(root, 'Partners');
    await assertDraft(review, 'Robin Sorel');
  });
});

describe('A virtual workspace folder', () => {
  const root = vscode.Uri.from({ scheme: SCHEME, path: '/far' });
  let registration: vscode.Disposable | undefined;

  before(async () => {
    registration = vscode.workspace.registerFileSystemProvider(SCHEME, new MemoryFileSystem());
    await vscode.workspace.fs.createDirectory(root);
    await fill(root);
    await open(root, 'Far');
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await closeLast();
    registration?.dispose();
  });

  it('is read, and its vendor has its report', assertOwnRegister);

  it('gets the review written into it', async () => {
    await assertDraft(await startReview(root, 'Far'), null);
  });

  it('is followed when a file in it changes', async () => {
    const register = vscode.Uri.joinPath(root, 'vendors.yaml');
    const renamed = REGISTER.replace('Far Harbour Hosting', 'Far Harbour Cloud');
    await vscode.workspace.fs.writeFile(register, new TextEncoder().encode(renamed));
    await eventually('the vendor has its new name', async () =>
      (await lastLibrary()).dossiers.find(({ name }) => name === 'Far Harbour Cloud'),
    );
  });
});
