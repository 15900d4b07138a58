import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from './eventually.ts';
import { useWorkbench } from './use-workbench.ts';

describe('In restricted mode', () => {
  const workbench = useWorkbench({
    untrusted: true,
    settings: {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
    },
  });

  it('shows where the vendors stand', async () => {
    await workbench().page.locator('.statusbar-item').getByText('Restricted Mode').waitFor();
    await workbench().showContainer();
    await workbench().waitUntilIndexed();
    assert.match(
      await workbench()
        .view('Vendors')
        .rowText(/^Overdue/),
      /^Overdue \d+$/,
    );
  });

  it('prepares a review', async () => {
    await workbench().view('Vendors').clickInlineButton('Brightledger', 'Start Review');
    await eventually(async () => {
      assert.match(await workbench().activeEditor(), /\.md$/);
    });
    workbench().assertNoExtensionErrors();
  });
});
