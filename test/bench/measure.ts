import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { lastWords, runChild } from '../host/child.ts';
import { PlainError } from '../host/plain-error.ts';

/** One run of something. */
export interface Run {
  /** Wall-clock time from before the process is started until it has ended. */
  readonly milliseconds: number;
  readonly output: string;
}

/** A run of a script in Node, with the most memory that its process held resident, all threads together. */
export interface NodeRun extends Run {
  readonly peakMegabytes: number;
}

const PRELOAD = pathToFileURL(join(import.meta.dirname, 'peak-memory.mjs')).href;

/** Runs a script in a new process of this Node, whose warnings don't belong to its output. */
export async function runNode(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  temporary: string,
): Promise<NodeRun> {
  const peakFile = join(temporary, 'peak-memory');
  const started = performance.now();
  const output = await runToEnd(process.execPath, ['--no-warnings', '--import', PRELOAD, ...args], {
    ...env,
    PEAK_MEMORY_FILE: peakFile,
  });
  const milliseconds = performance.now() - started;
  const peakMegabytes = Number(await readFile(peakFile, 'utf8')) / 1024;
  return { milliseconds, peakMegabytes, output };
}

/** Runs a program once per list of arguments, one after the other. */
export async function runEach(program: string, calls: readonly (readonly string[])[]): Promise<Run> {
  const started = performance.now();
  for (const args of calls) await runToEnd(program, args);
  return { milliseconds: performance.now() - started, output: '' };
}

async function runToEnd(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { status, output } = await runChild(program, args, { env });
  if (status !== 0) throw new PlainError(`${program} ${args.join(' ')} failed:\n${lastWords(output)}`);
  return output;
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
  return (lower + upper) / 2;
}
