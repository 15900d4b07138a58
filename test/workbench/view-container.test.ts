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
    await workbench().quickInput.seeCommand('SOC Review: Rebuild Index');
  });
});
