// Runs the cases of one target, in a thread that can be ended when a case never does.
import { parentPort, workerData } from 'node:worker_threads';
import { seededRandom } from '../fixtures/random.ts';
import type { FuzzTarget, Outcome } from './target.ts';

export interface Task {
  /** The URL of the module that exports `targets`. */
  readonly module: string;
  readonly target: string;
  readonly seed: string;
  /** The cases from this one, up to that one, not included. */
  readonly from: number;
  readonly to: number;
}

/** `done`: what became of a case; `ready`: the target waits for the first. */
export type Report =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'done';
      readonly index: number;
      readonly outcome: Outcome;
      readonly milliseconds: number;
    };

const { module, target: name, seed, from, to } = workerData as Task;
const { targets } = (await import(module)) as { readonly targets: readonly FuzzTarget[] };
const target = targets.find((one) => one.name === name);
if (target === undefined) throw new Error(`There is no ${name} to fuzz.`);
const tell = (report: Report): void => parentPort?.postMessage(report);

const prepared = await target.prepare();
tell({ kind: 'ready' });
for (let index = from; index < to; index++) {
  const started = performance.now();
  const outcome = await prepared
    .run(seededRandom(`${seed}/${name}/${index}`))
    .catch((error: unknown): Outcome => ({
      verdict: 'crash',
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }));
  tell({ kind: 'done', index, outcome, milliseconds: performance.now() - started });
}
await prepared.close();
