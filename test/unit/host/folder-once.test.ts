import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { folderOnce } from '../../host/folder-once.ts';
import { hostFolder } from '../../host/places.ts';

describe('A folder that is made once', () => {
  const name = `once-${process.pid}`;
  const leftovers = async (): Promise<string[]> =>
    (await readdir(hostFolder)).filter((entry) => entry.startsWith(`${name}.`));

  afterEach(() => rm(join(hostFolder, name), { recursive: true, force: true }));

  it('is filled the first time and found the second', async () => {
    let filled = 0;
    const fill = async (staging: string): Promise<void> => {
      filled += 1;
      await writeFile(join(staging, 'file'), 'text');
    };
    const folder = await folderOnce(name, fill);
    assert.equal(await folderOnce(name, fill), folder);
    assert.equal(filled, 1);
    assert.ok(existsSync(join(folder, 'file')));
  });

  it('is not there at all when filling it failed', async () => {
    await assert.rejects(
      folderOnce(name, () => Promise.reject(new Error('the network is gone'))),
      /the network is gone/u,
    );
    assert.equal(existsSync(join(hostFolder, name)), false);
    assert.deepEqual(await leftovers(), []);
  });

  it('clears away what an interrupted run left behind', async () => {
    // No process has this id: it is above what systems give out.
    await mkdir(join(hostFolder, `${name}.unfinished-2147483647-abcdef`), { recursive: true });
    await folderOnce(name, () => Promise.resolve());
    assert.deepEqual(await leftovers(), []);
  });

  it('may be made by two at the same time', async () => {
    const fill = (staging: string): Promise<void> => writeFile(join(staging, 'file'), 'text');
    const folders = await Promise.all([folderOnce(name, fill), folderOnce(name, fill)]);
    assert.equal(folders[0], folders[1]);
    assert.ok(existsSync(join(folders[0], 'file')));
    assert.deepEqual(await leftovers(), []);
  });
});
