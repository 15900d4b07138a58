import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';
import { COMMANDS } from '../../src/extension/contributions.ts';
import { eventually, fileUri, indexed, readText, REGISTER, writeText } from './workspace.ts';

/** Long enough for the folder to be listed, and too short for its reports to be read. */
const LISTED_MS = 300;

describe('The library of a folder', () => {
  it('holds every PDF, in path order', async () => {
    const { documents } = await indexed();
    const files = await vscode.workspace.findFiles('**/*.[pP][dD][fF]');
    assert.deepEqual(
      documents.map(({ path }) => path),
      files.map((file) => vscode.workspace.asRelativePath(file, false)).sort(),
    );
  });

  it('joins reports to the vendors of the register', async () => {
    const { dossiers, register } = await indexed();
    assert.ok(register.vendors.length > 0);
    for (const { name } of register.vendors)
      assert.ok(
        dossiers.some((dossier) => dossier.name === name),
        name,
      );
    const withReports = dossiers.filter(({ reports }) => reports.length > 0);
    assert.ok(withReports.length >= 10, `${withReports.length} vendors have reports`);
  });

  it('follows a PDF that is added and one that is deleted', async () => {
    const { documents } = await indexed();
    const source = documents.find(({ reading }) => reading.kind === 'soc2');
    assert.ok(source);
    const copy = 'inbox/new folder/copied.PDF';
    await vscode.workspace.fs.copy(fileUri(source.path), fileUri(copy));
    const found = await eventually('the copy is read', async () =>
      (await indexed()).documents.find(({ path }) => path === copy),
    );
    assert.deepEqual(found.reading, source.reading);
    await vscode.workspace.fs.delete(fileUri('inbox/new folder'), { recursive: true });
    await eventually('the copy is gone', async () =>
      (await indexed()).documents.every(({ path }) => path !== copy) ? true : undefined,
    );
  });

  it('misses none of many folders that are moved in while it reads', async () => {
    const { documents } = await indexed();
    const source = documents.find(({ reading }) => reading.kind === 'soc3');
    assert.ok(source);
    const names = Array.from({ length: 60 }, (_, i) => `moved ${i}`);
    // Nothing is looked for here, so each folder comes by one event, with all that is in it.
    const waiting = 'node_modules/waiting';
    for (const name of names)
      await vscode.workspace.fs.copy(fileUri(source.path), fileUri(`${waiting}/${name}/report.pdf`));
    const rebuilt = vscode.commands.executeCommand(COMMANDS.rebuildIndex);
    try {
      await setTimeout(LISTED_MS);
      // All at once: the editor's own file system takes longer than a small folder takes to be read.
      for (const name of names)
        renameSync(fileUri(`${waiting}/${name}`).fsPath, fileUri(`inbox/${name}`).fsPath);
      await rebuilt;
      await eventually('all that were moved in are listed', async () => {
        const known = new Set((await indexed()).documents.map(({ path }) => path));
        return names.every((name) => known.has(`inbox/${name}/report.pdf`)) || undefined;
      });
    } finally {
      for (const name of names)
        await vscode.workspace.fs.delete(fileUri(`inbox/${name}`), { recursive: true });
      await vscode.workspace.fs.delete(fileUri('node_modules'), { recursive: true });
    }
    await eventually('they are gone', async () =>
      (await indexed()).documents.length === documents.length ? true : undefined,
    );
  });

  it('reads everything anew when it is asked to, and goes on after it was cancelled', async () => {
    const before = await indexed();
    const rebuilt = vscode.commands.executeCommand(COMMANDS.rebuildIndex);
    await vscode.commands.executeCommand(COMMANDS.cancelIndexing);
    await rebuilt;
    await vscode.commands.executeCommand(COMMANDS.refresh);
    const { documents } = await indexed();
    assert.deepEqual(
      documents.map(({ path, reading }) => [path, reading.kind]),
      before.documents.map(({ path, reading }) => [path, reading.kind]),
    );
  });

  it('follows the register', async () => {
    const before = await readText(REGISTER);
    await writeText(
      REGISTER,
      `${before}\n  - name: Newcomer Test Services\n    tier: low\n`.replace(
        /\ndocuments:[^]*?(?=\n {2}- name: Newcomer)/,
        '',
      ),
    );
    try {
      await eventually('the new vendor is there', async () =>
        (await indexed()).dossiers.find(({ name }) => name === 'Newcomer Test Services'),
      );
    } finally {
      await writeText(REGISTER, before);
    }
    await eventually('the new vendor is gone', async () =>
      (await indexed()).dossiers.every(({ name }) => name !== 'Newcomer Test Services') ? true : undefined,
    );
  });

  it('leaves out what the settings exclude, and takes it back', async () => {
    const settings = vscode.workspace.getConfiguration('socReview');
    const { documents } = await indexed();
    const all = documents.length;
    const excluded = documents.filter(({ path }) => path.startsWith('inbox/')).length;
    assert.ok(excluded > 0);
    await settings.update('exclude', ['inbox/**'], vscode.ConfigurationTarget.Workspace);
    try {
      await eventually('the inbox is left out', async () =>
        (await indexed()).documents.length === all - excluded ? true : undefined,
      );
    } finally {
      await settings.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually('the inbox is back', async () =>
      (await indexed()).documents.length === all ? true : undefined,
    );
  });
});
