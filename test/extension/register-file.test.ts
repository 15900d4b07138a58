import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseRegister } from '../../src/core/register/parse-register.ts';
import { COMMANDS } from '../../src/extension/contributions.ts';
import type { Subject } from '../../src/extension/tree/node.ts';
import {
  eventually,
  fileUri,
  indexed,
  openFile,
  readText,
  REGISTER,
  runOn,
  workspaceFolder,
  writeText,
} from './workspace.ts';

/** A file of the folder that was taken for no SOC report, as its row in the Inbox. */
async function lookAlikeRow(): Promise<Subject> {
  const document = (await indexed()).documents.find(
    ({ reading }) => reading.kind === 'not-soc' && reading.kindDecided === undefined,
  );
  assert.ok(document);
  const { uri, name } = workspaceFolder();
  return { is: 'document', folder: { uri: uri.toString(), name }, document, dossier: null };
}

describe('the register, changed from the Inbox', () => {
  let before = '';

  beforeEach(async () => {
    before = await readText(REGISTER);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await writeText(REGISTER, before);
    await eventually('the register is as it was', async () =>
      (await indexed()).register.corrections.length === 0 ? true : undefined,
    );
  });

  it('remembers a file that is ignored, and forgets it again', async () => {
    const row = await lookAlikeRow();
    assert.ok(row.is === 'document');
    await runOn('ignoreFile', row);
    const decided = await eventually('the file is set aside', async () =>
      (await indexed()).documents.find(
        ({ path, reading }) => path === row.document.path && reading.kindDecided !== undefined,
      ),
    );
    assert.equal(decided.reading.kind, 'not-soc');
    const [correction] = parseRegister(await readText(REGISTER)).corrections;
    assert.deepEqual([correction?.file, correction?.as], [row.document.path, 'ignored']);
    await runOn('undoDecision', row);
    await eventually('nothing is decided any more', async () =>
      (await indexed()).register.corrections.length === 0 ? true : undefined,
    );
    assert.ok((await readText(REGISTER)).startsWith(before));
  });

  it('is not written to while it has errors', async () => {
    const broken = `${before}vendors: [\n`;
    await writeText(REGISTER, broken);
    await eventually('the error is known', async () =>
      (await indexed()).register.problems.length > 0 ? true : undefined,
    );
    await runOn('ignoreFile', await lookAlikeRow());
    assert.equal(await readText(REGISTER), broken);
  });
});

describe('Create Register from Reports', () => {
  it('shows a register that is there, and changes nothing in it', async () => {
    const before = await readText(REGISTER);
    await vscode.commands.executeCommand(COMMANDS.createRegister);
    assert.equal(await eventually('the register is open', openFile), REGISTER);
    assert.equal(await readText(REGISTER), before);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('writes the vendors that the reports name where there is none', async () => {
    const before = await readText(REGISTER);
    await vscode.workspace.fs.delete(fileUri(REGISTER));
    try {
      await eventually('the register is gone', async () =>
        (await indexed()).register.vendors.length === 0 ? true : undefined,
      );
      await vscode.commands.executeCommand(COMMANDS.createRegister);
      const { vendors, problems } = parseRegister(
        await eventually('a register', () => readText(REGISTER).catch(() => undefined)),
      );
      assert.deepEqual(problems, []);
      const names = new Set((await indexed()).dossiers.map(({ name }) => name));
      assert.ok(vendors.length > 5);
      for (const { name } of vendors) assert.ok(names.has(name), name);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await writeText(REGISTER, before);
      await eventually('the register is back', async () =>
        (await indexed()).register.vendors.length > 5 ? true : undefined,
      );
    }
  });
});
