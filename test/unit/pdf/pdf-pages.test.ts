import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PageText } from '../../../src/core/report/page-text.ts';
import { PdfPages } from '../../../src/pdf/pdf-pages.ts';
import { drawPdf, onePage, stream } from '../../fixtures/zoo/make-pdf.ts';

const CMAPS = new URL('../../../node_modules/pdfjs-dist/cmaps/', import.meta.url);

const readPage = (bytes: Uint8Array<ArrayBuffer>, number = 1): Promise<PageText> =>
  PdfPages.with(bytes, { cMapFolder: CMAPS }, (pages) => pages.page(number));

const textOf = (page: PageText): string => page.runs.map(({ text }) => text).join('|');

const near = (actual: number | undefined, expected: number, tolerance = 0.5): void => {
  assert.ok(
    actual !== undefined && Math.abs(actual - expected) <= tolerance,
    `${String(actual)} is not ${expected}`,
  );
};

const HELVETICA = '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';

describe('a page of text', () => {
  it('has runs in points from the top left, at the baseline', async () => {
    const page = await readPage(
      onePage({ resources: HELVETICA, content: 'BT /F 20 Tf 72 700 Td (Hello) Tj ET' }),
    );
    assert.deepEqual([page.number, page.width, page.height, page.isImage], [1, 612, 792, false]);
    const [run] = page.runs;
    assert.equal(run?.text, 'Hello');
    near(run?.x, 72);
    near(run?.y, 92);
    near(run?.height, 20);
    // Helvetica's widths for H, e, l, l, o in thousandths of the size.
    near(run?.width, ((722 + 556 + 222 + 222 + 556) / 1000) * 20);
  });

  it('is read as a reader sees it when the page is rotated', async () => {
    const upright = 'BT /F 20 Tf 0 1 -1 0 100 72 Tm (Turned) Tj ET';
    const page = await readPage(onePage({ resources: HELVETICA, content: upright, page: '/Rotate 90' }));
    assert.deepEqual([page.width, page.height], [792, 612]);
    near(page.runs[0]?.x, 72);
    near(page.runs[0]?.y, 100);
    near(page.runs[0]?.height, 20);
    assert.ok((page.runs[0]?.width ?? 0) > 50);
  });

  it('begins at the corner of its crop box', async () => {
    const content = 'BT /F 20 Tf 72 700 Td (Hello) Tj ET';
    const page = await readPage(onePage({ resources: HELVETICA, content, page: '/CropBox [50 50 562 742]' }));
    assert.deepEqual([page.width, page.height], [512, 692]);
    near(page.runs[0]?.x, 22);
    near(page.runs[0]?.y, 42);
  });

  it('takes no width from text that runs upwards', async () => {
    const content = 'BT /F 20 Tf 0 1 -1 0 100 72 Tm (Margin) Tj ET';
    near((await readPage(onePage({ resources: HELVETICA, content }))).runs[0]?.width, 0, 0.01);
  });

  it('keeps the gap between two words as a blank of its width in points, also under a scaled matrix', async () => {
    const content = '2 0 0 2 0 0 cm BT /F 10 Tf 36 350 Td (Left) Tj 100 0 Td (Right) Tj ET';
    const { runs } = await readPage(onePage({ resources: HELVETICA, content }));
    assert.deepEqual(
      runs.map(({ text }) => text),
      ['Left', ' ', 'Right'],
    );
    const [left, blank, right] = runs;
    near(blank?.x, (left?.x ?? 0) + (left?.width ?? 0));
    near((blank?.x ?? 0) + (blank?.width ?? 0), right?.x ?? 0);
  });

  it('has no empty runs where lines end', async () => {
    const content = 'BT /F 10 Tf 72 700 Td 12 TL (One ) Tj T* (Two ) Tj T* T* (Three) Tj ET';
    assert.equal(textOf(await readPage(onePage({ resources: HELVETICA, content }))), 'One|Two|Three');
  });

  it('spells ligatures out', async () => {
    const toUnicode = stream(
      '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange ' +
        '1 beginbfchar <41> <FB01> endbfchar endcmap end',
    );
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>';
    const bytes = onePage(
      { resources: '/Font << /F 5 0 R >>', content: 'BT /F 10 Tf 72 700 Td (Andings) Tj ET' },
      [font, toUnicode],
    );
    assert.equal(textOf(await readPage(bytes)), 'findings');
  });

  it('is read from Type 3 fonts, whose glyphs are drawings', async () => {
    const glyph =
      '600 0 0 0 500 500 d1 500 0 0 500 0 0 cm BI /W 8 /H 8 /IM true /BPC 1 ID \x3c\x42\x81\x81\x81\x81\x42\x3c EI';
    const font =
      '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [0.001 0 0 0.001 0 0] ' +
      '/CharProcs << /A 6 0 R >> /Encoding << /Type /Encoding /Differences [65 /A] >> ' +
      '/FirstChar 65 /LastChar 65 /Widths [600] /Resources << >> >>';
    const bytes = onePage(
      { resources: '/Font << /F 5 0 R >>', content: 'BT /F 12 Tf 72 700 Td (AAA) Tj ET' },
      [font, stream(glyph)],
    );
    const page = await readPage(bytes);
    assert.equal(textOf(page), 'AAA');
    near(page.runs[0]?.width, 3 * 0.6 * 12);
  });

  it('is read from East Asian fonts through the character maps', async () => {
    const font =
      '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /90ms-RKSJ-H /DescendantFonts [<< /Type /Font ' +
      '/Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) ' +
      '/Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 /Ascent 800 ' +
      '/Descent -200 /CapHeight 700 /StemV 80 /ItalicAngle 0 /FontBBox [0 -200 1000 800] >> >>] >>';
    const bytes = onePage(
      { resources: '/Font << /F 5 0 R >>', content: 'BT /F 12 Tf 72 700 Td <93FA967B> Tj ET' },
      [font],
    );
    assert.equal(textOf(await readPage(bytes)), '日本');
  });
});

describe('a page without text', () => {
  const picture = (width: number, height: number): string =>
    stream(
      '\0'.repeat(width * height),
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8`,
    );
  const painting = (body: string, content = 'q 500 0 0 700 0 0 cm /I Do Q') =>
    onePage({ resources: `/XObject << /I 5 0 R >> ${HELVETICA}`, content }, [body]);

  it('is an image when it paints a picture', async () => {
    const page = await readPage(painting(picture(100, 140)));
    assert.deepEqual([page.runs, page.isImage], [[], true]);
  });

  it('is an image when the picture is damaged: the reader sees that something is there', async () => {
    const broken = stream(
      'nothing',
      '/Type /XObject /Subtype /Image /Width 900 /Height 900 /Filter /DCTDecode',
    );
    assert.equal((await readPage(painting(broken))).isImage, true);
  });

  it('is none when it is blank, or shows a bullet only', async () => {
    assert.equal((await readPage(onePage({ content: '' }))).isImage, false);
    assert.equal((await readPage(painting(picture(100, 140), 'q 8 0 0 8 72 700 cm /I Do Q'))).isImage, false);
  });

  it('is an image when the picture comes in strips, in a form, or inside the content', async () => {
    const strips = 'q 600 0 0 8 0 0 cm /I Do Q q 600 0 0 8 0 8 cm /I Do Q';
    assert.equal((await readPage(painting(picture(100, 140), strips))).isImage, true);
    const form = stream(
      '0.1 0 0 0.1 0 0 cm 5000 0 0 7000 0 0 cm /I Do',
      '/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /I 6 0 R >> >>',
    );
    const inForm = onePage({ resources: '/XObject << /F 5 0 R >>', content: '/F Do' }, [
      form,
      picture(100, 140),
    ]);
    assert.equal((await readPage(inForm)).isImage, true);
    const inline = 'q 500 0 0 700 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID 0123 EI Q';
    assert.equal((await readPage(onePage({ content: inline }))).isImage, true);
  });

  it('is none when it shows a drawing, however large its matrix', async () => {
    assert.equal(
      (await readPage(onePage({ content: 'q 500 0 0 700 0 0 cm 0 0 m 1 1 l S Q' }))).isImage,
      false,
    );
    assert.equal((await readPage(onePage({ content: 'q 0.1 0 0 0.1 0 0 cm Q' }))).isImage, false);
  });

  it('is none when there is text beside the picture', async () => {
    const content = 'q 500 0 0 700 0 0 cm /I Do Q BT /F 10 Tf 72 700 Td (Caption) Tj ET';
    assert.equal((await readPage(painting(picture(100, 140), content))).isImage, false);
  });

  it('is found in an encrypted PDF too', async () => {
    const bytes = await drawPdf((document) => document.addPage(), {
      ownerPassword: 'owner',
      pdfVersion: '1.7',
    });
    assert.equal((await readPage(bytes, 2)).isImage, false);
  });
});

describe('a PDF', () => {
  it('gives its pages in any order, also at the same time', async () => {
    const bytes = await drawPdf((document) => {
      document.text('First');
      document.addPage().text('Second');
      document.addPage().text('Third');
    });
    await PdfPages.with(bytes, { cMapFolder: null }, async (pages) => {
      assert.equal(pages.pageCount, 3);
      const read = await Promise.all([3, 1, 2].map((number) => pages.page(number)));
      assert.deepEqual(read.map(textOf), ['Third', 'First', 'Second']);
      await assert.rejects(pages.page(4));
    });
  });

  it('takes the bytes away from the caller', async () => {
    const bytes = await drawPdf((document) => document.text('Moved'));
    await readPage(bytes);
    assert.equal(bytes.length, 0);
  });

  it('gives no page any more when it is closed, which may be done twice', async () => {
    const bytes = await drawPdf((document) => document.text('First'));
    await PdfPages.with(bytes, { cMapFolder: null }, async (pages) => {
      assert.equal(textOf(await pages.page(1)), 'First');
      await pages.close();
      await assert.rejects(pages.page(1), /closed/);
    });
  });
});
