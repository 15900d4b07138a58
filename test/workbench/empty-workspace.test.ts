import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { eventually } from './eventually.ts';
import { useWorkbench } from './use-workbench.ts';

describe('Without a folder', () => {
  const workbench = useWorkbench({ fill: null });

  it('says what to do, with one button', async () => {
    await workbench().showContainer();
    const { welcome } = workbench().view('Vendors');
    await welcome.getByText('Open the folder or repository').waitFor();
    assert.equal(await welcome.getByRole('button').count(), 1);
    workbench().assertNoExtensionErrors();
  });
});

describe('In a folder without reports', () => {
  const workbench = useWorkbench({
    fill: (folder) => writeFile(join(folder, 'README.md'), '# Nothing yet\n'),
  });

  it('says what to do, with a button for each way to begin', async () => {
    await workbench().showContainer();
    const { welcome } = workbench().view('Vendors');
    await welcome.getByText('There is no PDF').waitFor();
    assert.equal(await welcome.getByRole('button').count(), 2);
    await workbench().view('Inbox').open();
  });

  it('offers the commands in the palette', async () => {
    await workbench().quickInput.seeCommand('SOC Review: Rebuild Index');
  });

  it('shows a vendor as soon as the register has one', async () => {
    await writeFile(join(workbench().folder, 'vendors.yaml'), 'vendors:\n  - name: Nordic Hosting\n');
    await eventually(async () => {
      assert.match(await workbench().view('Vendors').rowText('Nordic Hosting'), /never reviewed/);
    });
    workbench().assertNoExtensionErrors();
  });
});
