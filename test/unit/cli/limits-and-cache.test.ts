import assert from 'node:assert/strict';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { IndexJson } from '../../../src/core/library/index-json.ts';
import { drawPdf, writePdf, stream } from '../../fixtures/zoo/make-pdf.ts';
import { pageOf } from '../../fixtures/zoo/zoo-pdf.ts';
import { BuiltCli } from './built-cli.ts';

describe('the command line', () => {
  let cli: BuiltCli;
  let folder: string;

  before(async () => {
    cli = await BuiltCli.build();
    folder = join(cli.folder, 'reports');
    await mkdir(folder);
    await writeFile(join(folder, 'sound.pdf'), await drawPdf((document) => document.text('Sound')));
    await writeFile(join(folder, 'slow.pdf'), writePdf(pageOf(stream('q '.repeat(2_000_000)))));
  });
  after(() => cli.remove());

  const reasons = async (...options: string[]): Promise<Record<string, string | null>> => {
    const { code, out, err } = await cli.run(['index', folder, '--format', 'json', ...options]);
    assert.deepEqual([code, err], [0, '']);
    const { documents } = JSON.parse(out) as IndexJson;
    return Object.fromEntries(
      documents.map(({ path, kind, reason }) => [path, kind === 'unreadable' ? reason : null]),
    );
  };

  it('takes limits of time, memory and size', async () => {
    const byTime = await reasons('--time-limit', '4');
    assert.match(byTime['slow.pdf'] ?? '', /longer than 4 seconds|MB of memory/);
    assert.equal(byTime['sound.pdf'], null);
    const bySize = await reasons('--size-limit', '1');
    assert.match(bySize['slow.pdf'] ?? '', /larger than 1 MB/);
    assert.equal(bySize['sound.pdf'], null);
  });

  it('refuses limits that are none', async () => {
    for (const limit of ['0', 'much', '', '-1']) {
      const { code, err } = await cli.run(['index', folder, '--time-limit', limit]);
      assert.equal(code, 2);
      assert.match(err, /Write a number from 1 on/);
    }
  });

  if (process.platform !== 'win32') {
    it('keeps what it read for its user alone', async () => {
      await reasons('--size-limit', '1');
      const caches = join(cli.cacheFolder('shared'), 'soc-review-tracker');
      const [library = ''] = await readdir(caches);
      const mode = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;
      assert.equal(await mode(join(caches, library)), 0o700);
      const entries = await readdir(join(caches, library));
      assert.ok(entries.length >= 2);
      for (const entry of entries) assert.equal(await mode(join(caches, library, entry)), 0o600);
    });
  }

  it('removes all of it when it is asked to', async () => {
    await reasons('--size-limit', '1');
    const { code, out } = await cli.run(['clear-cache']);
    assert.equal(code, 0);
    assert.match(out, /^Removed .*soc-review-tracker/);
    assert.deepEqual(await readdir(cli.cacheFolder('shared')), []);
    assert.match((await cli.run(['clear-cache'])).out, /nothing to remove/);
  });
});
