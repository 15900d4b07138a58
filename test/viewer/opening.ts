import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { PlainError } from '../host/plain-error.ts';
import { stopOnSignal } from '../host/signals.ts';
import { buildTo } from './build-to.ts';
import { writeHeavyReport } from './heavy-report.ts';
import { ViewerStand, type FirstPage, type ShownReport } from './viewer-stand.ts';

const PAGES = [20, 200, 2000] as const;
/** The first page of the largest report comes in at most so many times the time of the smallest. */
const MOST_TIMES = 1.5;
const MOST_BYTES = 5_000_000;
const MEGABYTE = 1_000_000;

interface Held {
  readonly page: number;
  readonly process: number;
  readonly pictures: number;
}

interface Opened {
  readonly pages: number;
  readonly size: number;
  readonly ours: FirstPage;
  readonly plain: FirstPage;
}

/**
 * `npm run bench:viewer`: how long a report's first page takes, and how much of the file is read for it, beside the
 * way of published viewers on the same files; and what a reader who scrolls through all of it costs in memory.
 */
export async function main(): Promise<number> {
  stopOnSignal();
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
  const scratch = await mkdtemp(join(tmpdir(), 'soc-viewer-'));
  try {
    const dist = join(scratch, 'dist');
    await buildTo(dist);
    const files: string[] = [];
    for (const pages of PAGES) {
      const file = join(scratch, `${pages}.pdf`);
      await writeHeavyReport(file, pages);
      files.push(file);
    }
    const stand = await ViewerStand.open(dist);
    try {
      // The first start of a browser's processes is nobody's.
      await (await stand.show(files[0] ?? '')).close();
      const opened: Opened[] = [];
      for (const [index, file] of files.entries())
        opened.push({
          pages: PAGES[index] ?? 0,
          size: (await stat(file)).size,
          ours: await median(Number(values.runs), () => openOnce(stand, file)),
          plain: await median(Number(values.runs), () => stand.showPlainly(file)),
        });
      print(opened);
      await printMemory(await stand.show(files.at(-1) ?? ''));
      return meets(opened) ? 0 : 1;
    } finally {
      await stand.close();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function openOnce(stand: ViewerStand, file: string): Promise<FirstPage> {
  const shown = await stand.show(file);
  const first = await shown.firstPage();
  await shown.close();
  return first;
}

/** The run in the middle. */
async function median(runs: number, run: () => Promise<FirstPage>): Promise<FirstPage> {
  const all: FirstPage[] = [];
  for (let index = 0; index < runs; index++) all.push(await run());
  all.sort((a, b) => a.milliseconds - b.milliseconds);
  return all[Math.floor(all.length / 2)] ?? { milliseconds: NaN, bytes: NaN };
}

function meets(opened: readonly Opened[]): boolean {
  const [smallest, largest] = [opened.at(0)?.ours, opened.at(-1)?.ours];
  if (smallest === undefined || largest === undefined) return false;
  return largest.milliseconds <= MOST_TIMES * smallest.milliseconds && largest.bytes <= MOST_BYTES;
}

const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);

function print(opened: readonly Opened[]): void {
  const table = new Table({
    head: ['pages', 'MB', 'ours: ms', 'MB read', 'plain address: ms', 'MB read'],
    style: { head: [] },
  });
  for (const { pages, size, ours, plain } of opened)
    table.push([
      String(pages),
      megabytes(size),
      ours.milliseconds.toFixed(0),
      megabytes(ours.bytes),
      plain.milliseconds.toFixed(0),
      megabytes(plain.bytes),
    ]);
  console.log(table.toString());
  const [smallest, largest] = [opened.at(0)?.ours, opened.at(-1)?.ours];
  if (smallest === undefined || largest === undefined) return;
  console.log(
    `The largest takes ${(largest.milliseconds / smallest.milliseconds).toFixed(2)} times as long as the smallest ` +
      `(at most ${MOST_TIMES}), and ${megabytes(largest.bytes)} MB of it are read (at most ${megabytes(MOST_BYTES)}).`,
  );
}

/** Reads every page as a reader does who waits until it is painted, and says what is held at most. */
async function printMemory(shown: ShownReport): Promise<void> {
  const pages = PAGES.at(-1) ?? 1;
  const before = await shown.memory();
  const held: Held[] = [];
  for (let page = 1; page <= pages; page++) {
    const { highlight } = await shown.reveal({ page, quote: `Section ${page} of the description` });
    if (highlight !== 'exact') throw new PlainError(`Page ${page} was not painted.`);
    if (page % 50 === 0) held.push({ page, ...(await shown.memory()) });
  }
  const most = (of: 'process' | 'pictures'): string => megabytes(Math.max(...held.map((one) => one[of])));
  const halfway = held.find(({ page }) => page >= pages / 2);
  console.log(
    `Reading through ${pages} pages, each painted: the viewer’s process holds ${megabytes(before.process)} MB at the ` +
      `first page, ${megabytes(halfway?.process ?? NaN)} MB halfway and ${most('process')} MB at most, of which painted ` +
      `pages are ${most('pictures')} MB at most; ${megabytes(await shown.bytesRead())} MB of the file were read.`,
  );
  await shown.close();
}
