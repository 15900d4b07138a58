import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { eventually } from './eventually.ts';
import { overdueVendor, type LastYearsMapping } from './overdue-vendor.ts';
import { useWorkbench } from './use-workbench.ts';

const VENDOR = 'Hudson Meridian';
/** Where its reviews are written: by the vendor's id. */
const FOLDER = 'reviews/hudson-meridian-colocation';

describe('A whole review, from the overdue vendor to the portfolio', () => {
  let lastYear: LastYearsMapping | undefined;
  const workbench = useWorkbench({
    fill: async (folder) => {
      lastYear = await overdueVendor(folder);
    },
  });
  const vendors = () => workbench().view('Vendors');
  const question = (words: RegExp) =>
    eventually(async () => {
      assert.match(await workbench().quickInput.message(), words);
    });
  const enter = () => workbench().page.keyboard.press('Enter');
  /** The draft's path: the newest review of the vendor. */
  const draftPath = async (): Promise<string> => {
    const names = (await readdir(join(workbench().folder, FOLDER))).filter((name) => name.endsWith('.md'));
    return `${FOLDER}/${names.sort().at(-1) ?? ''}`;
  };
  const complete = async (): Promise<void> => {
    await workbench().quickInput.runCommand('SOC Review: Complete Review…');
  };

  it('starts from a vendor whose review is overdue', async () => {
    await workbench().showContainer();
    await workbench().waitUntilIndexed();
    assert.match(await vendors().rowName(VENDOR), /, Overdue, review 35 days overdue/);
  });

  it('writes the review, with last year’s mapping carried over', async () => {
    await vendors().click(VENDOR);
    await vendors().clickInlineButton(VENDOR, 'Start Review');
    await eventually(async () => {
      assert.match(await workbench().activeEditor(), /\.md$/);
    });
    const text = await workbench().fileText(await draftPath());
    assert.ok(lastYear !== undefined);
    const row = text.split('\n').find((line) => line.includes(`| ${lastYear?.ourControl ?? ''} |`));
    assert.match(row ?? 'not carried over', /\| same \| AC-3 Access lists \| Dana \| mapped \|$/);
    assert.match(text, /- \[ \] ask for the corrective action plan/);
    assert.match(text, /## What changed since the last review/);
  });

  it('does not complete a review in which something is open, and says what', async () => {
    await complete();
    await eventually(async () => {
      assert.match(
        (await workbench().notifications()).join('\n'),
        /isn’t complete yet: \d+ things are missing/,
      );
    });
    await workbench().page.getByRole('button', { name: 'Show Problems' }).click();
    await workbench().page.locator('.markers-panel').waitFor();
    await workbench().problem('Assess the exception');
    await workbench().problem('Map user control');
  });

  it('completes it when every exception is assessed and every control is mapped', async () => {
    const path = await draftPath();
    const filled = (await workbench().fileText(path))
      .replace(
        /^(\| \S+ \|.* \| (?:new|repeat)) \| \| \|$/gm,
        '$1 | Compensated by our own review | ask again, Dana |',
      )
      .replace(/^(\| .* \| (?:new|changed|same)) \| \| \| \|$/gm, '$1 | IAM-7 Leavers | Lee | mapped |');
    await workbench().replaceEditorText(filled);
    await eventually(async () => {
      assert.match(await workbench().fileText(path), /IAM-7 Leavers[^]*/);
    });
    await complete();
    await workbench().quickInput.choose('acceptable with exceptions');
    await question(/Who reviewed/);
    await workbench().quickInput.answer('Dana Petit');
    await question(/The day of the review/);
    await enter();
    await eventually(async () => {
      const text = await workbench().fileText(path);
      assert.match(text, /^reviewer: Dana Petit$/m);
      assert.match(text, /^nextReview: \d{4}-\d\d-\d\d/m);
      assert.match(text, /^seal: [0-9a-f]{64}$/m);
    });
  });

  it('shows the vendor as current', async () => {
    await vendors().expand(/^Current/);
    await eventually(async () => {
      assert.match(await vendors().rowName(VENDOR), /, Current, reviewed /);
    });
    await workbench().screenshot('whole-review');
  });

  it('shows over all vendors what we do about each user control', async () => {
    const controls = workbench().view('Controls');
    await controls.open();
    await controls.expand(/^User controls/);
    await controls.expand(/^Hudson Meridian.*all answered/);
    assert.match(await controls.rowText('AC-3 Access lists'), / AC-3 Access lists · Dana · mapped$/);
    await controls.collapseView();
  });

  it('lists it in the portfolio', async () => {
    await workbench().quickInput.runCommand('SOC Review: Write Portfolio Summary…');
    await workbench().quickInput.choose('Our audit year');
    await question(/The day whose state is shown/);
    await enter();
    await workbench().quickInput.choose('Text');
    const name = await eventually(async () => {
      const [first = 'nothing yet'] = await readdir(join(workbench().folder, 'portfolio'));
      assert.match(first, /^vendor-reviews-.*\.md$/);
      return first;
    });
    await eventually(async () => {
      assert.equal(await workbench().activeEditor(), name);
    });
    const row = (await workbench().fileText(`portfolio/${name}`))
      .split('\n')
      .find((line) => line.startsWith(`| ${VENDOR}`));
    assert.match(row ?? '', /\| Dana Petit \| acceptable with exceptions \| reviewed late \|/);
    assert.match(row ?? '', /, all assessed \| ask for the corrective action plan/);
  });

  it('shows that a completed review was edited', async () => {
    await workbench().quickInput.openFile(await draftPath());
    const text = await workbench().fileText(await draftPath());
    await workbench().replaceEditorText(text.replace('IAM-7 Leavers', 'IAM-8 Joiners'));
    await eventually(async () => {
      assert.match(await vendors().rowName(VENDOR), /review edited after completion/);
    });
    workbench().assertNoExtensionErrors();
  });
});
