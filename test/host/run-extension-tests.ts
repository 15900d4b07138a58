import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventsFileVariable } from '../extension/protocol.ts';
import { build } from './build.ts';
import { bundleExtensionTests } from './bundle-extension-tests.ts';
import { launchChromium } from './chromium.ts';
import { projectRoot } from './places.ts';
import { sampleCopy } from './sample.ts';
import { stopOnSignal } from './signals.ts';
import { TestEventReader } from './test-events.ts';
import { succeeded, type Totals } from './totals.ts';
import { VsCodeServer } from './vscode-server.ts';
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
    return { ...reader.totals, failed: reader.totals.failed + 1 };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function inServer(workspace: string, testsModule: string, events: string): Promise<void> {
  await using server = await VsCodeServer.start({ testDriver: true, env: { [eventsFileVariable]: events } });
  await using browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const noise: string[] = [];
  page.on('console', (message) => noise.push(message.text()));
  const exited = new Promise<void>((resolve) => {
    void page.exposeFunction('codeAutomationExit', () => {
      resolve();
    });
  });
  await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
    noise.push(args.map(String).join(' '));
  });
  const remote = (path: string): string => `vscode-remote://${server.authority}${path}`;
  await page.goto(
    server.address({
      workspace,
      payload: JSON.stringify([
        ['extensionDevelopmentPath', remote(projectRoot)],
        ['extensionTestsPath', remote(testsModule)],
        ['skipWelcome', 'true'],
        ['skipReleaseNotes', 'true'],
      ]),
    }),
  );
  const outcome = await Promise.race([
    exited.then(() => 'exited' as const),
    server.ended().then(() => 'the VS Code server ended' as const),
    new Promise<string>((resolve) => {
      setTimeout(resolve, deadline, `they took longer than ${deadline / 60_000} minutes`).unref();
    }),
  ]);
  if (outcome !== 'exited') {
    console.log(`✖ The extension-host tests did not finish: ${outcome}. Last messages of the workbench:`);
    console.log(noise.slice(-30).join('\n'));
  }
}

export async function main(): Promise<number> {
  stopOnSignal();
  await build();
  const totals = await runExtensionTests();
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return succeeded(totals) ? 0 : 1;
}
