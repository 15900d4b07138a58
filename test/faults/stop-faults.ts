import { Library } from '../../src/core/library/library.ts';
import type { LibraryPorts } from '../../src/core/library/ports.ts';
import type { LibrarySnapshot } from '../../src/core/library/snapshot.ts';
import { memoryPorts, type MemoryPorts } from '../unit/library/memory-ports.ts';
import { broken, type Fault } from './fault.ts';
import { session, shown, someFiles, textOf } from './libraries.ts';

/** As many as the reader has threads, and one that waits for them. */
const UNDER_WAY = 4;

/** The same ports, with a call before everything that is waited for: each is a point at which it may be stopped. */
function withPoints({ files, reader, cache, hash }: MemoryPorts, reach: () => void): LibraryPorts {
  const at = <A extends readonly unknown[], R>(work: (...args: A) => R): ((...args: A) => R) => {
    return (...args) => {
      reach();
      return work(...args);
    };
  };
  return {
    files: {
      list: at((signal) => files.list(signal)),
      stat: at((path) => files.stat(path)),
      readBytes: at((path) => files.readBytes(path)),
      readText: at((path) => files.readText(path)),
    },
    reader: { threads: reader.threads, read: at((bytes, options) => reader.read(bytes, options)) },
    cache: {
      get: at((key) => cache.get(key)),
      put: at((key, bytes) => cache.put(key, bytes)),
      clear: at(() => cache.clear()),
    },
    hash: at((bytes) => hash(bytes)),
  };
}

/** Everything that is true of single files. */
const facts = ({ documents }: LibrarySnapshot): string[] => documents.map(textOf);

export const stopFaults: readonly Fault[] = [
  {
    name: 'stopped at a random point of the index, or of its rebuilding',
    cases: 400,
    run: async (random) => {
      const ports = someFiles(random);
      const look = { factsFirst: random.chance(0.5), ignoreCache: random.chance(0.3) };
      const isRebuilt = look.ignoreCache;
      const fresh = await session(memoryPorts({ files: ports.files }));
      const firstLook = await session(memoryPorts({ files: ports.files }), undefined, 'facts');

      /** Indexes until it comes to a point. */
      const upTo = async (own: MemoryPorts, last: number) => {
        let points = 0;
        let isCounting = false;
        const stop = new AbortController();
        const reach = (): void => {
          if (isCounting && points++ === last) stop.abort();
        };
        const library = new Library(withPoints(own, reach), {
          registerPath: 'vendors.yaml',
          reviewFolder: 'reviews',
          depth: 'full',
          factsFirst: look.factsFirst,
        });
        if (isRebuilt) await library.refresh({ signal: new AbortController().signal });
        isCounting = true;
        let readsThen = Infinity;
        stop.signal.addEventListener('abort', () => (readsThen = own.reader.reads.length));
        const stopped = await library.refresh({ ...look, signal: stop.signal });
        return { points, stopped, library, readsAfter: own.reader.reads.length - readsThen };
      };

      const { points, library: uninterrupted } = await upTo(memoryPorts({ files: ports.files }), Infinity);
      uninterrupted.dispose();
      const { stopped, library, readsAfter } = await upTo(ports, random.int(0, points - 1));
      const next = memoryPorts(ports);
      const atNextStart = await session(next);
      const whenGoneOn = await library.refresh({ signal: new AbortController().signal });
      library.dispose();
      const known = new Set([...facts(fresh), ...facts(firstLook)]);
      const inFull = stopped.documents.filter(({ isFirstLook }) => isFirstLook !== true);
      return broken({
        'what was known when it was stopped': facts(stopped).every((one) => known.has(one)),
        [`${readsAfter} were begun after it was stopped`]: readsAfter <= UNDER_WAY,
        'what the next start shows': shown(atNextStart) === shown(fresh),
        'what it shows when it goes on': shown(whenGoneOn) === shown(fresh),
        [`${inFull.length} of ${fresh.documents.length} were known, but ${next.reader.reads.length} read again`]:
          next.reader.reads.length <= fresh.documents.length - inFull.length,
      });
    },
  },
];
