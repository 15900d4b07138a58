import { testedExtensions } from '../workbench/extensions.ts';
import { filesOf, runNodeTests, type NodeTestRun } from './node-tests.ts';
import { sampleTemplate } from './sample.ts';
import { stopOnSignal } from './signals.ts';
import { add, none, succeeded, type Totals } from './totals.ts';

/** They wait more than they compute, each in a VS Code of its own; with more at a time, waits run out. */
const FILES_AT_A_TIME = 2;

/** When more files fail, it isn't by chance. */
const MOST_TRIED_AGAIN = 2;

/**
 * Runs test/workbench in Chromium, on the packaged and installed extension, and test/viewer there on the report viewer
 * alone.
 */
export async function runWorkbenchTests(): Promise<Totals> {
  // Made here, once, for all of them.
  await testedExtensions();
  await sampleTemplate();
  const files = filesOf('test/{viewer,workbench}/**/*.test.ts');
  return await triedAgain(await runNodeTests(files, FILES_AT_A_TIME), files);
}

/**
 * A real editor on a machine that has no time for it may miss a click. Files of which a test failed are run once
 * more, alone, in a fresh editor; what holds then has passed, and is named at the end for somebody to look into.
 */
async function triedAgain({ totals, failed }: NodeTestRun, all: readonly string[]): Promise<Totals> {
  const files = all.filter((file) => failed.has(file));
  const areFew = files.length === failed.size && files.length <= MOST_TRIED_AGAIN;
  if (files.length === 0 || !areFew) return totals;
  console.log(`\nOnce more, alone:\n${files.map((file) => `  ${file}`).join('\n')}`);
  const first = [...failed.values()].reduce(add, none);
  const second = await runNodeTests(files, 1);
  if (second.totals.failed > 0) return totals;
  const steady = { ...none, passed: totals.passed - first.passed };
  return [steady, second.totals, { ...none, unsteady: first.failures }].reduce(add);
}

export async function main(): Promise<number> {
  stopOnSignal();
  const totals = await runWorkbenchTests();
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return succeeded(totals) ? 0 : 1;
}
