import { testedExtensions } from '../workbench/extensions.ts';
import { runNodeTests } from './node-tests.ts';
import { sampleTemplate } from './sample.ts';
import { stopOnSignal } from './signals.ts';
import { succeeded, type Totals } from './totals.ts';

/** Runs test/workbench in Chromium, one file after the other, on the packaged and installed extension. */
export async function runWorkbenchTests(): Promise<Totals> {
  // Made here, once, for all of them.
  await testedExtensions();
  await sampleTemplate();
  return await runNodeTests('test/workbench/**/*.test.ts', 1);
}

export async function main(): Promise<number> {
  stopOnSignal();
  const totals = await runWorkbenchTests();
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return succeeded(totals) ? 0 : 1;
}
