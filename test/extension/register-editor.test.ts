import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  codeOf,
  diagnosticsOf,
  eventually,
  fileUri,
  indexed,
  openAsOnDisk,
  openFile,
  readText,
  REGISTER,
  runOn,
  vendorRow,
  writeText,
} from './workspace.ts';

const closeAll = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.closeAllEditors');

async function lensesOf(path: string): Promise<{ line: number; title: string; command: vscode.Command }[]> {
  await openAsOnDisk(path);
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    fileUri(path),
    10_000,
  );
  return found.flatMap(({ range, command }) =>
    command === undefined ? [] : [{ line: range.start.line, title: command.title, command }],
  );
}

const lineOf = async (words: string): Promise<number> =>
  (await readText(REGISTER)).split('\n').findIndex((line) => line.includes(words));

/** The quick fixes for a diagnostic of a file. */
async function fixesFor(path: string, diagnostic: vscode.Diagnostic): Promise<vscode.CodeAction[]> {
  await openAsOnDisk(path);
  return await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    fileUri(path),
    diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
  );
}

const problemOf = (code: string, path = REGISTER): Promise<vscode.Diagnostic> =>
  eventually(`the problem ${code}`, () => diagnosticsOf(path).find((one) => codeOf(one) === code));

async function run({ command }: { command?: vscode.Command }): Promise<void> {
  assert.ok(command);
  await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

describe('Lenses', () => {
  it('say above each vendor of the register where it stands, and lead on', async () => {
    const { register } = await indexed();
    const lenses = await lensesOf(REGISTER);
    for (const { name, place } of register.vendors) {
      const [first, ...others] = lenses.filter(({ line }) => line === place.line - 1);
      assert.match(
        first?.title ?? '',
        /^\$\([a-z-]+\)\u00a0(Overdue|Needs attention|Due soon|Current|Not required): /,
        name,
      );
      assert.equal(others.at(-1)?.title, 'Show in Vendors view');
    }
    assert.ok(lenses.some(({ title }) => /^\$\(error\)\u00a0Overdue: review 41 days overdue/.test(title)));
    assert.ok(lenses.some(({ title }) => title === 'Start review'));
  });

  it('stand above our own documents', async () => {
    await indexed();
    const line = await lineOf('Vendor management policy');
    const titles = (await lensesOf(REGISTER)).filter((lens) => lens.line === line).map(({ title }) => title);
    assert.match(titles[0] ?? '', /^\$\(error\)\u00a0Overdue: review 25 days overdue$/);
    assert.deepEqual(titles.slice(1), ['Open document', 'Record review…']);
  });

  it('stand above a review, with the way to its report and its vendor', async () => {
    const { reviews } = await indexed();
    const review = reviews.find(({ state }) => state === 'completed');
    assert.ok(review?.record);
    const titles = (await lensesOf(review.path)).map(({ title }) => title);
    assert.ok(titles.some((title) => /^\$\([a-z-]+\)\u00a0\w+/.test(title)));
    assert.ok(
      titles.some((title) => /^Show .+ in Vendors view$/.test(title)),
      titles.join(),
    );
  });

  it('follow the register when it is saved', async () => {
    await indexed();
    const before = await readText(REGISTER);
    await writeText(
      REGISTER,
      before.replace(/name: (\S.*)\n((?: {4}.*\n)*? {4}tier:)/, 'name: $1 Renamed\n$2'),
    );
    try {
      await eventually('a lens for the renamed vendor', async () => {
        const line = await lineOf('Renamed');
        return (await lensesOf(REGISTER)).find((lens) => lens.line === line);
      });
    } finally {
      await writeText(REGISTER, before);
    }
  });

  it('can be turned off', async () => {
    await indexed();
    const settings = vscode.workspace.getConfiguration('socReview', fileUri(REGISTER));
    await settings.update('codeLens', false, vscode.ConfigurationTarget.Workspace);
    try {
      assert.deepEqual(await lensesOf(REGISTER), []);
    } finally {
      await settings.update('codeLens', undefined, vscode.ConfigurationTarget.Workspace);
    }
    assert.notDeepEqual(await lensesOf(REGISTER), []);
  });
});

describe('The hover on a vendor', () => {
  it('has its standing, its audit years and links to our commands only', async () => {
    const { register } = await indexed();
    const vendor = register.vendors.find(({ status }) => status === 'active');
    assert.ok(vendor);
    await openAsOnDisk(REGISTER);
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      fileUri(REGISTER),
      new vscode.Position(vendor.place.line - 1, vendor.place.column),
    );
    const [content] = hover?.contents ?? [];
    assert.ok(content instanceof vscode.MarkdownString);
    assert.deepEqual(content.isTrusted, {
      enabledCommands: ['socReview.onVendor', 'socReview.onOwnDocument'],
    });
    assert.match(content.value, /days tested/);
    assert.match(content.value, /\]\(command:socReview\.onVendor\?/);
    for (const [, command] of content.value.matchAll(/\]\(command:([^?)]*)/g)) {
      assert.equal(command, 'socReview.onVendor');
    }
  });
});

describe('Quick fixes', () => {
  afterEach(closeAll);

  it('write what was meant', async () => {
    const before = await readText(REGISTER);
    await indexed();
    await writeText(REGISTER, before.replace('tier: critical', 'tier: crtical'));
    try {
      const problem = await problemOf('register');
      const [fix] = await eventually('the quick fix', async () => {
        const fixes = (await fixesFor(REGISTER, problem)).filter(({ edit }) => edit !== undefined);
        return fixes.length > 0 ? fixes : undefined;
      });
      assert.equal(fix?.title, 'Change to "critical"');
      assert.equal(fix?.isPreferred, true);
      assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
      const document = await vscode.workspace.openTextDocument(fileUri(REGISTER));
      assert.equal(document.getText(), before);
      await document.save();
    } finally {
      await writeText(REGISTER, before);
    }
  });

  it('start the review that is overdue', async () => {
    await indexed();
    const problem = await eventually('an overdue vendor with a report', () =>
      diagnosticsOf(REGISTER).find((one) => codeOf(one) === 'review-overdue' && /41 days/.test(one.message)),
    );
    const fixes = await fixesFor(REGISTER, problem);
    const titles = fixes.map(({ title }) => title);
    assert.deepEqual(
      new Set(titles),
      new Set(['Start review', 'Open report', 'Request the next report', 'Show in Vendors view']),
    );
    await run(fixes.find(({ title }) => title === 'Start review') ?? {});
    const draft = await eventually('the draft is open', () => {
      const open = openFile();
      return open?.startsWith('reviews/') ? open : undefined;
    });
    await closeAll();
    await vscode.workspace.fs.delete(fileUri(draft));
    await eventually('the draft is forgotten', async () =>
      (await indexed()).reviews.every(({ path }) => path !== draft) ? true : undefined,
    );
  });

  it('record the review of our own document in the register', async () => {
    const before = await readText(REGISTER);
    await indexed();
    const problem = await eventually('the overdue policy', () =>
      diagnosticsOf(REGISTER).find(({ message }) => message.startsWith('Vendor management policy: ')),
    );
    const fix = (await fixesFor(REGISTER, problem)).find(({ title }) => title.startsWith('Record that'));
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    const document = await vscode.workspace.openTextDocument(fileUri(REGISTER));
    await document.save();
    try {
      await eventually('the policy is current', () =>
        diagnosticsOf(REGISTER).every(({ message }) => !message.startsWith('Vendor management policy: '))
          ? true
          : undefined,
      );
    } finally {
      await writeText(REGISTER, before);
    }
  });
});

describe('The way from a vendor to the register', () => {
  afterEach(closeAll);

  it('leads from a vendor’s row to its line', async () => {
    const { dossiers } = await indexed();
    const dossier = dossiers.find(({ registered }) => registered !== null);
    assert.ok(dossier?.registered);
    await runOn('openInRegister', vendorRow(dossier));
    assert.equal(openFile(), REGISTER);
    const { line, column } = dossier.registered.place;
    const { active } = vscode.window.activeTextEditor!.selection;
    assert.deepEqual([active.line, active.character], [line - 1, column - 1]);
  });
});
