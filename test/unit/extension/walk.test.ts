import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { excludedBy } from '../../../src/extension/adapters/exclude.ts';
import { walk, type FolderEntry, type FolderTree } from '../../../src/extension/adapters/walk.ts';

const WORDS = {
  unreadable: (error: unknown) => `unreadable: ${(error as Error).message}`,
  brokenLink: 'broken link',
  linkToUnknown: 'link to unknown',
  linkToParent: 'link to parent',
};

/** A tree from real paths: a text is a file, a record a folder, `{ to }` a link to a real path, or a broken one. */
type Entry = 'file' | { readonly to: string | null } | { readonly [name: string]: Entry } | 'locked';
const isLink = (entry: Entry): entry is { to: string | null } => typeof entry === 'object' && 'to' in entry;

function treeOf(disk: Entry, root: string): FolderTree {
  const at = (path: string): Entry =>
    path
      .split('/')
      .filter((name) => name !== '')
      .reduce<Entry>((entry, name) => (entry as Record<string, Entry>)[name]!, disk);
  const real = (path: string): string =>
    path
      .split('/')
      .filter((name) => name !== '')
      .reduce((parent, name) => {
        const entry = at(`${parent}/${name}`);
        return isLink(entry) && entry.to !== null ? entry.to : `${parent}/${name}`;
      }, '');
  const full = (folder: string): string => real(folder === '' ? root : `${root}/${folder}`);
  return {
    entries: (folder) => {
      const entry = at(full(folder));
      if (typeof entry === 'string') return Promise.reject(new Error('no permission'));
      return Promise.resolve(
        Object.entries(entry as Record<string, Entry>).map(([name, value]): FolderEntry => {
          const target = isLink(value) ? (value.to === null ? null : at(value.to)) : value;
          const kind = target === null ? 'unknown' : target === 'file' ? 'file' : 'folder';
          return { name, kind, isLink: isLink(value) };
        }),
      );
    },
    realPath: (folder) => Promise.resolve(full(folder)),
  };
}

const list = (disk: Entry, excluded: readonly string[] = [], signal = new AbortController().signal) =>
  walk(treeOf(disk, '/home/reports'), '', {
    isExcluded: excludedBy(excluded),
    isWanted: (path) => /\.pdf$/i.test(path),
    words: WORDS,
    signal,
  });

describe('walking a folder', () => {
  it('finds wanted files at any depth, in path order, whatever the case of their ending', async () => {
    const found = await list({
      home: { reports: { b: { 'x.PDF': 'file', c: { 'y.Pdf': 'file' } }, 'a.pdf': 'file', 'a.txt': 'file' } },
    });
    assert.deepEqual(found, { files: ['a.pdf', 'b/c/y.Pdf', 'b/x.PDF'], unlisted: [] });
  });

  it('leaves out what is excluded, with everything below it', async () => {
    const found = await list(
      {
        home: { reports: { '.git': { 'x.pdf': 'file' }, old: { a: { 'y.pdf': 'file' } }, 'z.pdf': 'file' } },
      },
      ['**/.git', 'old/**'],
    );
    assert.deepEqual(found.files, ['z.pdf']);
  });

  it('follows a link to a folder elsewhere, and ends at loops', async () => {
    const found = await list({
      home: { reports: { archive: { to: '/srv/archive' }, self: { to: '/home/reports' }, 'a.pdf': 'file' } },
      srv: { archive: { 'old.pdf': 'file', again: { to: '/srv/archive' } } },
    });
    assert.deepEqual(found, { files: ['a.pdf', 'archive/old.pdf'], unlisted: [] });
  });

  it('lists a folder that links lead to by its own name, once', async () => {
    const found = await list({
      home: { reports: { 'a-link': { to: '/home/reports/vendors' }, vendors: { 'x.pdf': 'file' } } },
    });
    assert.deepEqual(found.files, ['vendors/x.pdf']);
  });

  it('does not follow a link to a folder above, and says so', async () => {
    const found = await list({ home: { reports: { up: { to: '/home' }, 'a.pdf': 'file' } } });
    assert.deepEqual(found, { files: ['a.pdf'], unlisted: [{ path: 'up', reason: 'link to parent' }] });
  });

  it('does not follow links where nobody can tell where they lead, and says so', async () => {
    const disk: Entry = { home: { reports: { link: { to: '/srv' } } }, srv: { 'x.pdf': 'file' } };
    const tree: FolderTree = { ...treeOf(disk, '/home/reports'), realPath: () => Promise.resolve(undefined) };
    const found = await walk(tree, '', {
      isExcluded: () => false,
      isWanted: () => true,
      words: WORDS,
      signal: new AbortController().signal,
    });
    assert.deepEqual(found, { files: [], unlisted: [{ path: 'link', reason: 'link to unknown' }] });
  });

  it('tells of broken links and of folders that can’t be read, and goes on', async () => {
    const found = await list({
      home: { reports: { 'lost.pdf': { to: null }, secret: 'locked', b: { 'x.pdf': 'file' } } },
    });
    assert.deepEqual(found, {
      files: ['b/x.pdf'],
      unlisted: [
        { path: 'lost.pdf', reason: 'broken link' },
        { path: 'secret', reason: 'unreadable: no permission' },
      ],
    });
  });

  it('ends when it is cancelled', async () => {
    const found = await list({ home: { reports: { 'a.pdf': 'file' } } }, [], AbortSignal.abort());
    assert.deepEqual(found.files, []);
  });
});

describe('exclude patterns', () => {
  it('match a path or a folder above it', () => {
    const isExcluded = excludedBy(['**/node_modules/**', 'drafts', '**/*.tmp.pdf']);
    assert.equal(isExcluded('a/node_modules/b/c.pdf'), true);
    assert.equal(isExcluded('drafts/x.pdf'), true);
    assert.equal(isExcluded('a/x.tmp.pdf'), true);
    assert.equal(isExcluded('vendors/drafts.pdf'), false);
    assert.equal(isExcluded('.hidden/x.pdf'), false);
  });

  it('match nothing when there are none', () => {
    assert.equal(excludedBy([])('a.pdf'), false);
  });
});
