import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';

const PROJECT = join(import.meta.dirname, '..', '..', '..');

export interface Ended {
  /** Null when the process was killed. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** The name of the user's cache folder; runs with the same name share it. */
  readonly cache?: string;
  readonly cwd?: string;
  /** For whom permissions count: a run by the superuser becomes one by nobody in particular. */
  readonly asNobody?: boolean;
}

/** The user and group that own nothing, as Linux and macOS have them. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/** The command line as it is shipped, bundled into a folder of its own. */
export class BuiltCli {
  /** Where a test may write; removed at the end. */
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async build(): Promise<BuiltCli> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'cli-')));
    const outdir = join(folder, 'dist');
    await promisify(execFile)(process.execPath, ['esbuild.mjs', 'cli', 'pdf-worker', '--outdir', outdir], {
      cwd: PROJECT,
    });
    return new BuiltCli(folder);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  cacheFolder(name: string): string {
    return join(this.folder, 'caches', name);
  }

  /** Starts it as a shell in a pipeline does: without a terminal. */
  start(
    args: readonly string[],
    { cache = 'shared', cwd, asNobody = false }: RunOptions = {},
  ): ChildProcessByStdio<null, Readable, Readable> {
    const home = this.cacheFolder(cache);
    return spawn(process.execPath, [join(this.folder, 'dist', 'cli.js'), ...args], {
      cwd: cwd ?? this.folder,
      // Each platform takes its cache folder from one of these.
      env: { PATH: process.env['PATH'], XDG_CACHE_HOME: home, HOME: home, LOCALAPPDATA: home },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(asNobody && process.getuid?.() === 0 ? NOBODY : {}),
    });
  }

  async run(args: readonly string[], options?: RunOptions): Promise<Ended> {
    const child = this.start(args, options);
    const ended = exitOf(child);
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { code, out, err };
  }
}

export const exitOf = (child: ChildProcessByStdio<null, Readable, Readable>): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', resolve));
