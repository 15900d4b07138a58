// Prints how long a start takes when nothing has changed, and how long one changed file takes, in libraries of several
// sizes whose reports were read before. Usage: node library-scale.ts FOLDER COUNT fill|measure
import { createHash } from 'node:crypto';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileCache } from '../../src/cli/file-cache.ts';
import { NodeFiles } from '../../src/cli/node-files.ts';
import { addDays, calendarDate } from '../../src/core/calendar/calendar-date.ts';
import { CheckedCache } from '../../src/core/library/checked-cache.ts';
import { Library } from '../../src/core/library/library.ts';
import type { Hasher, LibraryPorts } from '../../src/core/library/ports.ts';
import { emptyReading, type DocumentReading } from '../../src/core/report/reading.ts';
import { keepStandings } from '../../src/core/standing/keep-standings.ts';
import { portfolioOn } from '../../src/core/standing/portfolio.ts';
import { standingOn } from '../../src/core/standing/standing-on.ts';
import { median } from './measure.ts';

/** Milliseconds of work of the thread that does it, and megabytes of the heap that stay in use. */
export interface Scale {
  readonly count: number;
  readonly verdicts: number;
  readonly start: number;
  readonly changedFile: number;
  readonly heap: number;
  readonly filesRead: number;
}

const TODAY = calendarDate('2026-11-21');
const REPORTS_PER_VENDOR = 3;
const QUOTE =
  'We have examined the accompanying description of the system throughout the period stated in it. ';

/** One file after another, each of another vendor. */
const CHANGES = 25;

/** The processor's time that this thread takes: the same on a busy machine. */
async function workOf(work: () => Promise<void>): Promise<number> {
  const before = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

const fact = <T>(value: T) =>
  ({ value, page: 3, printedPage: '1', quote: QUOTE, certainty: 'certain' }) as const;

/** As much as is usually read from a report of a hundred pages. */
function readingOf(content: string): DocumentReading {
  const number = Number(/\d+/.exec(content)?.[0] ?? 0);
  const end = addDays(TODAY, -30 - (number % 900));
  return {
    ...emptyReading('soc2', null, 100),
    type: fact(2),
    vendor: fact(`Vendor ${Math.floor(number / REPORTS_PER_VENDOR)}, Inc.`),
    periodStart: fact(addDays(end, -364)),
    periodEnd: fact(end),
    opinion: fact('unmodified'),
    userControls: Array.from({ length: 20 }, (_, i) => ({ id: `CUEC-${i}`, text: QUOTE, page: 40 })),
  };
}

const [folder = '', size = '', step = ''] = process.argv.slice(2);
const count = Number(size);
const root = join(folder, `library-${count}`);
const pathOf = (i: number): string => `vendor-${Math.floor(i / REPORTS_PER_VENDOR)}/${i}.pdf`;
const hash: Hasher = (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex'));
let filesRead = 0;
const files = new NodeFiles(root, { reviewFolder: 'reviews', exclude: [] });
const ports: LibraryPorts = {
  files,
  reader: {
    read: (bytes) => {
      filesRead++;
      return Promise.resolve(readingOf(new TextDecoder().decode(bytes)));
    },
  },
  cache: new CheckedCache(new FileCache(join(folder, `cache-${count}`)), hash),
  hash,
};
const signal = new AbortController().signal;
const library = new Library(ports, {
  registerPath: 'vendors.yaml',
  reviewFolder: 'reviews',
  depth: 'full',
});

if (step === 'fill') {
  const longAgo = new Date('2026-01-01');
  for (let i = 0; i < count; i++) {
    await mkdir(join(root, pathOf(i), '..'), { recursive: true });
    await writeFile(join(root, pathOf(i)), `report ${i}`);
    await utimes(join(root, pathOf(i)), longAgo, longAgo);
  }
  await library.refresh({ signal });
} else {
  const standings = keepStandings(standingOn);
  const verdicts = (): number => portfolioOn(library.snapshot, TODAY, standings).length;
  const start = await workOf(async () => {
    await library.refresh({ signal });
    verdicts();
  });
  const filesReadAtStart = filesRead;
  globalThis.gc?.();
  const heap = process.memoryUsage().heapUsed / 2 ** 20;
  const changes: number[] = [];
  for (let change = 0; change < CHANGES; change++) {
    const changed = pathOf(Math.floor((count / CHANGES) * change));
    await writeFile(join(root, changed), `report ${count + change}`);
    changes.push(
      await workOf(async () => {
        await library.filesChanged([changed], signal);
        verdicts();
      }),
    );
  }
  const scale: Scale = {
    count,
    verdicts: verdicts(),
    start,
    changedFile: median(changes),
    heap,
    filesRead: filesReadAtStart,
  };
  console.log(JSON.stringify(scale));
}
