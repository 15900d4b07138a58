import { availableParallelism } from 'node:os';
import { filesOf, runNodeTests } from './node-tests.ts';
import type { Totals } from './totals.ts';

/** Their tests start processes and threads, or work for long: each file has a process of its own. */
const ON_THEIR_OWN = 'test/unit/{cli,faults,fixtures,fuzz,host,pdf}/**/*.test.ts';

/** Some wait for a process or a limit of time; twice as many as there are processors fill the gaps. */
const FILES_AT_A_TIME = 2 * availableParallelism();

/** Runs test/unit. */
export async function runUnitTests(): Promise<Totals> {
  const files = filesOf('test/host/pure-unit-tests.ts', ON_THEIR_OWN);
  return (await runNodeTests(files, FILES_AT_A_TIME)).totals;
}

/** The files of test/unit that share a process: to load the same code for each takes longer than their tests do. */
export function pureUnitTests(): readonly string[] {
  const alone = new Set(filesOf(ON_THEIR_OWN));
  return filesOf('test/unit/**/*.test.ts').filter((file) => !alone.has(file));
}
