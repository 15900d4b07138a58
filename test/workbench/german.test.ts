import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useWorkbench } from './use-workbench.ts';

describe('The workbench in German', () => {
  const workbench = useWorkbench({ language: 'de' });

  it('shows where the vendors stand, and why, in German words and dates', async () => {
    const { page } = workbench();
    await workbench().showContainer();
    await workbench().waitUntilIndexed();
    const vendors = workbench().view('Dienstleister');
    await vendors.expand('Überfällig');
    const rows = (await vendors.texts()).join('\n');
    assert.match(rows, /Überprüfung \d+ Tage überfällig/);
    assert.match(rows, /\d\d\.\d\d\.\d{4}/);
    assert.doesNotMatch(rows, /overdue|review(?:ed|s)?\b|current|stale|until/);
    await workbench().screenshot('german');
    assert.equal(await page.locator('.pane-header[aria-label^="Eingang"]').count(), 1);
  });

  it('offers its commands in German', async () => {
    await workbench().quickInput.seeCommand('SOC Review: Index neu aufbauen');
  });

  it('lists files that need a person with their reason in German', async () => {
    const inbox = workbench().view('Eingang');
    await inbox.open();
    const rows = (await inbox.texts()).join('\n');
    assert.match(rows, /Nicht lesbar/);
    assert.match(rows, /Kennwort erforderlich|Erneut beim Dienstleister abrufen/);
  });
});
