import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import type { PageText } from '../../../src/core/report/page-text.ts';
import { pdfjsForText } from '../../../src/pdf/bundled-pdfjs.ts';
import * as unchanged from '../../../src/pdf/pdf-pages.ts';
import { drawPdf, onePage } from '../../fixtures/zoo/make-pdf.ts';

const FONTS =
  '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> /G << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >>';

/** Everything that a glyph's place depends on, in nested states. */
const CONTENT = `
q 2 0 0 2 10 10 cm BT /F 9 Tf 110 Tz 2 Tc 5 Tw 3 Ts 20 300 Td (Scaled and spaced) Tj ET
q 0.7 0.7 -0.7 0.7 50 50 cm BT /G 11 Tf 1 0 0.3 1 40 40 Tm (Slanted) Tj 12 TL T* (on two lines) Tj ET Q
BT 10 20 Td (Still scaled) Tj [(Ker) -300 (ned) 500 (text)] TJ ET Q
BT /F 12 Tf 72 700 Td (Plain) Tj 200 0 Td (apart) Tj 0 -14 Td (below) Tj ET
q BT /F 12 Tf 0 1 -1 0 500 200 Tm (Upwards) Tj ET Q`;

describe('pdf.js as it is bundled', () => {
  let folder: string;
  let bundled: typeof unchanged;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bundled-pdfjs-'));
    const outfile = join(folder, 'pdf-pages.mjs');
    const entry = join(import.meta.dirname, '../../../src/pdf/pdf-pages.ts');
    await esbuild.build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      plugins: [pdfjsForText],
      logLevel: 'error',
    });
    bundled = (await import(pathToFileURL(outfile).href)) as typeof unchanged;
  });

  after(() => rm(folder, { recursive: true, force: true }));

  const read = (
    { PdfPages }: typeof unchanged,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<readonly PageText[]> =>
    PdfPages.with(bytes.slice(), { cMapFolder: null }, async (source) => {
      const pages: PageText[] = [];
      for (let number = 1; number <= source.pageCount; number++) pages.push(await source.page(number));
      return pages;
    });

  it('reads the same text at the same places as it does unchanged', async () => {
    const long = await drawPdf((document) => {
      for (let line = 0; line < 400; line++)
        document.text(`Line ${line} of a text that fills several pages.`);
    });
    for (const bytes of [onePage({ resources: FONTS, content: CONTENT }), long]) {
      const expected = await read(unchanged, bytes);
      assert.ok(expected.every(({ runs }) => runs.length > 5));
      assert.deepEqual(await read(bundled, bytes), expected);
    }
  });
});
