import assert from 'node:assert/strict';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { sampleCopy } from '../host/sample.ts';
import { eventually } from './eventually.ts';
import { useWorkbench } from './use-workbench.ts';

const KESTREL = 'Kestrel Fraud Analytics Ltd';
const GROUP = 'Kestrel Fraud Analytics Group';
const QUESTION = `same as ${GROUP}?`;

/** A sample whose register calls a vendor otherwise, and in which one vendor handed over the report of another. */
async function unsettledSample(folder: string): Promise<void> {
  await sampleCopy(folder);
  const register = join(folder, 'vendors.yaml');
  const text = await readFile(register, 'utf8');
  await writeFile(
    register,
    text.replace(`name: ${KESTREL}`, `name: ${GROUP}`).replace('    files: ["vendors/kestrel/**"]\n', ''),
  );
  await copyFile(
    join(folder, 'vendors/ringwell/Ringwell SOC 2.pdf'),
    join(folder, 'vendors/deskwell/their report.pdf'),
  );
}

describe('What a person decides in the Inbox', () => {
  const workbench = useWorkbench({ fill: unsettledSample, viewport: { width: 1500, height: 1100 } });
  const inbox = () => workbench().view('Inbox');
  const gone = async (text: string): Promise<void> => {
    await inbox().rows.filter({ hasText: text }).first().waitFor({ state: 'detached' });
  };
  const register = () => workbench().fileText('vendors.yaml');

  it('asks whether two names are one vendor, and takes the alias at one click', async () => {
    await workbench().showContainer();
    await workbench().waitUntilIndexed();
    await workbench().view('Vendors').collapseView();
    assert.match(await inbox().rowText(QUESTION), /the names are alike/);
    assert.match(await inbox().rowText(/^Ringwell.*their report/), /lies among the files of Deskwell/);
    await workbench().screenshot('inbox');
    const before = await register();
    await inbox().clickInlineButton(QUESTION, 'Same Vendor: Add the Name');
    await eventually(async () => {
      assert.equal(
        await register(),
        before.replace(`name: ${GROUP}\n`, `name: ${GROUP}\n    aliases: [${KESTREL}]\n`),
      );
    });
    await gone('same as');
  });

  it('points out a report among another vendor’s files until a person says whose it is', async () => {
    await inbox().clickInlineButton(/their report/, 'Assign to Vendor…');
    await workbench().quickInput.choose('the report prints this name');
    await eventually(async () => {
      assert.match(
        await register(),
        /files: \["vendors\/ringwell\/\*\*", "?vendors\/deskwell\/their report\.pdf"?\]/,
      );
    });
    await gone('their report');
  });

  it('sets a file aside, keeps it in sight, and takes it back', async () => {
    await inbox().expand(/^Not SOC reports/);
    const before = await register();
    await inbox().clickInlineButton('PCI DSS', 'Ignore This File');
    await inbox().expand(/^Set aside by you/);
    await eventually(async () => {
      assert.match(await inbox().rowText('Set aside by you'), /1$/);
      assert.match(await register(), /as: ignored/);
    });
    await workbench().screenshot('inbox-set-aside');
    await inbox().clickInlineButton('PCI DSS', 'Don’t Ignore');
    await eventually(async () => {
      assert.doesNotMatch(await register(), /as: ignored/);
    });
    await gone('Set aside by you');
    assert.ok((await register()).startsWith(before));
  });

  it('follows the register within a second when somebody edits it by hand', async () => {
    const started = Date.now();
    await writeFile(
      join(workbench().folder, 'vendors.yaml'),
      (await register()).replace(`    aliases: [${KESTREL}]\n`, ''),
    );
    await inbox().rows.filter({ hasText: 'same as' }).first().waitFor();
    const took = Date.now() - started;
    assert.ok(took < 1_000 * SLOWNESS, `it took ${took} ms`);
    workbench().assertNoExtensionErrors();
  });
});

/** A second for a person at a machine of their own; test machines share theirs. */
const SLOWNESS = 3;
