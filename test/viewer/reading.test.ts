import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { projectRoot } from '../host/places.ts';
import { eventually } from '../workbench/eventually.ts';
import { pageHeading, plainReport } from '../workbench/plain-report.ts';
import { ViewerStand, type ShownReport } from './viewer-stand.ts';

const PAGES = 12;

describe('Reading a report', () => {
  let folder: string;
  let stand: ViewerStand;
  let shown: ShownReport;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soc-reading-'));
    const file = join(folder, 'report.pdf');
    await writeFile(file, await plainReport(PAGES));
    stand = await ViewerStand.open(join(projectRoot, 'dist'));
    shown = await stand.show(file);
  });
  after(async () => {
    await stand.close();
    await rm(folder, { recursive: true, force: true });
  });
  const button = (name: string | RegExp) => shown.page.getByRole('button', { name });
  const zoom = () => shown.page.getByRole('combobox', { name: 'Zoom' });
  const paper = async (page: number) => {
    const box = await shown.page.locator(`.page[data-page-number="${page}"]`).boundingBox();
    assert.ok(box);
    return box;
  };
  const window = async () => {
    const box = await shown.page.locator('.pages-scroll').boundingBox();
    assert.ok(box);
    return box;
  };

  it('fits a page to the window, and its width', async () => {
    await zoom().selectOption('fit-page');
    await eventually(async () => {
      assert.ok((await paper(1)).height <= (await window()).height);
    });
    await zoom().selectOption('fit-width');
    await eventually(async () => {
      const [page, around] = [await paper(1), await window()];
      assert.ok(page.width <= around.width && page.width > around.width * 0.9);
    });
  });

  it('zooms with the wheel around the pointer, by keys and buttons', async () => {
    const factor = () =>
      zoom().evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.textContent ?? '');
    const { x, y, width, height } = await window();
    await shown.page.mouse.move(x + width / 2, y + height / 2);
    const before = (await paper(1)).width;
    await shown.page.keyboard.down('Control');
    await shown.page.mouse.wheel(0, 40);
    await shown.page.keyboard.up('Control');
    await eventually(async () => {
      assert.ok((await paper(1)).width < before);
    });
    await zoom().selectOption('1');
    await button(/^Zoom in/).click();
    await eventually(async () => {
      assert.equal(await factor(), '110%');
    });
    await shown.page.keyboard.press('Control+-');
    await eventually(async () => {
      assert.equal(await factor(), '100%');
    });
    await shown.page.keyboard.press('Control+0');
    await eventually(async () => {
      assert.equal(await zoom().inputValue(), 'fit-width');
    });
  });

  it('turns the pages, around the one that is read', async () => {
    await shown.reveal({ page: 5, quote: pageHeading(5) });
    for (const isWide of [true, false, true, false]) {
      await button(/^Rotate/).click();
      await eventually(async () => {
        const { width, height } = await paper(5);
        assert.equal(width > height, isWide);
      });
      assert.equal(await shown.page.getByRole('textbox', { name: 'Page number' }).inputValue(), '5');
    }
  });

  it('darkens the paper only when it is asked to', async () => {
    const filter = () =>
      shown.page
        .locator('.page .canvasWrapper')
        .first()
        .evaluate((paper) => getComputedStyle(paper).filter);
    assert.equal(await filter(), 'none');
    await button('Dark pages').click();
    assert.notEqual(await filter(), 'none');
    await button('Dark pages').click();
    assert.equal(await filter(), 'none');
  });

  it('searches for whole words, on and back', async () => {
    const count = shown.page.locator('.find-count');
    await shown.page.keyboard.press('Control+F');
    const field = shown.page.getByRole('textbox', { name: 'Find in the report' });
    await field.fill('Page 1');
    // "Page 1", "Page 10", "Page 11" and "Page 12", with 25 lines each, and the link to page 3 is none.
    await count.getByText(/ of 100$/).waitFor();
    await button('Whole words').click();
    await count.getByText('1 of 25', { exact: true }).waitFor();
    await shown.page.keyboard.press('F3');
    await count.getByText('2 of 25', { exact: true }).waitFor();
    await shown.page.keyboard.press('Shift+F3');
    await count.getByText('1 of 25', { exact: true }).waitFor();
  });
});
