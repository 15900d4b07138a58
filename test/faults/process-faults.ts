import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../fixtures/random.ts';
import { builtIndexer } from './built-indexer.ts';
import { broken, type Fault } from './fault.ts';
import { indexOnDisk, partsIn, shown, type Step } from './libraries.ts';

/** Files that were only just written are hashed again at every start. */
const LONG_AGO = new Date('2026-01-01');

interface Folders {
  readonly reports: string;
  readonly cache: string;
  readonly files: number;
  /** How many of them were not read yet. */
  readonly unread: number;
}

async function write(reports: string, file: number, salt: string): Promise<void> {
  const path = join(reports, `vendor-${file % 9}`, `${file}.pdf`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify({ vendor: `Vendor ${file % 7}`, salt: `${salt} ${file}` }));
  await utimes(path, LONG_AGO, LONG_AGO);
}

/** Some reports in a folder. Half of the times all were read before; since then some have changed, others are new. */
async function someReports(folder: string, random: Random): Promise<Folders> {
  const [reports, cache] = [join(folder, 'reports'), join(folder, 'cache')];
  const [known, unread] = [random.chance(0.5) ? random.int(5, 20) : 0, random.int(10, 30)];
  const changed = Math.min(known, random.int(0, 9));
  for (let file = 0; file < known; file++) await write(reports, file, 'first');
  if (known > 0) await indexOnDisk(reports, cache);
  for (let file = known - changed; file < known + unread - changed; file++)
    await write(reports, file, 'as it is now');
  return { reports, cache, files: known + unread - changed, unread };
}

/** How many steps an index takes: each file is read and kept, and then the catalogue is written in its parts. */
const stepsOf = ({ unread }: Folders): number => 5 * unread + 3 * Math.min(unread, 12);

const startIndexer = async ({ reports, cache }: Folders, last = 'none') =>
  spawn(process.execPath, [await builtIndexer(), reports, cache, last], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

type Indexer = Awaited<ReturnType<typeof startIndexer>>;

/** Lets it work up to a step, and a little further. @returns all the steps that it took */
async function killedAfter(indexer: Indexer, step: number, further: number): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const ended = once(indexer, 'exit');
  const kill = async (): Promise<void> => {
    await wait(further);
    indexer.kill('SIGKILL');
  };
  let killing = step === 0 ? kill() : undefined;
  for await (const line of createInterface({ input: indexer.stdout })) {
    if (steps.push(line as Step) >= step) killing ??= kill();
  }
  await ended;
  await killing;
  return steps;
}

/** Kills it by itself, in the very middle of a step. @returns all the steps that it took */
const killedAt = async (folders: Folders, step: number): Promise<readonly Step[]> =>
  await killedAfter(await startIndexer(folders, String(step)), Infinity, 0);

/** @returns its status; null when it was killed */
async function statusOf(starting: Promise<Indexer>): Promise<number | null> {
  const indexer = await starting;
  indexer.stdout.resume();
  return ((await once(indexer, 'exit')) as [number | null])[0];
}

/** What the starts after a kill show, and that they begin where it ended. */
async function startsAfter(
  { reports, cache, files, unread }: Folders,
  steps: readonly Step[],
): Promise<string[]> {
  const kept = steps.filter((step) => step === 'keeps a reading').length;
  const parts = await partsIn(cache);
  const next = await indexOnDisk(reports, cache);
  const later = await indexOnDisk(reports, cache);
  const fresh = await indexOnDisk(reports, `${cache}-of-nobody`);
  return broken({
    'what the next start shows': shown(next.snapshot) === shown(fresh.snapshot),
    'what the start after that shows': shown(later.snapshot) === shown(fresh.snapshot),
    [`parts of entries: ${parts.join()}`]: parts.length === 0,
    'every file is there': fresh.snapshot.documents.length === files,
    [`${kept} of ${unread} had been kept, but ${next.reads} were read again`]: next.reads <= unread - kept,
    [`all is known by then, but ${later.reads} were read again`]: later.reads === 0,
  });
}

export const processFaults: readonly Fault[] = [
  {
    name: 'process killed at a random step of the index, half-written files among them',
    cases: 100,
    run: async (random, folder) => {
      const folders = await someReports(folder, random);
      return await startsAfter(folders, await killedAt(folders, random.int(1, stepsOf(folders))));
    },
  },
  {
    name: 'process killed at a random moment of the index',
    cases: 60,
    run: async (random, folder) => {
      const folders = await someReports(folder, random);
      const step = random.int(0, stepsOf(folders));
      return await startsAfter(
        folders,
        await killedAfter(await startIndexer(folders), step, random.int(0, 5)),
      );
    },
  },
  {
    name: 'two windows indexing one folder at once, of which one may be killed',
    cases: 60,
    run: async (random, folder) => {
      const folders = await someReports(folder, random);
      const step = random.chance(0.5) ? random.int(1, stepsOf(folders)) : undefined;
      const windows = { areOpen: true };
      const statuses = Promise.all([
        statusOf(startIndexer(folders)),
        statusOf(startIndexer(folders, String(step ?? 'none'))),
      ]).finally(() => (windows.areOpen = false));
      // A third one looks into the cache meanwhile.
      const parts = new Set<string>();
      while (windows.areOpen) for (const part of await partsIn(folders.cache)) parts.add(part);
      const [survivor] = await statuses;
      const left = (await readdir(folders.cache)).filter((name) => name.endsWith('.tmp'));
      const { snapshot, reads } = await indexOnDisk(folders.reports, folders.cache);
      const fresh = await indexOnDisk(folders.reports, `${folders.cache}-of-nobody`);
      return broken({
        'the one that nobody killed came to its end': survivor === 0,
        [`parts of entries: ${[...parts].join()}`]: parts.size === 0,
        'what the next start shows': shown(snapshot) === shown(fresh.snapshot),
        [`all is known by then, but ${reads} were read again`]: reads === 0,
        // Each of its four threads may have been writing one.
        [`unfinished files: ${left.join()}`]: left.length <= (step === undefined ? 0 : 4),
      });
    },
  },
];
