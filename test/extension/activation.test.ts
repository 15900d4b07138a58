import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/extension/contributions.ts';
import { extension } from './workspace.ts';

describe('The extension', () => {
  it('activates by itself only when somebody uses it', () => {
    assert.equal(extension().isActive, false);
  });

  it('reads nothing by being activated', async () => {
    const api = await extension().activate();
    assert.equal(extension().isActive, true);
    for (const { documents, register } of api.snapshots()) {
      assert.deepEqual(documents, []);
      assert.deepEqual(register.vendors, []);
    }
  });

  it('registers every command', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const command of Object.values(COMMANDS)) assert.ok(registered.has(command), command);
  });
});
