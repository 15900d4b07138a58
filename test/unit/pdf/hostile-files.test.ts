import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { deflateSync } from 'node:zlib';
import { ReportReaderPool } from '../../../src/pdf/report-reader-pool.ts';
import { bytesOf, onePage, stream, writePdf } from './make-pdf.ts';

const run = promisify(execFile);
const PROJECT = join(import.meta.dirname, '..', '..', '..');
const MEGABYTE = 2 ** 20;
const FONT = '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
const TEXT = 'BT /F 9 Tf 72 700 Td (Text) Tj ET';
const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';

/** An object that holds `bytes` of blanks, in a thousandth of the room. */
const bomb = (bytes: number): string =>
  stream(deflateSync(Buffer.alloc(bytes, ' ')).toString('latin1'), '/Filter /FlateDecode');

const pageOf = (content: string): string[] => [
  CATALOG,
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << ${FONT} >> >>`,
  content,
];

const form = (content: string, resources: string): string =>
  stream(
    content,
    `/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << ${resources} >> >>`,
  );

/** What is read of each, or why it can't be. */
const zoo: Readonly<
  Record<string, { make: () => Uint8Array<ArrayBuffer>; reason?: RegExp; pages?: number }>
> = {
  'a deflate bomb': {
    make: () => writePdf(pageOf(bomb(250 * MEGABYTE))),
    reason: /MB of memory|longer than/,
  },
  'endlessly nested graphics states': {
    make: () => writePdf(pageOf(stream('q '.repeat(2_000_000)))),
    reason: /MB of memory|longer than/,
  },
  'forms that double at each of thirty levels': {
    make: () =>
      onePage(
        { resources: '/XObject << /X 5 0 R >>', content: '/X Do' },
        Array.from({ length: 30 }, (_, level) => form('/X Do /X Do', `/X ${level + 6} 0 R`)),
      ),
    reason: /longer than/,
  },
  'a form within itself': {
    make: () =>
      onePage({ resources: '/XObject << /X 5 0 R >>', content: '/X Do' }, [form('/X Do /X Do', '/X 5 0 R')]),
    pages: 1,
  },
  'deeply nested arrays': { make: () => writePdf(pageOf(stream('['.repeat(300_000)))), pages: 1 },
  'two hundred thousand objects': {
    make: () => writePdf([...pageOf(stream(TEXT)), ...Array.from({ length: 200_000 }, () => 'null')]),
    pages: 1,
  },
  'a page tree two thousand levels deep': {
    make: () =>
      writePdf([
        CATALOG,
        ...Array.from({ length: 2000 }, (_, level) => `<< /Type /Pages /Kids [${level + 3} 0 R] /Count 1 >>`),
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
      ]),
    pages: 1,
  },
  'a page tree in a circle': {
    make: () =>
      writePdf([
        CATALOG,
        '<< /Type /Pages /Kids [3 0 R] /Count 2 >>',
        '<< /Type /Pages /Kids [2 0 R] /Count 2 >>',
      ]),
    reason: /none of its pages/,
  },
  'a thousand million pages that are not there': {
    make: () => writePdf([CATALOG, '<< /Type /Pages /Kids [] /Count 1000000000 >>']),
    reason: /no pages/,
  },
  'a cross-reference table that follows itself': {
    make: () => {
      const text = Buffer.from(onePage({ content: '' })).toString('latin1');
      return bytesOf(text.replace('/Root', `/Prev ${text.indexOf('xref')} /Root`));
    },
    pages: 1,
  },
  'a stream that claims to be longer than the file': {
    make: () => writePdf(pageOf(stream(TEXT).replace(/\/Length \d+/, '/Length 999999999'))),
    pages: 1,
  },
  'a picture of ten thousand million points': {
    make: () =>
      onePage({ resources: '/XObject << /I 5 0 R >>', content: 'q 600 0 0 700 0 0 cm /I Do Q' }, [
        stream(
          'x',
          '/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /ColorSpace /DeviceRGB /BitsPerComponent 8',
        ),
      ]),
    pages: 1,
  },
  'JavaScript, a launch action, an XFA form and an embedded file': {
    make: () =>
      writePdf([
        '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while (true) {}) /Next << /S /Launch /F (calc.exe) >> >> ' +
          '/AcroForm << /XFA 5 0 R /Fields [] >> /Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>] >> >> >>',
        ...pageOf(stream(TEXT)).slice(1),
        stream('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template/></xdp:xdp>'),
        stream('MZ', '/Type /EmbeddedFile'),
      ]),
    pages: 1,
  },
};

describe('a hostile file', () => {
  let folder: string;
  let pool: ReportReaderPool;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hostile-files-'));
    await run(process.execPath, ['esbuild.mjs', 'pdf-worker', '--outdir', folder], { cwd: PROJECT });
    pool = new ReportReaderPool({
      workerScript: join(folder, 'pdf-worker.mjs'),
      threads: 1,
      fileTimeLimit: 6000,
      fileMemoryLimit: 128,
    });
  });

  after(async () => {
    await pool.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  for (const [what, { make, reason, pages }] of Object.entries(zoo)) {
    it(`costs only itself: ${what}`, async () => {
      const [hostile, next] = await Promise.all([
        pool.read(make(), { depth: 'full' }),
        pool.read(onePage({ resources: FONT, content: TEXT }), { depth: 'full' }),
      ]);
      if (reason === undefined) {
        assert.equal(hostile.pages, pages);
      } else {
        assert.equal(hostile.kind, 'unreadable');
        assert.match(hostile.reason ?? '', reason);
      }
      assert.deepEqual([next.kind === 'unreadable', next.pages], [false, 1]);
    });
  }
});
