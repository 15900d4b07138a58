import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FolderEntry, FolderTree, Found } from '../../../src/core/library/folder-tree.ts';
import { listFiles } from '../../../src/core/library/list-files.ts';
import type { UnlistedFile } from '../../../src/core/library/ports.ts';
import { walk } from '../../../src/core/library/walk.ts';

// What hosts and disks do that no test can make them do. What they list otherwise: test/fixtures/listing.

const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
const gone = Object.assign(new Error('no such file'), { code: 'FileNotFound' });

/** A folder, a file, a link to another path, or an error that everything ends in that is done with it. */
type Node = { readonly [name: string]: Node } | 'file' | { readonly link: string } | Error;

const isLink = (node: Node): node is { readonly link: string } =>
  typeof node === 'object' && typeof (node as { link?: unknown }).link === 'string';

class MemoryTree implements FolderTree {
  readonly #top: Node;
  readonly #isVirtual: boolean;
  /** How much is under way, and was at most. */
  readonly folders = { now: 0, most: 0 };
  readonly files = { now: 0, most: 0 };
  readonly asked: string[] = [];

  constructor(top: Node, { isVirtual = false } = {}) {
    this.#top = top;
    this.#isVirtual = isVirtual;
  }

  entries(folder: string): Promise<FolderEntry[]> {
    return this.#asking(folder, this.folders, () => {
      const node = this.#at(folder);
      if (node instanceof Error) throw node;
      return Object.entries(node as Record<string, Node>).map(([name, below]): FolderEntry => {
        const isFolder = typeof below === 'object' && !name.endsWith('.pdf');
        return { name, kind: isLink(below) ? 'link' : isFolder ? 'folder' : 'other' };
      });
    });
  }

  look(path: string): Promise<Found | undefined> {
    return this.#asking(path, this.files, () => {
      const node = this.#at(path);
      if (node === gone) return undefined;
      if (node instanceof Error) throw node;
      return { kind: node === 'file' ? 'file' : 'folder', bytes: 1, modified: 1 };
    });
  }

  realPath(folder: string): Promise<string | undefined> {
    return Promise.resolve(this.#isVirtual ? undefined : `/top/${folder}`);
  }

  async #asking<T>(path: string, load: { now: number; most: number }, answer: () => T): Promise<T> {
    this.asked.push(path);
    load.most = Math.max(load.most, ++load.now);
    await new Promise((done) => setImmediate(done));
    load.now--;
    return answer();
  }

  #at(path: string): Node {
    const names = path.split('/').filter((name) => name !== '');
    return names.reduce<Node>((node, name) => {
      if (node instanceof Error) return node;
      const below = (node as Record<string, Node>)[name] ?? gone;
      return isLink(below) ? this.#at(below.link) : below;
    }, this.#top);
  }
}

const many = (count: number, name: (number: number) => string, node: Node): Record<string, Node> =>
  Object.fromEntries(Array.from({ length: count }, (_, number) => [name(number), node]));

const never = new AbortController().signal;
const everyPdf = { isWanted: (path: string) => path.endsWith('.pdf'), isExcluded: () => false };
const list = (top: Node, isVirtual = false) =>
  listFiles(new MemoryTree(top, { isVirtual }), { reviewFolder: 'reviews', isExcluded: () => false }, never);
const unlistedOf = async (top: Node, isVirtual = false): Promise<readonly UnlistedFile[]> =>
  (await list(top, isVirtual)).unlisted;

const assertReasons = (
  unlisted: readonly UnlistedFile[],
  expected: readonly (readonly [string, RegExp])[],
): void => {
  assert.deepEqual(
    unlisted.map(({ path }) => path),
    expected.map(([path]) => path),
  );
  for (const [index, [path, reason]] of expected.entries())
    assert.match(unlisted[index]?.reason ?? '', reason, path);
};

describe('a walk through folders', () => {
  it('tells of folders and files that it may not read, each once, and goes on', async () => {
    const { pdfs, unlisted } = await list({
      'locked.pdf': denied,
      room: denied,
      broken: Object.assign(new Error('EIO: i/o error, scandir'), { code: 'Unknown' }),
      reviews: { room: denied },
      z: { 'x.pdf': 'file' },
    });
    assert.deepEqual(
      pdfs.map(({ path }) => path),
      ['z/x.pdf'],
    );
    assertReasons(unlisted, [
      ['broken', /can’t be read: the PDFs in it are not listed \(EIO/],
      ['locked.pdf', /No permission to read the file/],
      ['reviews/room', /No permission to open this folder/],
      ['room', /No permission to open this folder/],
    ]);
  });

  it('tells of links that it may not follow, which may lead to folders', async () => {
    const unlisted = await unlistedOf({
      'report.pdf': { link: 'secret' },
      archive: { link: 'secret' },
      secret: denied,
    });
    assertReasons(unlisted, [
      ['archive', /No permission to open this folder/],
      ['report.pdf', /No permission to read the file/],
      ['secret', /No permission to open this folder/],
    ]);
  });

  it('says nothing of what goes away meanwhile', async () => {
    assert.deepEqual(await unlistedOf({ folder: gone, 'file.pdf': gone, reviews: gone }), []);
  });

  it('fails when the folder itself can’t be read', async () => {
    await assert.rejects(list(denied), denied);
    await assert.rejects(list(gone), gone);
  });

  it('tells that the reviews can’t be read, even where they are left out of the PDFs', async () => {
    const tree = new MemoryTree({ reviews: denied, 'x.pdf': 'file' });
    const isExcluded = (path: string): boolean => path === 'reviews';
    const { unlisted } = await listFiles(tree, { reviewFolder: 'reviews', isExcluded }, never);
    assertReasons(unlisted, [['reviews', /No permission to open this folder/]]);
  });

  it('does not follow links to folders where nobody can tell where they lead, and says so', async () => {
    const top = { folder: { 'x.pdf': 'file' }, link: { link: 'folder' }, 'y.pdf': { link: 'folder/x.pdf' } };
    const { pdfs, unlisted } = await list(top as Node, true);
    assert.deepEqual(
      pdfs.map(({ path }) => path),
      ['folder/x.pdf', 'y.pdf'],
    );
    assertReasons(unlisted, [['link', /not followed in this kind of workspace/]]);
  });

  it('says whether it met links to folders', async () => {
    const meets = async (top: Node): Promise<boolean> =>
      (await walk(new MemoryTree(top), '', { ...everyPdf, signal: never })).hasFolderLinks;
    assert.equal(await meets({ a: { 'x.pdf': { link: 'y' } }, y: 'file' }), false);
    assert.equal(await meets({ a: { b: { link: 'c' } }, c: {} }), true);
  });

  it('asks of a disk only so much at a time', async () => {
    const tree = new MemoryTree(
      many(
        20,
        (number) => `folder-${number}`,
        many(300, (number) => `${number}.pdf`, 'file'),
      ),
    );
    const { files } = await walk(tree, '', { ...everyPdf, signal: never });
    assert.equal(files.length, 6_000);
    assert.equal(tree.folders.most, 16);
    assert.ok(tree.files.most <= 16 * 256, `${tree.files.most} files`);
  });

  it('ends soon after it was cancelled, wherever it is', async () => {
    const top = many(5, (number) => `folder-${number}`, {
      ...many(800, (number) => `${number}.pdf`, 'file'),
      deeper: { 'z.pdf': 'file' },
    });
    for (const after of [0, 1, 3, 6, 50, 1_000]) {
      const tree = new MemoryTree(top);
      const isCancelled = () => tree.asked.length > after;
      const signal = {
        get aborted(): boolean {
          return isCancelled();
        },
        addEventListener: () => undefined,
        removeEventListener: () => undefined,
      };
      const { files } = await walk(tree, '', { ...everyPdf, signal });
      assert.ok(files.length <= tree.asked.length);
      assert.ok(tree.asked.length <= after + 16 + 16 * 256, `${after}: asked for ${tree.asked.length}`);
      assert.ok(
        after < 1 || !tree.asked.some((path) => path.endsWith('z.pdf')),
        'went into the last folders',
      );
    }
    assert.deepEqual(
      (await walk(new MemoryTree(top), '', { ...everyPdf, signal: AbortSignal.abort() })).files,
      [],
    );
  });
});
