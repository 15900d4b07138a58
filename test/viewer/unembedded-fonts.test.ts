import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { onePage } from '../fixtures/zoo/make-pdf.ts';
import { projectRoot } from '../host/places.ts';
import { ViewerStand, type ShownReport } from './viewer-stand.ts';

/** Each in the code of its own language, with a font that the file names and doesn't bring. */
const LINES = [
  {
    words: '監査報告書',
    font: 'HeiseiMin-W3',
    order: 'Japan1',
    map: '90ms-RKSJ-H',
    code: '8AC48DB895F18D908F91',
  },
  { words: '审计报告', font: 'STSong-Light', order: 'GB1', map: 'GBK-EUC-H', code: 'C9F3BCC6B1A8B8E6' },
  {
    words: '감사보고서',
    font: 'HYSMyeongJo-Medium',
    order: 'Korea1',
    map: 'KSCms-UHC-H',
    code: 'B0A8BBE7BAB8B0EDBCAD',
  },
] as const;
const LATIN = 'Independent service auditor';

/** One page with a line in each of these fonts, and one in Helvetica. */
function unembedded(): Uint8Array {
  const fonts = LINES.flatMap(({ font, order, map }, index) => {
    const number = 5 + 2 * index;
    return [
      `<</Type/Font/Subtype/Type0/BaseFont/${font}/Encoding/${map}/DescendantFonts[${number + 1} 0 R]>>`,
      `<</Type/Font/Subtype/CIDFontType0/BaseFont/${font}/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(${order})` +
        '/Supplement 2>>/FontDescriptor<</Type/FontDescriptor/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0' +
        `/Ascent 880/Descent -120/CapHeight 700/StemV 80/FontName/${font}>>>>`,
    ];
  });
  const shown = LINES.map(({ code }, index) => `/F${index} 24 Tf 0 -60 Td <${code}> Tj`).join(' ');
  const content = `BT 72 720 Td ${shown} /Latin 24 Tf 0 -60 Td (${LATIN}) Tj ET`;
  const names = LINES.map((_, index) => `/F${index} ${5 + 2 * index} 0 R`).join('');
  return onePage(
    { resources: `/Font <<${names} /Latin <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>`, content },
    fonts,
  );
}

describe('Words in fonts that the file does not bring', () => {
  let folder: string;
  let stand: ViewerStand;
  let shown: ShownReport;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soc-fonts-'));
    const file = join(folder, 'report.pdf');
    await writeFile(file, unembedded());
    stand = await ViewerStand.open(join(projectRoot, 'dist'));
    shown = await stand.show(file);
  });
  after(async () => {
    await stand.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** How many dark points the painted page has below a line. */
  const ink = (words: string): Promise<number> =>
    shown.page
      .locator('.textLayer span')
      .getByText(words, { exact: true })
      .evaluate((span) => {
        const canvas = span.closest('.page')?.querySelector('canvas');
        const context = canvas?.getContext('2d');
        if (!canvas || !context) throw new Error('The page has no picture.');
        const [box, place] = [span.getBoundingClientRect(), canvas.getBoundingClientRect()];
        const scale = canvas.width / place.width;
        const area = [box.x - place.x, box.y - place.y, box.width, box.height].map((one) =>
          Math.round(one * scale),
        );
        const [x = 0, y = 0, width = 1, height = 1] = area;
        const { data } = context.getImageData(x, y, width, height);
        let dark = 0;
        for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark += 1;
        return dark;
      });

  for (const words of [...LINES.map((line) => line.words), LATIN]) {
    it(`can be read, selected and searched: ${words}`, async () => {
      await shown.page.locator('.textLayer').getByText(words, { exact: true }).waitFor();
      assert.ok((await ink(words)) > 20 * words.length);
      assert.deepEqual(await shown.reveal({ page: 1, quote: words }), {
        highlight: 'exact',
        markedText: words,
      });
    });
  }

  it('use the character maps that ship with the viewer', async () => {
    const loaded = await shown.page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    for (const { map } of LINES)
      assert.ok(
        loaded.some((url) => url.endsWith(`/assets/cmaps/${map}.bcmap`)),
        `${map} was not loaded`,
      );
    assert.deepEqual(
      loaded.filter((url) => !url.startsWith('http://127.0.0.1:') && !url.startsWith('blob:')),
      [],
    );
  });
});
