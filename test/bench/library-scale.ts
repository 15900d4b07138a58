// Prints how long a start takes when nothing has changed, and how long one changed file takes, in libraries of several
// sizes whose reports were read before. Usage: node library-scale.ts FOLDER COUNT fill|measure
import { createHash } from 'node:crypto';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileCache } from '../../src/cli/file-cache.ts';
import { NodeFiles } from '../../src/cli/node-files.ts';
import { addDays, calendarDate } from '../../src/core/calendar/calendar-date.ts';
import { Library } from '../../src/core/library/library.ts';
import type { LibraryPorts } from '../../src/core/library/ports.ts';
import { emptyReading, type DocumentReading } from '../../src/core/report/reading.ts';
import { portfolioOn } from '../../src/core/standing/portfolio.ts';

/** Milliseconds, and megabytes of the heap that stay in use. */
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
  cache: new FileCache(join(folder, `cache-${count}`)),
  hash: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
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
  const started = performance.now();
  const verdicts = portfolioOn(await library.refresh({ signal }), TODAY).length;
  const start = performance.now() - started;
  const filesReadAtStart = filesRead;
  const changed = pathOf(Math.floor(count / 2));
  await library.filesChanged([changed], signal);
  await writeFile(join(root, changed), `report ${count + 1}`);
  const before = performance.now();
  await library.filesChanged([changed], signal);
  const changedFile = performance.now() - before;
  const heap = process.memoryUsage().heapUsed / 2 ** 20;
  const scale: Scale = { count, verdicts, start, changedFile, heap, filesRead: filesReadAtStart };
  console.log(JSON.stringify(scale));
}
