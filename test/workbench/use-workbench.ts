import { after, afterEach, before, type TestContext } from 'node:test';
import { Workbench, type WorkbenchOptions } from './workbench.ts';

/** Node has had `passed` since 22; its types have not. */
type FinishedTest = TestContext & { readonly passed: boolean };

/**
 * Gives the tests of a `describe` one workbench to share: opened before the first, closed after the last. When
 * a test fails, a picture of the window and the logs are kept, and their paths printed.
 * @returns how a test gets it.
 */
export function useWorkbench(options: WorkbenchOptions = {}): () => Workbench {
  let workbench: Workbench | undefined;
  before(async () => {
    workbench = await Workbench.open(options);
  });
  afterEach(async (context) => {
    const test = context as FinishedTest;
    if (test.passed || workbench === undefined) return;
    const kept = await workbench.keepEvidence(test.fullName);
    const lines = [...kept, ...(await workbench.inWords())].map((line) => `  ${line}`);
    console.log(`Kept for "${test.name}":\n${lines.join('\n')}`);
  });
  after(async () => {
    await workbench?.close();
  });
  return () => {
    if (workbench === undefined) throw new Error('The workbench is opened before the first test.');
    return workbench;
  };
}
