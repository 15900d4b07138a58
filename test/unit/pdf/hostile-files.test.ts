import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { ReportReaderPool } from '../../../src/pdf/report-reader-pool.ts';
import { zooPdfs } from '../../fixtures/zoo/index.ts';
import { drawPdf, onePage } from '../../fixtures/zoo/make-pdf.ts';
import { FONT, TEXT } from '../../fixtures/zoo/zoo-pdf.ts';

const run = promisify(execFile);
const PROJECT = join(import.meta.dirname, '..', '..', '..');

describe('a hostile file', () => {
  let folder: string;
  let pool: ReportReaderPool;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hostile-files-'));
    await run(process.execPath, ['esbuild.mjs', 'pdf-worker', '--outdir', folder], { cwd: PROJECT });
    pool = new ReportReaderPool({
      workerScript: join(folder, 'pdf-worker.mjs'),
      threads: 1,
      fileTimeLimit: 15_000,
      fileMemoryLimit: 200,
    });
  });

  after(async () => {
    await pool.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  for (const { what, make, fate } of zooPdfs) {
    it(`costs only itself: ${what}`, async () => {
      const bytes = await make();
      const [hostile, next] = await Promise.all([
        pool.read(bytes, { depth: 'full' }),
        pool.read(onePage({ resources: FONT, content: TEXT }), { depth: 'full' }),
      ]);
      if (fate.pages === undefined) {
        assert.equal(hostile.kind, 'unreadable');
        assert.match(hostile.reason ?? '', fate.reason);
      } else {
        assert.deepEqual(
          [hostile.pages, hostile.kind === 'unreadable'],
          [fate.pages, false],
          hostile.reason ?? '',
        );
        const damage = hostile.warnings.filter((warning) => /damaged/.test(warning));
        if (fate.warning === undefined) assert.deepEqual(damage, []);
        else assert.match(damage.join('\n'), fate.warning);
      }
      assert.deepEqual([next.kind === 'unreadable', next.pages, next.warnings.join()], [false, 1, '']);
    });
  }

  it('is listed with the reason, or read as far as it goes, at whichever tenth it is cut off', async () => {
    const whole = await drawPdf((document) => document.text('One').addPage().text('Two').addPage().text('3'));
    for (let tenth = 0; tenth < 10; tenth++) {
      const cut = whole.slice(0, Math.floor((whole.length * tenth) / 10));
      const reading = await pool.read(cut, { depth: 'full' });
      if (reading.kind === 'unreadable') assert.match(reading.reason ?? '', /Fetch it again/);
      else assert.ok(reading.pages <= 3);
    }
  });
});
