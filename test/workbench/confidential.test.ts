import assert from 'node:assert/strict';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { git } from '../host/git.ts';
import { sampleCopy } from '../host/sample.ts';
import { eventually } from './eventually.ts';
import { ReportPage } from './report-page.ts';
import { useWorkbench } from './use-workbench.ts';

const VENDOR = 'Hudson Meridian';

/** The sample in a repository in which reports must not be committed. */
async function repository(folder: string): Promise<void> {
  await sampleCopy(folder);
  git(folder, 'init', '--quiet');
}

describe('With confidential reports', () => {
  const workbench = useWorkbench({
    watchNetwork: true,
    fill: repository,
    settings: { 'socReview.keepReportsOutOfGit': true },
  });
  const vendors = () => workbench().view('Vendors');

  /** Files of the extension's cache, of all places where VS Code keeps an extension's data. */
  const cacheFiles = async (): Promise<string[]> =>
    (await readdir(workbench().dataFolder, { recursive: true }))
      .filter((path) => /soc-review-tracker[^]*index[/\\][0-9a-f]{16}[/\\]./.test(path))
      .map((path) => join(workbench().dataFolder, path));

  it('the whole path, from the tree to the review, asks no other machine', async () => {
    await workbench().showContainer();
    await workbench().waitUntilIndexed();
    await vendors().expand(VENDOR);
    await vendors().click(/not reviewed/);
    await new ReportPage(workbench()).seeText(VENDOR, { timeout: 60_000 });
    await vendors().clickInlineButton(VENDOR, 'Start Review');
    await eventually(async () => {
      assert.match(await workbench().activeEditor(), /\.md$/);
    });
    await workbench().quickInput.runCommand('SOC Review: Rebuild Index');
    await workbench().waitUntilIndexed();
    const { network } = workbench();
    assert.ok(network);
    assert.ok(await network.isWatchingExtensions());
    const tries = [...(await network.serverTries()), ...network.browserTries];
    assert.deepEqual(
      tries.filter((what) => what.includes('soc-review-tracker')),
      [],
    );
    console.log(`0 connections by the extension, ${tries.length} by VS Code itself, all refused.`);
  });

  it('what was read lies in a folder that is for its owner alone', async () => {
    const files = await eventually(async () => {
      const written = await cacheFiles();
      assert.ok(written.length > 10, `${written.length} files`);
      return written;
    }, 60_000);
    for (const folder of new Set(files.map(dirname))) {
      assert.equal((await stat(folder)).mode & 0o777, 0o700, basename(folder));
    }
  });

  it('Clear Cache removes all of it, and what is shown stays', async () => {
    // Of some reports, all pages are read when exceptions are known; of all of them, when the view is still.
    await eventually(async () => {
      assert.match((await vendors().texts()).join('\n'), /exceptions to answer/);
    }, 60_000);
    await workbench().waitUntilIndexed();
    const rows = await vendors().texts();
    await workbench().quickInput.runCommand('SOC Review: Clear Cache');
    await eventually(async () => {
      assert.deepEqual(await cacheFiles(), []);
    });
    assert.deepEqual(await vendors().texts(), rows);
  });

  it('a report that is staged is pointed out in the Problems panel, with a fix that keeps it out', async () => {
    const { folder } = workbench();
    const [report = ''] = (await readdir(folder, { recursive: true })).filter((path) =>
      path.endsWith('.pdf'),
    );
    git(folder, 'add', '--', report, 'vendors.yaml');
    const problem = await workbench().problem('This report is staged');
    await problem.getByText('Keep all staged reports out of git').click();
    await problem.waitFor({ state: 'detached' });
    await eventually(async () => {
      assert.equal(git(folder, 'diff', '--cached', '--name-only').trim(), 'vendors.yaml');
      assert.equal((await workbench().fileText('.gitignore')).split('\n').length, 2);
    });
    assert.ok((await stat(join(folder, report))).isFile());
    workbench().assertNoExtensionErrors();
  });
});
