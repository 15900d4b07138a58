import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { eventsFileVariable } from '../extension/protocol.ts';
import { build } from './build.ts';
import { bundleExtensionTests } from './bundle-extension-tests.ts';
import { namedDesktopVsCode } from './desktop-vscode.ts';
import { hasDesktop } from './open-browser.ts';
import { hostFolder, projectRoot } from './places.ts';
import { PlainError } from './plain-error.ts';
import { sampleCopy } from './sample.ts';
import { TestEventReader } from './test-events.ts';
import { workspaceFileFor } from './workspace-file.ts';
import { succeeded } from './totals.ts';

/** `npm run test:desktop`: the extension-host tests in a desktop VS Code, an installed one or a downloaded one. */
export async function main(): Promise<number> {
  if (process.platform === 'linux' && !hasDesktop()) {
    throw new PlainError(
      'The desktop VS Code needs a screen, and there is none here. ' +
        'Run "npm run test:extension", which needs none, or: xvfb-run -a npm run test:desktop',
    );
  }
  const vscodeExecutablePath = namedDesktopVsCode() ?? (await download());
  await build('production');
  const extensionTestsPath = await bundleExtensionTests();
  const folder = await mkdtemp(join(tmpdir(), 'soc-review-desktop-tests-'));
  try {
    const events = join(folder, 'events.jsonl');
    const reader = new TestEventReader(events);
    const host = runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: projectRoot,
      extensionTestsPath,
      extensionTestsEnv: { [eventsFileVariable]: events },
      launchArgs: [
        await workspaceFileFor(await sampleCopy(join(folder, 'workspace'))),
        `--user-data-dir=${join(folder, 'user')}`,
        '--disable-extensions',
        '--disable-workspace-trust',
      ],
    });
    // It rejects when a test failed, which the events tell better.
    await reader.follow(host.catch(() => undefined));
    console.log(`${reader.totals.passed} passed, ${reader.totals.failed} failed`);
    if (!reader.ended) throw new PlainError('VS Code ended before its tests did; see above.');
    return succeeded(reader.totals) ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function download(): Promise<string> {
  console.log('Downloading VS Code (about 130 MB, once) …');
  try {
    return await downloadAndUnzipVSCode({ cachePath: join(hostFolder, 'vscode-desktop') });
  } catch (error) {
    throw new PlainError(
      `VS Code could not be downloaded: ${error instanceof Error ? error.message : String(error)}\n` +
        'Name an installed one in the environment variable VSCODE_EXECUTABLE (the program itself, not the "code" command), ' +
        'or run "npm run test:extension", which needs only npm.',
    );
  }
}
