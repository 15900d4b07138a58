import { testedExtensions } from '../workbench/extensions.ts';
import { runNodeTests } from './node-tests.ts';
import { sampleTemplate } from './sample.ts';
import { stopOnSignal } from './signals.ts';
import { succeeded, type Totals } from './totals.ts';

/** They wait more than they compute, each in a VS Code of its own; with more at a time, waits run out. */
const FILES_AT_A_TIME = 2;

/**
 * Runs test/workbench in Chromium, on the packaged and installed extension, and test/viewer there on the report viewer
 * alone.
 */
export async function runWorkbenchTests(): Promise<Totals> {
  // Made here, once, for all of them.
  await testedExtensions();
  await sampleTemplate();
  return await runNodeTests('test/{viewer,workbench}/**/*.test.ts', FILES_AT_A_TIME);
}

export async function main(): Promise<number> {
  stopOnSignal();
  const totals = await runWorkbenchTests();
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return succeeded(totals) ? 0 : 1;
}
