import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { PlainError } from '../host/plain-error.ts';
import { stopOnSignal } from '../host/signals.ts';
import { buildTo } from './build-to.ts';
import { writeHeavyReport } from './heavy-report.ts';
import { openingInWindow } from './opening-in-window.ts';
import { ViewerStand, type FirstPage, type ShownReport } from './viewer-stand.ts';

const PAGES = [20, 200, 2000] as const;
/** The first page of the largest report comes in at most so many times the time of the smallest. */
const MOST_TIMES = 1.5;
const MOST_BYTES = 5_000_000;
/** More than at the first page, besides the bytes of the file: bounded, however long the report is. */
const MOST_HELD = 400_000_000;
const MEGABYTE = 1_000_000;

interface Held {
  readonly page: number;
  readonly process: number;
  readonly pictures: number;
  /** Bytes of the file that were read, all of which pdf.js keeps. */
  readonly file: number;
}

interface Opened {
  readonly pages: number;
  readonly size: number;
  /** In a window, from the command to the first painted page, in milliseconds. */
  readonly inWindow: number;
  /** The viewer alone. */
  readonly ours: FirstPage;
  readonly plain: FirstPage;
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
          plain: await median(runs, () => stand.showPlainly(file)),
        });
      print(opened);
      const isBounded = await printMemory(await stand.show(files.at(-1) ?? ''));
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

const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);

function print(opened: readonly Opened[]): void {
  const table = new Table({
    head: ['pages', 'MB', 'in a window: ms', 'viewer alone: ms', 'MB read', 'plain address: ms', 'MB read'],
    style: { head: [], border: [] },
  });
  for (const { pages, size, inWindow, ours, plain } of opened)
    table.push([
      String(pages),
      megabytes(size),
      inWindow.toFixed(0),
      ours.milliseconds.toFixed(0),
      megabytes(ours.bytes),
      plain.milliseconds.toFixed(0),
      megabytes(plain.bytes),
    ]);
  console.log(table.toString());
  const [smallest, largest] = [opened.at(0), opened.at(-1)];
  if (smallest === undefined || largest === undefined) return;
  console.log(
    `In a window the largest takes ${(largest.inWindow / smallest.inWindow).toFixed(2)} times as long as the smallest ` +
      `(at most ${MOST_TIMES}), and ${megabytes(largest.ours.bytes)} MB of it are read (at most ${megabytes(MOST_BYTES)}).`,
  );
}

/** Reads every page as a reader does who waits until it is painted, and says what is held at most. */
async function printMemory(shown: ShownReport): Promise<boolean> {
  const pages = PAGES.at(-1) ?? 1;
  await shown.leaveNetwork();
  const look = async (page: number): Promise<Held> => ({
    page,
    ...(await shown.memory()),
    file: await shown.bytesRead(),
  });
  const before = await look(1);
  const held: Held[] = [];
  for (let page = 1; page <= pages; page++) {
    const { highlight } = await shown.reveal({ page, quote: `Section ${page} of the description` });
    if (highlight !== 'exact') throw new PlainError(`Page ${page} was not painted.`);
    if (page % 250 === 0) held.push(await look(page));
  }
  await shown.close();
  const beside = ({ process, file }: Held): number => process - file;
  const places = held.map((one) => `${megabytes(beside(one))} at page ${one.page}`).join(', ');
  console.log(
    `Reading through ${pages} pages, each painted: besides the bytes of the file that were read, the viewer’s process ` +
      `holds ${megabytes(beside(before))} MB at the first page, ${places}; painted pages are ` +
      `${megabytes(Math.max(...held.map(({ pictures }) => pictures)))} MB of it at most. With the ` +
      `${megabytes(held.at(-1)?.file ?? NaN)} MB of the file it is ${megabytes(held.at(-1)?.process ?? NaN)} MB in the end.`,
  );
  return Math.max(...held.map(beside)) <= beside(before) + MOST_HELD;
}
