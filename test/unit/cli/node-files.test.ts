import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { whyFileNotListed, whyFolderNotListed } from '../../../src/cli/listing-problems.ts';
import { NodeFiles } from '../../../src/cli/node-files.ts';
import type { FileListing } from '../../../src/core/library/ports.ts';

const signal = new AbortController().signal;
const isWindows = process.platform === 'win32';

describe('the files below a folder', () => {
  let parent: string;
  let root: string;
  let count = 0;

  before(async () => {
    parent = await realpath(await mkdtemp(join(tmpdir(), 'node-files-')));
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
  const link = (path: string, target: string): Promise<void> =>
    symlink(target, join(root, path), isWindows ? 'junction' : undefined);
  const filesBelow = (exclude: readonly string[] = []): NodeFiles =>
    new NodeFiles(root, { reviewFolder: 'reviews', exclude });
  const list = (exclude: readonly string[] = []): Promise<FileListing> => filesBelow(exclude).list(signal);
  const pdfs = async (exclude: readonly string[] = []): Promise<string[]> =>
    (await list(exclude)).pdfs.map(({ path }) => path);

  it('are PDFs in any case, in path order, with forward slashes', async () => {
    await write('b/2025/x.pdf', 'B.PDF', 'a.Pdf', 'a.pdf.txt', 'notes.md', 'pdf', '.pdf');
    assert.deepEqual(await pdfs(), ['.pdf', 'B.PDF', 'a.Pdf', 'b/2025/x.pdf']);
  });

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

  it('are found in hidden folders, but not in those of tools', async () => {
    await write('.archive/a.pdf', '.git/b.pdf', 'x/node_modules/c.pdf', '.svn/d.pdf', '.hg/e.pdf');
    assert.deepEqual(await pdfs(), ['.archive/a.pdf']);
  });

  it('leave out what is excluded, whole folders or by pattern', async () => {
    await write('drafts/a.pdf', 'drafts/deep/b.pdf', 'keep/c.pdf', 'keep/old-d.pdf', 'e (copy).pdf');
    assert.deepEqual(await pdfs(['drafts', '**/old-*', 'e (copy).pdf']), ['keep/c.pdf']);
    assert.deepEqual(await pdfs(['DRAFTS/**', 'keep/']), ['e (copy).pdf']);
  });

  it('include reviews in the review folder only, whatever is excluded', async () => {
    await write('reviews/a/1.md', 'reviews/2.MD', 'reviews/3.txt', 'notes.md', 'reviews/scan.pdf');
    const listing = await list(['reviews']);
    assert.deepEqual(
      listing.reviews.map(({ path }) => path),
      ['reviews/2.MD', 'reviews/a/1.md'],
    );
    assert.deepEqual(listing.pdfs, []);
    assert.deepEqual(await pdfs(), ['reviews/scan.pdf']);
  });

  it('are none in an empty folder', async () => {
    assert.deepEqual(await list(), { pdfs: [], reviews: [], unlisted: [] });
  });

  it('can’t be listed when the folder isn’t there', async () => {
    const files = new NodeFiles(join(root, 'nowhere'), { reviewFolder: 'reviews', exclude: [] });
    await assert.rejects(files.list(signal), /ENOENT/);
  });

  it('of loops of links are listed once', async () => {
    await write('a/x.pdf');
    await link('a/up', root);
    await link('a/self', join(root, 'a'));
    await link('b', join(root, 'a'));
    assert.deepEqual(await pdfs(), ['a/x.pdf']);
  });

  it('of a linked folder elsewhere are listed by the first link, once', async () => {
    const elsewhere = join(root, '..', 'elsewhere');
    await mkdir(join(elsewhere, 'inner'), { recursive: true });
    await writeFile(join(elsewhere, 'inner', 'x.pdf'), 'x');
    await write('own.pdf');
    await link('z', elsewhere);
    await link('m', elsewhere);
    assert.deepEqual(await pdfs(), ['m/inner/x.pdf', 'own.pdf']);
    assert.equal((await filesBelow().stat('m/inner/x.pdf'))?.bytes, 1);
  });

  it('don’t come from above the folder', async () => {
    await writeFile(join(root, '..', 'private.pdf'), 'x');
    await write('own.pdf');
    await link('parent', join(root, '..'));
    await link('all', parent);
    assert.deepEqual(await pdfs(), ['own.pdf']);
  });

  if (!isWindows) {
    it('that are links count by each of their names; broken ones are said to be', async () => {
      await write('x.pdf');
      await link('y.pdf', join(root, 'x.pdf'));
      await link('nowhere.pdf', join(root, 'gone.pdf'));
      await link('round.pdf', join(root, 'round.pdf'));
      await link('nowhere.txt', join(root, 'gone.txt'));
      const { pdfs: found, unlisted } = await list();
      assert.deepEqual(
        found.map(({ path }) => path),
        ['x.pdf', 'y.pdf'],
      );
      assert.deepEqual(
        unlisted.map(({ path }) => path),
        ['nowhere.pdf', 'round.pdf'],
      );
      assert.match(unlisted[0]?.reason ?? '', /leads nowhere/);
      assert.match(unlisted[1]?.reason ?? '', /leads back to itself/);
    });

    it('that would never end are not opened', async () => {
      execFileSync('mkfifo', [join(root, 'pipe.pdf')]);
      const { pdfs: found, unlisted } = await list();
      assert.deepEqual(found, []);
      assert.match(unlisted[0]?.reason ?? '', /device or a pipe/);
    });

    it('that are no files are not waited for', async () => {
      execFileSync('mkfifo', [join(root, 'vendors.yaml')]);
      await assert.rejects(filesBelow().readText('vendors.yaml'), /device or a pipe/);
    });

    it('whose names are no text are said to be', async () => {
      await writeFile(
        Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from('.pdf')]),
        'x',
      );
      const { pdfs: found, unlisted } = await list();
      // A file system that allows only text in names has made some of it.
      assert.equal(found.length + unlisted.length, 1);
      for (const { reason } of unlisted) assert.match(reason, /not valid text. Rename/);
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

  it('stop being listed when nobody waits any more', async () => {
    await write('a/b/c.pdf');
    assert.deepEqual((await filesBelow().list(AbortSignal.abort())).pdfs, []);
  });
});

describe('what is not listed', () => {
  const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });

  it('says that permission is missing, and what to do', () => {
    assert.match(whyFolderNotListed(denied), /No permission.*access/);
    assert.match(whyFileNotListed('a.pdf', denied) ?? '', /No permission.*access/);
  });

  it('says of other errors what the system said', () => {
    assert.match(whyFolderNotListed(new Error('EIO: i/o error')), /can’t be opened.*EIO/);
  });

  it('says nothing of a file that was removed meanwhile', () => {
    const gone = Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    assert.equal(whyFileNotListed('a.pdf', gone), undefined);
  });
});
