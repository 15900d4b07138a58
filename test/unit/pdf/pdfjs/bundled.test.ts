import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import esbuild from 'esbuild';
import type { PageText } from '../../../../src/core/report/page-text.ts';
import { pdfjsForText } from '../../../../src/pdf/pdfjs/bundled.ts';
import * as unchanged from '../../../../src/pdf/pdf-pages.ts';
import { drawPdf, onePage, stream } from '../../../fixtures/zoo/make-pdf.ts';
import { projectRoot } from '../../../host/places.ts';
import { encryptedPdf } from './encrypted-pdf.ts';
import { packedObjectsPdf } from './packed-objects-pdf.ts';

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

/** Drawing in every way, plain and odd, between texts. */
const DRAWING = `
q 0 0 612 792 re W* n BT /F 10 Tf 72 700 Td (after a clip) Tj ET Q
0 g 0 G 1 0 0 rg 0 0 1 RG 0 0 0 1 k 0 0 0 1 K .5 w 1 J 0 j 10 M 1 i 72 680 m 90.25 -680 l S
BT /F 10 Tf 72 660 Td 0.5 g(between colours)Tj 1 0 0 rg (and more) Tj ET
72 640 m 1 2 3 4 5 6 c 1 2 3 4 v 1 2 3 4 y h f* n\r\n0 0 1 1 re\tB*\n% a comment 1 g
BT 1 0 0 1 72 600 Tm /G 9 Tf (after a path) ' ET 10 20 30 re 5 m 1 2 3 l f 1 2 3 g 0 0 0 rg
BT /F 9 Tf 7 0 0 1 72 580 Tm (after odd counts) Tj ET 1 g 72 m (a text among numbers) 1 g re
/Cs1 cs 0.1 0.2 0.3 sc /P1 scn 1 scn 4e2 w --1 w 1..2 w 0 g0 G 1 gs 2 w
BT /F 9 Tf 72 560 Td [(in) 1 g (an array)] TJ ET 0 0 m 1 2 l BT /F 9 Tf 72 540 Td (last) Tj ET S 1 w`;

const FONT_FILES = [
  { file: 'LiberationSans-Regular.ttf', subtype: 'TrueType', entry: 'FontFile2', kind: '' },
  { file: 'FoxitSerif.pfb', subtype: 'Type1', entry: 'FontFile3', kind: '/Subtype /Type1C' },
  { file: 'FoxitSymbol.pfb', subtype: 'Type1', entry: 'FontFile3', kind: '/Subtype /Type1C' },
];
/** A TrueType font whose names are all Windows', from which pdf.js follows that its codes are too. */
function namedByWindows(program: Buffer): Buffer {
  const font = Buffer.from(program);
  const start = font.readUInt32BE(font.indexOf('name') + 8);
  const records = Array.from({ length: font.readUInt16BE(start + 2) }, (_, index) => start + 6 + 12 * index);
  for (const record of records)
    for (const [index, value] of [3, 1, 0x409].entries()) font.writeUInt16BE(value, record + 2 * index);
  return font;
}

/** Sets of signs, of which each tells in another way what its codes mean. */
const ENCODINGS = [
  '/Flags 4 >>',
  '/Flags 32 >> /Encoding /WinAnsiEncoding',
  '/Flags 4 >> /Encoding /MacRomanEncoding',
  '/Flags 4 >> /Encoding << /Differences [65 /alpha /fi /Aacute 100 /bullet] >>',
  '/Flags 4 >> /ToUnicode 6 0 R',
];
const TO_UNICODE = stream(
  '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange\n' +
    '2 beginbfrange <41> <50> <0391> <61> <63> [<0066> <00660069> <20AC>] endbfrange endcmap end',
);
/** Every code but those that would need an escape. */
const CODES = Array.from({ length: 223 }, (_, index) => String.fromCharCode(index + 33))
  .filter((code) => !'()\\'.includes(code))
  .join('');

describe('pdf.js as it is bundled', () => {
  let folder: string;
  let bundled: typeof unchanged;

  before(async () => {
    // Each pdf.js takes, when it is first used, the half that reads from where the last one loaded has put it.
    await read(unchanged, onePage({ resources: FONTS, content: CONTENT }));
    folder = await mkdtemp(join(tmpdir(), 'bundled-pdfjs-'));
    const outfile = join(folder, 'pdf-pages.mjs');
    const entry = join(import.meta.dirname, '../../../../src/pdf/pdf-pages.ts');
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
    const pages = [CONTENT, TOKENS, DRAWING].map((content) => onePage({ resources: FONTS, content }));
    for (const bytes of [...pages, long]) {
      const expected = await read(unchanged, bytes);
      assert.ok(expected.every(({ runs }) => runs.length > 5));
      assert.deepEqual(await read(bundled, bytes), expected);
    }
  });

  it('gives the same text for a font of which it makes none', async () => {
    for (const { file, subtype, entry, kind } of FONT_FILES) {
      const program = await readFile(join(projectRoot, 'node_modules/pdfjs-dist/standard_fonts', file));
      const damaged = program.subarray(0, program.length * 0.7);
      const programs =
        subtype === 'TrueType' ? [program, damaged, namedByWindows(program)] : [program, damaged];
      for (const encoding of ENCODINGS) {
        for (const bytes of programs) {
          const font =
            `/Type /Font /Subtype /${subtype} /BaseFont /Strange /FirstChar 33 /Widths [300 400 500 600] ` +
            `/FontDescriptor << /Type /FontDescriptor /FontName /Strange /${entry} 5 0 R ${encoding}`;
          const pdf = onePage(
            {
              resources: `/Font << /F << ${font} >> >>`,
              content: `BT /F 10 Tf 20 700 Td (${CODES}) Tj 0 -20 Td (ABC abc) Tj ET`,
            },
            [stream(deflateSync(bytes).toString('latin1'), `/Filter /FlateDecode ${kind}`), TO_UNICODE],
          );
          const [page] = await read(unchanged, pdf);
          assert.ok((page?.runs.length ?? 0) > 0);
          assert.deepEqual(await read(bundled, pdf), [page], `${file} with ${encoding}`);
        }
      }
    }
  });

  it('finds the objects that lie packed in a stream, each by itself', async () => {
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
    const page = (number: number): string =>
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 6 0 R /Resources << /Font << /F ${number} 0 R >> >> >>`;
    const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
    const pages = '<< /Type /Pages /Kids [4 0 R 5 0 R] /Count 2 >>';
    const bytes = packedObjectsPdf(
      [catalog, pages, font, page(3), page(3)],
      'BT /F 12 Tf 72 700 Td (Packed) Tj ET',
    );
    const expected = await read(unchanged, bytes);
    assert.deepEqual(
      expected.flatMap(({ runs }) => runs.map(({ text }) => text)),
      ['Packed', 'Packed'],
    );
    assert.deepEqual(await read(bundled, bytes), expected);
    const beside = packedObjectsPdf(
      [catalog, pages, font, page(3), ')))'],
      'BT /F 12 Tf 72 700 Td (Packed) Tj ET',
    );
    await bundled.PdfPages.with(beside, { cMapFolder: null }, async (source) => {
      assert.equal((await source.page(1)).runs[0]?.text, 'Packed');
      await assert.rejects(source.page(2));
    });
  });

  it('opens what is encrypted in each way', async () => {
    const drawn = (['1.4', '1.7', '1.7ext3'] as const).map((pdfVersion) =>
      drawPdf((document) => document.text('Under a key'), { pdfVersion, ownerPassword: 'owner' }),
    );
    for (const bytes of [...(await Promise.all(drawn)), encryptedPdf('Under a key')]) {
      const [page] = await read(unchanged, bytes);
      assert.deepEqual(
        page?.runs.map(({ text }) => text),
        ['Under a key'],
      );
      assert.deepEqual(await read(bundled, bytes), [page]);
    }
  });
});
