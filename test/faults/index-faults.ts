import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../fixtures/random.ts';
import { memoryPorts } from '../unit/library/memory-ports.ts';
import { broken, type Fault } from './fault.ts';
import { indexOnDisk, session, shown, someFiles } from './libraries.ts';

const INDEXER = join(import.meta.dirname, 'indexer.ts');
/** Files that were only just written are hashed again at every start. */
const LONG_AGO = new Date('2026-01-01');

interface Folders {
  readonly reports: string;
  readonly cache: string;
}

/** Some reports in a folder, and none in the cache. */
async function someReports(folder: string, random: Random): Promise<Folders> {
  const reports = join(folder, 'reports');
  for (let file = random.int(10, 40); file > 0; file--) {
    const path = join(reports, `vendor-${random.int(1, 9)}`, `${file}.pdf`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, JSON.stringify({ vendor: `Vendor ${random.int(1, 9)}`, salt: String(file) }));
    await utimes(path, LONG_AGO, LONG_AGO);
  }
  return { reports, cache: join(folder, 'cache') };
}

const startIndexer = ({ reports, cache }: Folders) =>
  spawn(process.execPath, [INDEXER, reports, cache], { stdio: ['ignore', 'pipe', 'inherit'] });

/** What the next start shows, next to a start without any cache, and how much it had to read. */
async function nextStart({ reports, cache }: Folders) {
  const next = await indexOnDisk(reports, cache);
  const fresh = await indexOnDisk(reports, `${cache}-of-nobody`);
  return { isSame: shown(next.snapshot) === shown(fresh.snapshot), reads: next.reads };
}

export const indexFaults: readonly Fault[] = [
  {
    name: 'stopped at a random point of the index',
    cases: 300,
    run: async (random) => {
      const ports = someFiles(random);
      const stop = new AbortController();
      // Everything that is waited for is a point at which it may be stopped.
      let points = random.int(0, 60);
      const reach = (): void => {
        if (points-- === 0) stop.abort();
      };
      ports.files.onRead = reach;
      ports.reader.onRead = reach;
      const get = ports.cache.get.bind(ports.cache);
      const put = ports.cache.put.bind(ports.cache);
      ports.cache.get = (key) => (reach(), get(key));
      ports.cache.put = (key, bytes) => (reach(), put(key, bytes));
      const stopped = await session(ports, stop.signal);
      const fresh = await session(memoryPorts({ files: ports.files }));
      const next = memoryPorts(ports);
      const known = new Set(fresh.documents.map((document) => shown({ ...fresh, documents: [document] })));
      return broken({
        'what was known when it was stopped': stopped.documents.every((document) =>
          known.has(shown({ ...fresh, documents: [document] })),
        ),
        'what the next start shows': shown(await session(next)) === shown(fresh),
        'what was read is not read again':
          next.reader.reads.length <= fresh.documents.length - stopped.documents.length,
      });
    },
  },
  {
    name: 'process killed at a random moment of the index',
    cases: 60,
    run: async (random, folder) => {
      const folders = await someReports(folder, random);
      const indexer = startIndexer(folders);
      const ended = once(indexer, 'exit');
      await Promise.race([once(indexer.stdout, 'data'), ended]);
      await wait(random.int(0, 80));
      indexer.kill('SIGKILL');
      await ended;
      const { isSame } = await nextStart(folders);
      const { isSame: isSameAgain, reads } = await nextStart(folders);
      return broken({
        'what the next start shows': isSame,
        'what the start after that shows': isSameAgain,
        [`all is known by then, but ${reads} were read again`]: reads === 0,
      });
    },
  },
  {
    name: 'two windows indexing one folder at once',
    cases: 40,
    run: async (random, folder) => {
      const folders = await someReports(folder, random);
      const windows = [startIndexer(folders), startIndexer(folders)];
      const codes = await Promise.all(windows.map(async (one) => (await once(one, 'exit'))[0] as unknown));
      const left = (await readdir(folders.cache)).filter((name) => name.endsWith('.tmp'));
      const { isSame, reads } = await nextStart(folders);
      return broken({
        'both came to their ends': codes.every((code) => code === 0),
        'what the next start shows': isSame,
        [`all is known by then, but ${reads} were read again`]: reads === 0,
        [`unfinished files: ${left.join()}`]: left.length === 0,
      });
    },
  },
];
