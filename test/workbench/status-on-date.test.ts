import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from './eventually.ts';
import { useWorkbench } from './use-workbench.ts';

describe('The status on another day', () => {
  const workbench = useWorkbench();
  const vendors = () => workbench().view('Vendors');
  let today: string[] = [];

  it('refuses what is no day', async () => {
    await workbench().showContainer();
    await workbench().waitUntilIndexed();
    today = await vendors().texts();
    assert.match(today[0] ?? '', /^Overdue/);
    await workbench().quickInput.runCommand('SOC Review: Show Status on Date…');
    await workbench().quickInput.type('2025-02-30');
    await eventually(async () => {
      assert.match(await workbench().quickInput.message(), /Enter a day that exists/);
    });
  });

  it('shows the state of that day, and says so', async () => {
    await workbench().quickInput.answer('2015-06-30');
    await eventually(async () => {
      assert.equal(await vendors().message.innerText(), 'Status on 30 Jun 2015');
    });
    assert.notDeepEqual(await vendors().texts(), today);
  });

  it('is one click away from today', async () => {
    await vendors().clickHeaderButton('Back to Today');
    await eventually(async () => {
      assert.deepEqual(await vendors().texts(), today);
    });
    assert.equal(await vendors().message.isVisible(), false);
  });
});
