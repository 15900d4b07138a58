import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { BuiltCli } from './built-cli.ts';

const REVIEWED = 'As it was reviewed';
const RECORD = `vendor: Quarry
report: a.pdf
sha256: ${createHash('sha256').update(REVIEWED).digest('hex')}
reviewer: Dana
reviewed: 2025-03-01
conclusion: acceptable`;

describe('verify, on the command line', () => {
  let cli: BuiltCli;
  let folder: string;

  before(async () => {
    cli = await BuiltCli.build();
    folder = join(cli.folder, 'signed');
    await mkdir(join(folder, 'reviews'), { recursive: true });
    await writeFile(join(folder, 'a.pdf'), REVIEWED);
    await writeFile(join(folder, 'reviews', 'a.md'), `---\n${RECORD}\n---\nRead.\n`);
  });
  after(() => cli.remove());

  const verified = async (...options: string[]): Promise<string> => {
    const { code, out } = await cli.run(['verify', folder, ...options]);
    return `${code}\n${out}`;
  };

  it('ends with 0 where every review matches its PDF, wherever that lies', async () => {
    assert.equal(await verified(), '0\n1 review checked, 0 differ.\n');
    await mkdir(join(folder, 'old'));
    await rename(join(folder, 'a.pdf'), join(folder, 'old', 'b.pdf'));
    assert.match(await verified(), /^0\n[^]*lies elsewhere now +a\.pdf → old\/b\.pdf/);
    await rename(join(folder, 'old', 'b.pdf'), join(folder, 'a.pdf'));
  });

  it('ends with 1 where one doesn’t, and names it', async () => {
    await writeFile(join(folder, 'a.pdf'), 'As it is now');
    assert.match(await verified(), /^1\n[^]*\nreviews\/a\.md +the PDF is not the one that was reviewed/);
    await rm(join(folder, 'a.pdf'));
    assert.match(await verified(), /^1\n[^]*\nreviews\/a\.md +the PDF that was reviewed is not there/);
    const { code, err } = await cli.ship(['verify', folder]);
    assert.deepEqual([code, err], [1, 'error: Of 1 review, 1 differs from what was signed.\n']);
  });

  it('takes a PDF that is missing for no difference only when it is told so', async () => {
    assert.match(await verified('--reports-elsewhere'), /^0\n[^]*is not there[^]*, 0 differ/);
    await writeFile(join(folder, 'a.pdf'), 'As it is now');
    assert.match(await verified('--reports-elsewhere'), /^1\n/);
  });
});
