import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { on } from 'node:events';
import { mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import esbuild from 'esbuild';
import type { DocumentReading } from '../../../src/core/report/reading.ts';
import { IS_LONG, type GivenBack } from '../../../src/pdf/read-task.ts';
import { drawPdf } from '../../fixtures/zoo/make-pdf.ts';

const run = promisify(execFile);
const PROJECT = join(import.meta.dirname, '..', '..', '..');
const LARGEST_WORKER = 2 * 1024 * 1024;

/** As a script does that reads one file and doesn't tidy up after itself. */
const PARENT = `
  const pool = new ReportReaderPool({ workerScript: join(HERE, 'pdf-worker.mjs') });
  void readFile(join(HERE, 'report.pdf'))
    .then((file) => pool.read(new Uint8Array(file), { depth: 'full' }))
    .then(({ pages, kind }) => process.stdout.write(JSON.stringify({ pages, kind })));
`;
const IMPORTS = `
  import { readFile } from 'node:fs/promises';
  import { join } from 'node:path';
  import { ReportReaderPool } from ${JSON.stringify(join(PROJECT, 'src/pdf/report-reader-pool.ts'))};
`;

describe('the bundled worker, alone in a folder without node_modules', () => {
  let folder: string;

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'pdf-worker-')));
    assert.throws(() => createRequire(join(folder, 'x.js')).resolve('pdf-parse'));
    await run(process.execPath, ['esbuild.mjs', 'pdf-worker', '--production', '--outdir', folder], {
      cwd: PROJECT,
    });
    await writeFile(
      join(folder, 'report.pdf'),
      await drawPdf((document) => document.text('One').addPage().text('Two').addPage().text('Three')),
    );
    await Promise.all(
      (['esm', 'cjs'] as const).map((format) =>
        esbuild.build({
          stdin: {
            contents: `${IMPORTS} const HERE = ${format === 'esm' ? 'import.meta.dirname' : '__dirname'}; ${PARENT}`,
            resolveDir: PROJECT,
            loader: 'ts',
          },
          bundle: true,
          platform: 'node',
          format,
          outfile: join(folder, format === 'esm' ? 'parent.mjs' : 'parent.cjs'),
        }),
      ),
    );
  });

  after(() => rm(folder, { recursive: true, force: true }));

  for (const parent of ['parent.mjs', 'parent.cjs']) {
    it(`reads for ${parent}, which prints nothing else and ends by itself`, async () => {
      const { stdout, stderr } = await run(process.execPath, [join(folder, parent)], { timeout: 60_000 });
      assert.deepEqual(JSON.parse(stdout), { pages: 3, kind: 'not-soc' });
      assert.equal(stderr, '');
    });
  }

  it('reads in threads that look like Electron’s, which pdf.js doesn’t take for Node', async () => {
    const looks =
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, electron: '37.0.0' } }); process.type = 'utility';";
    const electron = `data:text/javascript,${encodeURIComponent(looks)}`;
    const { stdout } = await run(process.execPath, ['--import', electron, join(folder, 'parent.cjs')], {
      timeout: 60_000,
    });
    assert.deepEqual(JSON.parse(stdout), { pages: 3, kind: 'not-soc' });
  });

  it('gives a very long report back as it was, once it has read others', async (test) => {
    const worker = new Worker(join(folder, 'pdf-worker.mjs'));
    test.after(() => worker.terminate());
    const read = (file: Uint8Array): void => {
      worker.postMessage({ bytes: new Uint8Array(file), depth: 'full', password: undefined });
    };
    const answers = on(worker, 'message');
    const answer = async (): Promise<unknown> => ((await answers.next()).value as unknown[])[0];
    read(await readFile(join(folder, 'report.pdf')));
    assert.equal(((await answer()) as DocumentReading).pages, 3);
    const long = await drawPdf((document) => {
      for (let page = 2; page <= 801; page++) document.addPage();
    });
    read(long);
    assert.equal(await answer(), IS_LONG);
    const { kind, bytes } = (await answer()) as GivenBack;
    assert.equal(kind, 'given-back');
    assert.ok(Buffer.from(long).equals(bytes));
  });

  it('stays small', async () => {
    const { size } = await stat(join(folder, 'pdf-worker.mjs'));
    assert.ok(size < LARGEST_WORKER, `${size} bytes`);
  });
});
