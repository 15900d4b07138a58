import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { broken, type Fault } from './fault.ts';
import { isWhole } from './review-text.ts';

const WRITER = join(import.meta.dirname, 'writer.ts');

const startWriter = (folder: string, count: number, name: string) =>
  spawn(process.execPath, [WRITER, folder, '0', String(count), name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** What is wrong with the reviews of a folder. */
async function partsIn(folder: string, writers: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const name of await readdir(folder)) {
    const number = /^review-(\d+)\.md$/.exec(name)?.[1];
    if (number === undefined) continue;
    if (!isWhole(await readFile(join(folder, name), 'utf8'), Number(number), writers)) wrong.push(name);
  }
  return wrong;
}

export const writingFaults: readonly Fault[] = [
  {
    name: 'killed at a random moment while writing reviews',
    cases: 60,
    run: async (random, folder) => {
      const writer = startWriter(folder, 100_000, 'one');
      const ended = once(writer, 'exit');
      while ((await readdir(folder)).length === 0) await wait(5);
      await wait(random.int(0, 200));
      writer.kill('SIGKILL');
      await ended;
      const parts = await partsIn(folder, ['one']);
      // What was under way is no review to anybody: its name doesn't end like one.
      const strange = (await readdir(folder)).filter((name) => !/^review-\d+\.md$|\.tmp$/.test(name));
      return broken({
        [`parts of reviews: ${parts.join()}`]: parts.length === 0,
        [`other files: ${strange.join()}`]: strange.length === 0,
      });
    },
  },
  {
    name: 'two processes writing the same reviews at once',
    cases: 20,
    run: async (_random, folder) => {
      const count = 50;
      const writers = ['one', 'two'].map((name) => startWriter(folder, count, name));
      const won = await Promise.all(writers.map(async ({ stdout }) => Number(await text(stdout))));
      const parts = await partsIn(folder, ['one', 'two']);
      const names = await readdir(folder);
      return broken({
        [`parts or mixtures: ${parts.join()}`]: parts.length === 0,
        'one review of each number, and nothing else': names.length === count,
        'each was written by one of them': won.reduce((sum, one) => sum + one, 0) === count,
      });
    },
  },
];
