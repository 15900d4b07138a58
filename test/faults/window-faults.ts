import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Library } from '../../src/core/library/library.ts';
import type { Random } from '../fixtures/random.ts';
import { broken, type Fault } from './fault.ts';
import { indexOnDisk, partsIn, shown, windowOn } from './libraries.ts';

const pathOf = (random: Random): string => `vendor-${random.int(1, 3)}/${random.int(1, 6)}.pdf`;

async function write(folder: string, path: string, random: Random): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  // Always as long: only the time and the content tell one version from another.
  const content = { vendor: `Vendor ${random.int(1, 9)}`, salt: String(random.int(1_000, 9_999)) };
  await writeFile(join(folder, path), JSON.stringify(content));
}

/** Changes one file. @returns the paths that a watcher would tell of */
async function changed(folder: string, random: Random): Promise<string[]> {
  const [path, other] = [pathOf(random), pathOf(random)];
  if (random.chance(0.6)) await write(folder, path, random);
  else if (random.chance(0.5)) await rm(join(folder, path), { force: true });
  else {
    await mkdir(dirname(join(folder, other)), { recursive: true });
    await rename(join(folder, path), join(folder, other)).catch(() => undefined);
  }
  return [path, other];
}

/** A window that somebody works in: what is asked of it goes on while the next thing happens. */
class Window {
  readonly #library: Library;
  readonly #under: Promise<unknown>[] = [];
  #stop = new AbortController();

  constructor(folder: string, cache: string) {
    this.#library = new Library(windowOn(folder, cache), {
      registerPath: 'vendors.yaml',
      reviewFolder: 'reviews',
      depth: 'full',
      factsFirst: true,
    });
  }

  refresh(ignoreCache: boolean): void {
    this.#under.push(this.#library.refresh({ ignoreCache, signal: this.#stop.signal }));
  }

  tell(paths: readonly string[]): void {
    this.#under.push(this.#library.filesChanged(paths, new AbortController().signal));
  }

  cancel(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  /** What it shows when it is at rest. */
  async rest(): Promise<string> {
    await Promise.all(this.#under);
    return shown(await this.#library.refresh({ signal: this.#stop.signal }));
  }

  close(): void {
    this.#library.dispose();
  }
}

export const windowFaults: readonly Fault[] = [
  {
    name: 'two open windows that index, rebuild, stop and follow changes of one folder',
    cases: 100,
    run: async (random, folder) => {
      const [reports, cache] = [join(folder, 'reports'), join(folder, 'cache')];
      for (let file = 0; file < 12; file++) await write(reports, pathOf(random), random);
      const windows = [new Window(reports, cache), new Window(reports, cache)] as const;
      for (const window of windows) window.refresh(false);
      for (let turns = random.int(4, 12); turns > 0; turns--) {
        for (let pause = random.int(0, 30); pause > 0; pause--)
          await new Promise((done) => setImmediate(done));
        const window = random.pick(windows);
        if (random.chance(0.4)) {
          const paths = await changed(reports, random);
          for (const one of windows) one.tell(paths);
        } else if (random.chance(0.3)) window.cancel();
        else window.refresh(random.chance(0.4));
      }
      const shows = await Promise.all(windows.map((window) => window.rest()));
      for (const window of windows) window.close();
      const parts = await partsIn(cache);
      const next = await indexOnDisk(reports, cache);
      const later = await indexOnDisk(reports, cache);
      const fresh = shown((await indexOnDisk(reports, `${cache}-of-nobody`)).snapshot);
      const left = (await readdir(cache)).filter((name) => name.endsWith('.tmp'));
      return broken({
        'what the windows show at rest': shows.every((one) => one === fresh),
        [`parts of entries: ${parts.join()}`]: parts.length === 0,
        'what the next start shows': shown(next.snapshot) === fresh,
        'what the start after that shows': shown(later.snapshot) === fresh,
        [`all is known by then, but ${later.reads} were read again`]: later.reads === 0,
        [`unfinished files: ${left.join()}`]: left.length === 0,
      });
    },
  },
];
