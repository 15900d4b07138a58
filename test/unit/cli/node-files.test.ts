import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { NodeFiles } from '../../../src/cli/node-files.ts';
import { assertListed, LISTING_CASES, writeCase } from '../../fixtures/listing/listing-cases.ts';

const signal = new AbortController().signal;

describe('the disk', () => {
  for (const made of LISTING_CASES) {
    it(`lists ${made.what}`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'listing-'));
      try {
        const root = await writeCase(folder, made);
        const files = new NodeFiles(root, { reviewFolder: 'reviews', exclude: made.exclude ?? [] });
        assertListed(await files.list(signal), made);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  }
});

describe('the files below a folder', () => {
  let parent: string;
  let root: string;
  let count = 0;

  before(async () => {
    parent = await mkdtemp(join(tmpdir(), 'node-files-'));
  });
  after(() => rm(parent, { recursive: true, force: true }));
  beforeEach(async () => {
    root = join(parent, String(count++), 'library');
    await mkdir(root, { recursive: true });
  });

  const write = async (...paths: string[]): Promise<void> => {
    for (const path of paths) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), `content of ${path}`);
    }
  };
  const filesBelow = (exclude: readonly string[] = []): NodeFiles =>
    new NodeFiles(root, { reviewFolder: 'reviews', exclude });
  const pdfs = async (exclude: readonly string[] = []): Promise<string[]> =>
    (await filesBelow(exclude).list(signal)).pdfs.map(({ path }) => path);

  it('have names of any kind', async () => {
    const odd = ['ünïcödé (final) #2 100%.pdf', '日本/報告書.pdf', "it's [1] {a,b}.pdf", ' leading.pdf'];
    await write(...odd);
    const files = filesBelow();
    const listing = await files.list(signal);
    assert.deepEqual(listing.pdfs.map(({ path }) => path).sort(), [...odd].sort());
    for (const { path, bytes, modified } of listing.pdfs) {
      assert.deepEqual(await files.stat(path), { path, bytes, modified });
      assert.equal(new TextDecoder().decode(await files.readBytes(path)), `content of ${path}`);
    }
  });

  it('leave out what is excluded, whole folders or by pattern', async () => {
    await write('drafts/a.pdf', 'drafts/deep/b.pdf', 'keep/c.pdf', 'keep/old-d.pdf', 'e (copy).pdf');
    assert.deepEqual(await pdfs(['drafts', '**/old-*', 'e (copy).pdf']), ['keep/c.pdf']);
    assert.deepEqual(await pdfs(['DRAFTS/**', 'keep/']), ['e (copy).pdf']);
  });

  it('can’t be listed when the folder isn’t there', async () => {
    const files = new NodeFiles(join(root, 'nowhere'), { reviewFolder: 'reviews', exclude: [] });
    await assert.rejects(files.list(signal), /ENOENT/);
  });

  if (process.platform !== 'win32') {
    it('that are no files are not waited for', async () => {
      execFileSync('mkfifo', [join(root, 'vendors.yaml')]);
      await assert.rejects(filesBelow().readText('vendors.yaml'), /device or a pipe/);
    });
  }

  it('are undefined, or rejected, when they are gone', async () => {
    const files = filesBelow();
    await write('a.pdf');
    assert.equal(await files.stat('b.pdf'), undefined);
    assert.equal(await files.stat('a.pdf/b.pdf'), undefined);
    assert.equal(await files.readText('vendors.yaml'), undefined);
    await assert.rejects(files.readBytes('b.pdf'), /ENOENT/);
  });

  it('are read as UTF-8, without a byte order mark', async () => {
    await writeFile(join(root, 'vendors.yaml'), '\uFEFFvendors: []\n');
    assert.equal(await filesBelow().readText('vendors.yaml'), 'vendors: []\n');
  });
});
