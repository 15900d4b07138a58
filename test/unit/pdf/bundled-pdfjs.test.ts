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

/** Every way to write a token: those that are read straight from the bytes, and those that pdf.js must see itself. */
const TOKENS = `
BT /F 12. Tf +72 700.50 Td (Round \\(and\\) (nested) brackets) Tj .5 -14 Td (oct\\141l and \\
a broken line) Tj
0 -1.4e1 Td <48657820> Tj <48 65 7 > Tj <4> Tj () Tj <> Tj % a comment (with text) Tj
/G 9 Tf 0 -14 Td[(no)-250(spaces)]TJ/F#20 8 Tf 0 -14 Td(after a strange name)Tj
/F 10 Tf 4-5 --14 Td (two signs) Tj 100 0 Td 0 0 Td (moved twice) Tj ET
q 10 0 0 10 300 300 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x01\x28\x3c\x01 EI Q
BT /F 12 Tf 72 500 Td(after an inline image)Tj T* 12 TL (next) ' 1 2 (and next) " ET
/Artifact <</Type /Pagination /Attached [/Top]>> BDC BT /F 9 Tf 72 400 Td (in marked content) Tj ET EMC
BT /F 12 Tf 72 380 Td (f\xef\xac\x81 caf\xe9 \xa0 non-ASCII) Tj true null (odd operands) Tj ET
q BTx 1 0 0 1 0 0 cm QBT /G 10 Tf 72 300 Td (run together) Tj ET`;

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
      for (let number = 1; number <= source.pageCount; number++) {
        const { width, height, runs, isImage } = await source.page(number);
        // Only the bundled one tells of the damage in odd tokens.
        pages.push({ number, width, height, runs, isImage, isDamaged: false });
      }
      return pages;
    });

  it('reads the same text at the same places as it does unchanged', async () => {
    const long = await drawPdf((document) => {
      for (let line = 0; line < 400; line++)
        document.text(`Line ${line} of a text that fills several pages.`);
    });
    const [places, tokens] = [CONTENT, TOKENS].map((content) => onePage({ resources: FONTS, content }));
    for (const bytes of [places!, tokens!, long]) {
      const expected = await read(unchanged, bytes);
      assert.ok(expected.every(({ runs }) => runs.length > 5));
      assert.deepEqual(await read(bundled, bytes), expected);
    }
  });
});
