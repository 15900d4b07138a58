import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { stopOnSignal } from '../host/signals.ts';
import { buildTo } from './build-to.ts';
import { writeHeavyReport } from './heavy-report.ts';
import { megabytes } from './megabytes.ts';
import { openingInWindow } from './opening-in-window.ts';
import { printMemory } from './reading-memory.ts';
import { ViewerStand, type FirstPage } from './viewer-stand.ts';

const PAGES = [20, 200, 2000] as const;
/** The first page of the largest report comes in at most so many times the time of the smallest. */
const MOST_TIMES = 1.5;
const MOST_BYTES = 5_000_000;

interface Opened {
  readonly pages: number;
  readonly size: number;
  /** In a window, from the command to the first painted page, in milliseconds. */
  readonly inWindow: number;
  /** The viewer alone. */
  readonly ours: FirstPage;
  /** pdf.js's prebuilt viewer on a plain address. */
  readonly prebuilt: FirstPage;
}

/**
 * `npm run bench:viewer`: how long a report's first page takes, in a VS Code window from the command on, and in the
 * viewer alone beside the way of published viewers on the same files; how much of the file is read for it; and what a
 * reader who goes through all of it costs in memory.
 */
export async function main(): Promise<number> {
  stopOnSignal();
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
  const runs = Number(values.runs);
  const scratch = await mkdtemp(join(tmpdir(), 'soc-viewer-'));
  try {
    const files: string[] = [];
    for (const pages of PAGES) {
      const file = join(scratch, `${pages}-pages.pdf`);
      await writeHeavyReport(file, pages);
      files.push(file);
    }
    const inWindow = await openingInWindow(files, runs);
    const dist = join(scratch, 'dist');
    await buildTo(dist);
    const stand = await ViewerStand.open(dist);
    try {
      // The first start of a browser's processes is nobody's.
      await (await stand.show(files[0] ?? '')).close();
      const opened: Opened[] = [];
      for (const [index, file] of files.entries())
        opened.push({
          pages: PAGES[index] ?? 0,
          size: (await stat(file)).size,
          inWindow: middle(inWindow[index] ?? [], (one) => one) ?? NaN,
          ours: await median(runs, () => openOnce(stand, file)),
          prebuilt: await median(runs, () => stand.showPrebuilt(file)),
        });
      print(opened);
      const isBounded = await printMemory(await stand.show(files.at(-1) ?? ''), PAGES.at(-1) ?? 1);
      return meets(opened) && isBounded ? 0 : 1;
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

async function median(runs: number, run: () => Promise<FirstPage>): Promise<FirstPage> {
  const all: FirstPage[] = [];
  for (let index = 0; index < runs; index++) all.push(await run());
  return middle(all, ({ milliseconds }) => milliseconds) ?? { milliseconds: NaN, bytes: NaN };
}

/** The run in the middle. */
const middle = <T>(all: readonly T[], by: (one: T) => number): T | undefined =>
  all.toSorted((a, b) => by(a) - by(b))[Math.floor(all.length / 2)];

function meets(opened: readonly Opened[]): boolean {
  const [smallest, largest] = [opened.at(0), opened.at(-1)];
  if (smallest === undefined || largest === undefined) return false;
  return largest.inWindow <= MOST_TIMES * smallest.inWindow && largest.ours.bytes <= MOST_BYTES;
}

function print(opened: readonly Opened[]): void {
  const table = new Table({
    head: ['pages', 'MB', 'in a window: ms', 'viewer alone: ms', 'MB read', 'prebuilt viewer: ms', 'MB read'],
    style: { head: [], border: [] },
  });
  for (const { pages, size, inWindow, ours, prebuilt } of opened)
    table.push([
      String(pages),
      megabytes(size),
      inWindow.toFixed(0),
      ours.milliseconds.toFixed(0),
      megabytes(ours.bytes),
      prebuilt.milliseconds.toFixed(0),
      megabytes(prebuilt.bytes),
    ]);
  console.log(table.toString());
  const [smallest, largest] = [opened.at(0), opened.at(-1)];
  if (smallest === undefined || largest === undefined) return;
  console.log(
    `In a window the largest takes ${(largest.inWindow / smallest.inWindow).toFixed(2)} times as long as the smallest ` +
      `(at most ${MOST_TIMES}), and ${megabytes(largest.ours.bytes)} MB of it are read (at most ${megabytes(MOST_BYTES)}).`,
  );
}
