import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionsVariable } from '../workbench/extensions.ts';
import { build } from './build.ts';
import { installPackagedExtension } from './install-extension.ts';
import { runNodeTests } from './node-tests.ts';
import { stopOnSignal } from './signals.ts';
import { succeeded, type Totals } from './totals.ts';

/** Runs test/workbench in Chromium, one file after the other, on the packaged and installed extension. */
export async function runWorkbenchTests(): Promise<Totals> {
  const folder = await mkdtemp(join(tmpdir(), 'soc-review-workbench-tests-'));
  try {
    process.env[extensionsVariable] = await installPackagedExtension(join(folder, 'extensions'));
    return await runNodeTests('test/workbench/**/*.test.ts', 1);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

export async function main(): Promise<number> {
  stopOnSignal();
  await build('production');
  const totals = await runWorkbenchTests();
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return succeeded(totals) ? 0 : 1;
}
