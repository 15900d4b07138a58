import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SAMPLE_EXPECTATIONS } from '../fixtures/sample-repository.ts';
import { eventually } from './eventually.ts';
import { useWorkbench } from './use-workbench.ts';

const INDEXING = 120_000;

describe('The vendors, as compliance staff work with them', () => {
  const workbench = useWorkbench();
  const vendors = () => workbench().view('Vendors');
  const choose = async (command: string, choice: string): Promise<void> => {
    await workbench().quickInput.runCommand(command);
    await workbench().quickInput.choose(choice);
  };
  const statusBar = () => workbench().page.locator('.statusbar-item[id*="socReview.attention"]');

  it('says who is overdue before anybody opens a view', async () => {
    await statusBar().waitFor({ timeout: INDEXING });
    await eventually(async () => {
      assert.match(await statusBar().innerText(), /\d+ overdue · \d+ due soon/);
      assert.ok(await workbench().badge());
    }, INDEXING);
  });

  it('opens the view with a click on the status bar', async () => {
    await statusBar().click();
    await eventually(async () => {
      assert.match((await vendors().texts())[0] ?? '', /^Overdue \d+$/);
    }, INDEXING);
    await workbench().waitUntilIndexed();
  });

  describe('on another day', () => {
    let today: string[] = [];

    it('is not shown for what is no day', async () => {
      today = await vendors().texts();
      await workbench().quickInput.runCommand('SOC Review: Show Status on Date…');
      await workbench().quickInput.type('2025-02-30');
      await eventually(async () => {
        assert.match(await workbench().quickInput.message(), /Enter a day that exists/);
      });
    });

    it('is shown as it was then, and says so', async () => {
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

  it('shows each vendor of the sample in its group, with its words', async () => {
    await vendors().expand(/^Current/);
    await vendors().expand(/^Not required/);
    for (const { vendor, because } of SAMPLE_EXPECTATIONS) {
      assert.match(await vendors().rowText(vendor), because, vendor);
    }
    await vendors().collapse(/^Current/);
    await vendors().collapse(/^Not required/);
  });

  it('shows our own documents by the same clock', async () => {
    assert.match(await vendors().rowText('Our documents'), /2 · 1 overdue/);
    assert.match(await vendors().rowText('Vendor management policy'), /review 25 days overdue/);
    assert.match(await vendors().rowText('Security statement'), /review due in \d+ days/);
  });

  it('opens a vendor to all that is on file about it', async () => {
    await vendors().expand('Pacific Lantern');
    await vendors().row('Open points');
    assert.match(await vendors().rowText('Our facilities'), /1 not examined/);
    await vendors().expand('Our facilities');
    assert.match(await vendors().rowText('not examined: '), /^Los Angeles .*the report leaves it out$/);
    await vendors().collapse('Pacific Lantern');
  });

  it('groups by tier', async () => {
    await choose('SOC Review: Group Vendors By…', 'Tier');
    await eventually(async () => {
      assert.match((await vendors().texts())[0] ?? '', /^Tier critical \d+ · \d+ overdue$/);
    });
    await choose('SOC Review: Group Vendors By…', 'Status');
  });

  it('filters by several things at once, says so, and remembers it', async () => {
    await workbench().quickInput.runCommand('SOC Review: Filter Vendors…');
    await workbench().quickInput.choose('Tier');
    await workbench().quickInput.choose('Tier critical');
    await workbench().page.keyboard.press('Enter');
    await eventually(async () => {
      assert.match(await vendors().message.innerText(), /^Filter: Tier critical \(/);
    });
    await workbench().quickInput.choose('Text');
    await eventually(async () => {
      assert.match(await workbench().quickInput.message(), /^Words in the name/);
    });
    await workbench().quickInput.answer('los angeles');
    await eventually(async () => {
      assert.match(
        await vendors().message.innerText(),
        /^Filter: Tier critical · “los angeles” \(1 of \d+ vendors\)$/,
      );
    });
    await workbench().page.keyboard.press('Escape');
    assert.deepEqual((await vendors().texts()).slice(0, 1), ['Overdue 1']);
    await workbench().reload();
    await workbench().showContainer();
    await eventually(async () => {
      assert.match(await vendors().message.innerText(), /^Filter: /);
    }, INDEXING);
    await vendors().clickHeaderButton('Clear Filter');
    await eventually(async () => {
      assert.equal(await vendors().message.isVisible(), false);
    });
  });

  it('assigns an owner from the context menu, in the register', async () => {
    await vendors().chooseQuestion('Copperline', 'Assign Owner…', async () => {
      assert.match(await workbench().quickInput.title(), /^Assign Owner/);
    });
    await workbench().quickInput.type('Kim Ravel');
    await workbench().page.keyboard.press('Enter');
    await eventually(async () => {
      const register = await workbench().fileText('vendors.yaml');
      assert.match(register, /name: Copperline[^]*?owner: Kim Ravel\n/);
      assert.match(register, /# Has promised a report since spring\./);
    });
  });

  it('assigns an owner by keyboard, to the selected row', async () => {
    await vendors().click('Copperline');
    await workbench().page.keyboard.press('F2');
    await workbench().quickInput.type('Robin Sorel');
    await workbench().page.keyboard.press('Enter');
    await eventually(async () => {
      assert.match(await workbench().fileText('vendors.yaml'), /owner: Robin Sorel\n/);
    });
  });

  it('records the review of one of our own documents', async () => {
    await vendors().chooseQuestion('Vendor management policy', 'Record Review of Document…', async () => {
      assert.match(await workbench().quickInput.message(), /The day on which it was reviewed/);
    });
    await workbench().page.keyboard.press('Enter');
    await eventually(async () => {
      assert.match(await vendors().rowText('Vendor management policy'), /next review due/);
    });
  });

  it('marks reports in the Explorer', async () => {
    await vendors().chooseFromMenu('Pacific Lantern', 'Reveal in Explorer');
    const label = workbench()
      .page.locator('.explorer-folders-view .monaco-list-row')
      .filter({ hasText: 'SOC 2 Type II Report FINAL' })
      .locator('.monaco-icon-label');
    await eventually(async () => {
      assert.equal(await label.first().evaluate(badgeOf), '"!"');
    });
  });
});

/** Runs in the page: the mark behind a file's name. */
const badgeOf = (element: Element): string => getComputedStyle(element, '::after').content;
