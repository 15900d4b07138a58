import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileCache } from '../../src/cli/file-cache.ts';
import { CheckedCache } from '../../src/core/library/checked-cache.ts';
import type { CacheStore } from '../../src/core/library/ports.ts';
import type { Random } from '../fixtures/random.ts';
import { mutateBytes } from '../fuzz/mutate-bytes.ts';
import { memoryPorts, sha256 } from '../unit/library/memory-ports.ts';
import { broken, type Fault } from './fault.ts';
import { session, shown, someFiles } from './libraries.ts';

const cacheIn = (folder: string, write?: typeof writeFile): CacheStore =>
  new CheckedCache(new FileCache(folder, write), sha256);

/** Writes a part and then fails, as a disk does that fills up. */
const fullAfter = (writes: number): typeof writeFile => {
  let done = 0;
  return async (file, data, options) => {
    if (++done <= writes) {
      await writeFile(file, data, options);
      return;
    }
    if (data instanceof Uint8Array) await writeFile(file, data.subarray(0, data.length / 2), options);
    throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  };
};

/** What the next start shows, and what it would show without any cache. */
async function nextStart(
  random: Random,
  folder: string,
  first: CacheStore,
  meanwhile: () => Promise<void>,
): Promise<readonly string[]> {
  const ports = someFiles(random);
  const during = await session({ ...ports, cache: first });
  await meanwhile();
  const next = await session({ ...memoryPorts(ports), cache: cacheIn(folder) });
  const fresh = await session(memoryPorts({ files: ports.files }));
  const left = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.tmp'));
  return broken({
    'what was shown meanwhile': shown(during) === shown(fresh),
    'what the next start shows': shown(next) === shown(fresh),
    [`unfinished files: ${left.join()}`]: left.length === 0,
  });
}

const nothing = (): Promise<void> => Promise.resolve();

export const cacheFaults: readonly Fault[] = [
  {
    name: 'disk full while the cache is written',
    cases: 200,
    run: (random, folder) =>
      nextStart(random, folder, cacheIn(folder, fullAfter(random.int(0, 10))), nothing),
  },
  {
    name: 'cache folder read-only',
    cases: 50,
    run: async (random, folder) => {
      const place = join(folder, 'cache');
      // Permissions mean nothing to a superuser; a file in the folder's place means the same to everybody.
      if (process.getuid?.() === 0) await writeFile(place, '');
      else {
        await mkdir(place);
        await chmod(place, 0o500);
      }
      return await nextStart(random, place, cacheIn(place), nothing);
    },
  },
  {
    name: 'cache files corrupted at random bytes',
    cases: 500,
    run: (random, folder) =>
      nextStart(random, folder, cacheIn(folder), async () => {
        for (const name of await readdir(folder)) {
          if (random.chance(0.3)) continue;
          const file = join(folder, name);
          await writeFile(file, mutateBytes(await readFile(file), random));
        }
      }),
  },
];
