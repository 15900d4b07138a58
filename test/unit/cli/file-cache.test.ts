import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { libraryCache, tidyCache, userCacheFolder } from '../../../src/cli/cache-folders.ts';
import { FileCache, NO_CACHE } from '../../../src/cli/file-cache.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the cache on disk', () => {
  let parent: string;
  before(async () => {
    parent = await mkdtemp(join(tmpdir(), 'file-cache-'));
  });
  after(() => rm(parent, { recursive: true, force: true }));

  const textOf = async (cache: FileCache, key: string): Promise<string | undefined> => {
    const content = await cache.get(key);
    return content && new TextDecoder().decode(content);
  };

  it('gives back what was put, also in another session', async () => {
    const folder = join(parent, 'plain', 'deep');
    await new FileCache(folder).put('key', bytes('one'));
    await new FileCache(folder).put('key', bytes('two'));
    assert.equal(await textOf(new FileCache(folder), 'key'), 'two');
    assert.equal(await textOf(new FileCache(folder), 'other'), undefined);
  });

  it('is for the user’s eyes only', async () => {
    const folder = join(parent, 'private');
    await new FileCache(folder).put('key', bytes('secret'));
    const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o077;
    // Windows keeps the folder private by its place in the user's profile.
    const none =
      process.platform === 'win32' ? [await modeOf(folder), await modeOf(join(folder, 'key'))] : [0, 0];
    assert.deepEqual([await modeOf(folder), await modeOf(join(folder, 'key'))], none);
  });

  it('holds one whole entry when several are put at once, and nothing else', async () => {
    const folder = join(parent, 'contended');
    const contents = Array.from({ length: 20 }, (_, index) => String(index).repeat(100_000));
    await Promise.all(contents.map((content) => new FileCache(folder).put('key', bytes(content))));
    assert.ok(contents.includes((await textOf(new FileCache(folder), 'key')) ?? ''));
    assert.deepEqual(await readdir(folder), ['key']);
  });

  it('forgets silently where it can’t write', async () => {
    const file = join(parent, 'a file');
    await writeFile(file, '');
    const cache = new FileCache(join(file, 'folder'));
    await cache.put('key', bytes('x'));
    assert.equal(await cache.get('key'), undefined);
    await cache.clear();
  });

  it('is empty when cleared, and works on', async () => {
    const folder = join(parent, 'cleared');
    const cache = new FileCache(folder);
    await cache.put('key', bytes('x'));
    await cache.clear();
    assert.equal(await cache.get('key'), undefined);
    await cache.put('key', bytes('y'));
    assert.equal(await textOf(cache, 'key'), 'y');
  });

  it('loses what is left over, and nothing else', async () => {
    const root = join(parent, 'tidy');
    const own = libraryCache(root, '/reports');
    const other = libraryCache(root, '/other');
    const forgotten = libraryCache(root, '/forgotten');
    for (const folder of [own, other, forgotten]) await new FileCache(folder).put('key', bytes('x'));
    for (const name of ['old.tmp', 'new.tmp']) await writeFile(join(own, name), '');
    const now = Date.now();
    const hour = 60 * 60 * 1000;
    const before = (ms: number): Date => new Date(now - ms);
    await utimes(join(own, 'old.tmp'), before(2 * hour), before(2 * hour));
    await utimes(own, before(9000 * hour), before(9000 * hour));
    await utimes(other, before(1000 * hour), before(1000 * hour));
    await utimes(forgotten, before(9000 * hour), before(9000 * hour));
    await tidyCache(root, own, now);
    assert.deepEqual((await readdir(root)).map((name) => join(root, name)).sort(), [own, other].sort());
    assert.deepEqual((await readdir(own)).sort(), ['key', 'new.tmp']);
    await tidyCache(join(root, 'nowhere'), join(root, 'nowhere', 'x'), now);
  });

  it('can be none', async () => {
    await NO_CACHE.put('key', bytes('x'));
    assert.equal(await NO_CACHE.get('key'), undefined);
    await NO_CACHE.clear();
  });
});

describe('the user’s cache folder', () => {
  it('is where the platform has it', () => {
    const chosen = join(tmpdir(), 'chosen');
    assert.equal(userCacheFolder({ XDG_CACHE_HOME: chosen }, 'linux'), chosen);
    assert.equal(userCacheFolder({ XDG_CACHE_HOME: 'relative' }, 'linux'), join(homedir(), '.cache'));
    assert.equal(userCacheFolder({}, 'linux'), join(homedir(), '.cache'));
    assert.equal(userCacheFolder({ XDG_CACHE_HOME: chosen }, 'darwin'), join(homedir(), 'Library', 'Caches'));
    assert.equal(userCacheFolder({ LOCALAPPDATA: chosen }, 'win32'), chosen);
    assert.equal(userCacheFolder({}, 'win32'), join(homedir(), 'AppData', 'Local'));
  });
});
