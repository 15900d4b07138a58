import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../host/build.ts';
import { installPackagedExtension } from '../host/install-extension.ts';

/** Set by the runner, so that all test files share one installed package. */
export const extensionsVariable = 'SOC_REVIEW_TEST_EXTENSIONS';

let installed: Promise<string> | undefined;

/**
 * A folder of extensions that holds ours, installed from its package. A test file run by itself packs and
 * installs first.
 */
export function testedExtensions(): Promise<string> {
  const shared = process.env[extensionsVariable];
  return (installed ??= shared === undefined ? packAndInstall() : Promise.resolve(shared));
}

async function packAndInstall(): Promise<string> {
  await build('production');
  const folder = await mkdtemp(join(tmpdir(), 'soc-review-extensions-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return await installPackagedExtension(join(folder, 'extensions'));
}
