import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useWorkbench } from './use-workbench.ts';

describe('The installed package', () => {
  const workbench = useWorkbench();

  it('shows its views behind its icon', async () => {
    await workbench().showContainer();
    await workbench().view('Vendors').open();
    await workbench().view('Inbox').open();
    workbench().assertNoExtensionErrors();
  });

  it('offers its commands in the palette', async () => {
    assert.equal(await workbench().quickInput.offersCommand('SOC Review: Rebuild Index'), true);
  });
});
