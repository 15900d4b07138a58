import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventsFileVariable } from '../extension/protocol.ts';
import { build } from './build.ts';
import { bundleExtensionTests } from './bundle-extension-tests.ts';
import { inExtensionHost } from './in-extension-host.ts';
import { sampleCopy } from './sample.ts';
import { stopOnSignal } from './signals.ts';
import { TestEventReader } from './test-events.ts';
import { addFailure, succeeded, type Totals } from './totals.ts';
import { workspaceFileFor } from './workspace-file.ts';

const deadline = 5 * 60_000;

/** Runs test/extension in the VS Code server's extension host, which a Chromium page starts. */
export async function runExtensionTests(): Promise<Totals> {
  const testsModule = await bundleExtensionTests();
  const folder = await mkdtemp(join(tmpdir(), 'soc-review-extension-tests-'));
  try {
    const workspace = await workspaceFileFor(await sampleCopy(join(folder, 'workspace')));
    const events = join(folder, 'events.jsonl');
    const reader = new TestEventReader(events);
    await reader.follow(inServer(workspace, testsModule, events));
    if (reader.ended) return reader.totals;
    console.log('✖ The extension host ended before its tests did.');
    return addFailure(reader.totals, 'All tests', 'The extension host ended before its tests did.');
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function inServer(workspace: string, module: string, events: string): Promise<void> {
  const unfinished = await inExtensionHost({
    open: { workspace },
    module,
    env: { [eventsFileVariable]: events },
    deadline,
  });
  if (unfinished === undefined) return;
  console.log(
    `✖ The extension-host tests did not finish: ${unfinished.reason}. Last messages of the workbench:`,
  );
  console.log(unfinished.lastMessages.join('\n'));
}

export async function main(): Promise<number> {
  stopOnSignal();
  await build();
  const totals = await runExtensionTests();
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return succeeded(totals) ? 0 : 1;
}
