import * as vscode from 'vscode';
import assert from 'node:assert/strict';
import { COMMANDS } from '../../src/extension/contributions.ts';
import { eventually, extension } from './workspace.ts';

describe('The extension', () => {
  it('is there by itself where a register is', async () => {
    await eventually('the extension is active', () => (extension().isActive ? true : undefined));
  });

  it('reads the reports without being asked, once the editor has started', async () => {
    const api = await extension().activate();
    await eventually('a report is read', () => api.snapshots()[0]?.documents[0]);
  });

  it('registers every command', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    for (const command of Object.values(COMMANDS)) assert.ok(registered.has(command), command);
  });
});
