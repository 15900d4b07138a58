import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Report, Task } from './fuzz-thread.ts';
import type { FuzzTarget } from './target.ts';

export interface FuzzOptions {
  /** Of all targets together. */
  readonly count: number;
  readonly seed: string;
  /** The only target to run; all when left out. */
  readonly only?: string;
  /** The only case to run of it. */
  readonly case?: number;
  /** The URL of the module with the targets; that of the program's own when left out. */
  readonly module?: string;
  /** After so many milliseconds without an answer a case hangs. */
  readonly hangsAfter?: number;
}

/** A case that went wrong, as it can be run again. */
export interface Finding {
  readonly index: number;
  readonly what: 'crash' | 'hang' | 'lost';
  readonly detail: string;
}

export interface TargetResult {
  readonly name: string;
  readonly cases: number;
  /** Ended by a limit and answered with it. */
  readonly stopped: number;
  /** Milliseconds. */
  readonly slowest: number;
  readonly findings: readonly Finding[];
}

/** Longer than the longest limit of a case, on a machine that has other things to do. */
const HANGS_AFTER = 60_000;
const OWN_TARGETS = new URL('./targets/index.ts', import.meta.url).href;

/** Runs all cases. The same count and seed are the same cases on every machine. */
export async function fuzz(options: FuzzOptions): Promise<TargetResult[]> {
  const { count, seed, only, case: single, module = OWN_TARGETS, hangsAfter = HANGS_AFTER } = options;
  const { targets } = (await import(module)) as { readonly targets: readonly FuzzTarget[] };
  const weights = targets.reduce((sum, { weight }) => sum + weight, 0);
  const results: TargetResult[] = [];
  for (const { name, weight } of targets) {
    if (only !== undefined && name !== only) continue;
    const share = only === undefined ? Math.ceil((count * weight) / weights) : count;
    const [from, to] = single === undefined ? [0, share] : [single, single + 1];
    results.push(await fuzzTarget({ module, target: name, seed, from, to }, hangsAfter));
  }
  return results;
}

async function fuzzTarget(task: Task, hangsAfter: number): Promise<TargetResult> {
  const { target: name, from, to } = task;
  const findings: Finding[] = [];
  let stopped = 0;
  let slowest = 0;
  let next = from;
  while (next < to) {
    const ended = await runThread({ ...task, from: next }, hangsAfter, ({ index, outcome, milliseconds }) => {
      next = index + 1;
      slowest = Math.max(slowest, milliseconds);
      const { verdict, detail } = outcome;
      if (verdict === 'stopped') stopped++;
      else if (verdict !== 'ok') findings.push({ index, what: verdict, detail });
    });
    // The case that was under way took the thread with it.
    if (ended !== 'all' && next < to) findings.push({ index: next++, ...ended });
  }
  return { name, cases: to - from, stopped, slowest, findings };
}

type Done = Extract<Report, { kind: 'done' }>;
type Ended = 'all' | { readonly what: 'crash' | 'hang'; readonly detail: string };

/** Resolves when the thread has ended: with all its cases, or in the middle of one. */
async function runThread(task: Task, hangsAfter: number, onDone: (done: Done) => void): Promise<Ended> {
  const thread = new Worker(new URL('./fuzz-thread.ts', import.meta.url), { workerData: task });
  let hung = false;
  let failure = '';
  let watchdog: NodeJS.Timeout | undefined;
  const watch = (patience: number): void => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      hung = true;
      void thread.terminate();
    }, patience);
  };
  thread.on('message', (report: Report) => {
    watch(hangsAfter);
    if (report.kind === 'done') onDone(report);
  });
  thread.on('error', (error: Error) => (failure = error.stack ?? error.message));
  // To load and prepare takes what it takes.
  watch(HANGS_AFTER);
  const [code] = (await once(thread, 'exit')) as [number];
  clearTimeout(watchdog);
  if (hung) return { what: 'hang', detail: `no answer within ${hangsAfter / 1000} s` };
  return code === 0 ? 'all' : { what: 'crash', detail: failure };
}
