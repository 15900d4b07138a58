import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Facts } from '../../src/webview/facts.ts';
import type { KnownAboutReport } from '../../src/webview/protocol.ts';
import { projectRoot } from '../host/places.ts';
import { pageHeading, plainReport } from '../workbench/plain-report.ts';
import { ViewerStand, type ShownReport } from './viewer-stand.ts';

const PAGES = 40;

const facts: Facts = { summary: '0 of 0 confirmed', groups: [] };

/** What the index tells when it has read the report: printed numbers for the page field, and facts beside the pages. */
const known: KnownAboutReport = {
  printedPages: Array.from({ length: PAGES }, (_, index) => String(index - 1)),
  sections: [],
  facts,
};

describe('A reader who is faster than the viewer', () => {
  let folder: string;
  let file: string;
  let stand: ViewerStand;
  let shown: ShownReport;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soc-fast-reader-'));
    file = join(folder, 'report.pdf');
    await writeFile(file, await plainReport(PAGES));
    stand = await ViewerStand.open(join(projectRoot, 'dist'));
  });
  after(async () => {
    await stand.close();
    await rm(folder, { recursive: true, force: true });
  });
  const pageField = () => shown.page.getByRole('textbox', { name: 'Page number' });
  const seePage = async (page: number): Promise<void> => {
    await shown.page.locator('.textLayer').getByText(pageHeading(page)).waitFor();
    await shown.page.waitForFunction(
      (wanted) => document.querySelector<HTMLInputElement>('.page-input')?.value === wanted,
      String(page),
    );
  };
  const shows = async (work: () => Promise<void>): Promise<void> => {
    shown = await stand.show(file);
    try {
      await work();
    } finally {
      await shown.close();
    }
  };

  it('is not typed over when the facts arrive while a page number is being typed', async () => {
    await shows(async () => {
      await pageField().fill('12');
      await shown.tell('factsKnown', known);
      await shown.page.locator('.page-count').getByText('printed').waitFor();
      assert.equal(await pageField().inputValue(), '12');
      await pageField().press('Enter');
      await seePage(12);
    });
  });

  it('is not typed over while the pages still move', async () => {
    await shows(async () => {
      await pageField().fill('30');
      await shown.tell('follow', { place: 9 });
      await shown.page.locator('.textLayer').getByText(pageHeading(9)).waitFor();
      await pageField().press('Enter');
      await seePage(30);
    });
  });

  it('gets the page back that is shown, when they leave what they typed', async () => {
    await shows(async () => {
      await pageField().fill('30');
      await pageField().press('Escape');
      assert.equal(await pageField().inputValue(), '1');
      await pageField().press('Enter');
      assert.equal(await pageField().inputValue(), '1');
    });
  });

  it('stays on the page they went to while a changed file was being opened', async () => {
    await shows(async () => {
      const { size } = await stat(file);
      let letGo: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      await shown.page.route('**/file/*', async (route) => {
        await held;
        await route.continue();
      });
      await shown.tell('fileChanged', { fileId: 'second', size });
      await shown.page.getByRole('progressbar').waitFor();
      await pageField().fill('2');
      await pageField().press('Enter');
      await shown.page.waitForFunction(
        () =>
          (document.querySelector('.page[data-page-number="2"]')?.getBoundingClientRect().top ?? 999) < 100,
      );
      letGo();
      await shown.page.getByRole('progressbar').waitFor({ state: 'hidden' });
      await seePage(2);
    });
  });

  it('is shown a passage that was asked for while the report was being opened', async () => {
    await shows(async () => {
      const { size } = await stat(file);
      await shown.tell('fileChanged', { fileId: 'second', size });
      const revealed = await shown.reveal({ page: 33, quote: pageHeading(33) });
      assert.equal(revealed.highlight, 'exact');
      await seePage(33);
      assert.equal(await shown.markedWords(), pageHeading(33));
    });
  });

  it('is not told that a passage is missing when they have gone on to another', async () => {
    await shows(async () => {
      const [first, second] = await Promise.all([
        shown.reveal({ page: 20, quote: pageHeading(20) }),
        shown.reveal({ page: 33, quote: pageHeading(33) }),
      ]);
      assert.deepEqual([first.highlight, second.highlight], ['overtaken', 'exact']);
      assert.equal(await shown.markedWords(), pageHeading(33));
      assert.equal(await shown.page.locator('.notice').isVisible(), false);
    });
  });

  it('keeps the page they went to when they zoom or turn before it is painted', async () => {
    await shows(async () => {
      for (const [page, act] of [
        [12, 'Zoom in'],
        [25, 'Rotate'],
      ] as const) {
        // Both within one frame, before the browser tells of any scrolling.
        await shown.page.evaluate(
          ([number, name]) => {
            const field = document.querySelector<HTMLInputElement>('.page-input');
            if (field === null) throw new Error('no page field');
            field.focus();
            field.value = String(number);
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
            const button = [...document.querySelectorAll('button')].find(({ title }) =>
              title.startsWith(name),
            );
            if (button === undefined) throw new Error(`no button ${name}`);
            button.click();
          },
          [page, act] as const,
        );
        await seePage(page);
      }
    });
  });
});
