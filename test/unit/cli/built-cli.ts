import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { run } from '../../../src/cli/run.ts';

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
}

export interface ProcessOptions extends RunOptions {
  readonly cwd?: string;
  /** For whom permissions count: a run by the superuser becomes one by nobody in particular. */
  readonly asNobody?: boolean;
}

/** The user and group that own nothing, as Linux and macOS have them. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/**
 * The command line as it is shipped, bundled into a folder of its own. `start` and `ship` start the shipped program in
 * a process, as a shell does: for what a process, its streams, signals and folders have to show. `run` asks for the
 * same in this process, without the half second that starting costs each time.
 */
export class BuiltCli {
  /** Where a test may write; removed at the end. */
  readonly folder: string;
  readonly #run: typeof run;

  private constructor(folder: string, asFunction: typeof run) {
    this.folder = folder;
    this.#run = asFunction;
  }

  static async build(): Promise<BuiltCli> {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'cli-')));
    const outdir = join(folder, 'dist');
    await promisify(execFile)(process.execPath, ['esbuild.mjs', 'cli', 'pdf-worker', '--outdir', outdir], {
      cwd: PROJECT,
    });
    return new BuiltCli(folder, await bundledRun(outdir));
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
    { cache = 'shared', cwd, asNobody = false }: ProcessOptions = {},
  ): ChildProcessByStdio<null, Readable, Readable> {
    return spawn(process.execPath, [join(this.folder, 'dist', 'cli.js'), ...args], {
      cwd: cwd ?? this.folder,
      env: this.#environment(cache),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(asNobody && process.getuid?.() === 0 ? NOBODY : {}),
    });
  }

  /** Runs it to its end in a process of its own. */
  async ship(args: readonly string[], options?: ProcessOptions): Promise<Ended> {
    const child = this.start(args, options);
    const ended = exitOf(child);
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    return { code, out, err };
  }

  /** Runs it to its end in this process. */
  async run(args: readonly string[], { cache = 'shared' }: RunOptions = {}): Promise<Ended> {
    const [out, err] = [new PassThrough(), new PassThrough()];
    const printed = Promise.all([text(out), text(err)]);
    const code = await this.#run(args, {
      out: out as unknown as NodeJS.WriteStream,
      err: err as unknown as NodeJS.WriteStream,
      env: this.#environment(cache),
    });
    for (const stream of [out, err]) stream.end();
    const [toOut, toErr] = await printed;
    return { code, out: toOut, err: toErr };
  }

  /** Each platform takes its cache folder from one of these. */
  #environment(cache: string): NodeJS.ProcessEnv {
    const home = this.cacheFolder(cache);
    return { PATH: process.env['PATH'], XDG_CACHE_HOME: home, HOME: home, LOCALAPPDATA: home };
  }
}

/** The function behind the program, bundled below its worker, where it looks for it. */
async function bundledRun(outdir: string): Promise<typeof run> {
  const outfile = join(outdir, 'cli', 'run.mjs');
  await build({
    absWorkingDir: PROJECT,
    entryPoints: ['src/cli/run.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  });
  const bundle = (await import(pathToFileURL(outfile).href)) as { readonly run: typeof run };
  return bundle.run;
}

export const exitOf = (child: ChildProcessByStdio<null, Readable, Readable>): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', resolve));
