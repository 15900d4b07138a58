import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import esbuild from 'esbuild';
import { hostFolder, projectRoot } from './places.ts';

/**
 * Bundles the extension-host tests, one file each, for the host's CommonJS loader. They stay below the
 * project so that mocha is found in its node_modules.
 * @returns the module to name as `extensionTestsPath`.
 */
export async function bundleExtensionTests(): Promise<string> {
  const outdir = join(hostFolder, 'extension-tests');
  await rm(outdir, { recursive: true, force: true });
  const tests = globSync('test/extension/**/*.test.ts', { cwd: projectRoot }).sort();
  await esbuild.build({
    absWorkingDir: projectRoot,
    entryPoints: [
      { in: 'test/extension/index.ts', out: 'index' },
      ...tests.map((file) => ({ in: file, out: uniqueName(file) })),
    ],
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return join(outdir, 'index.cjs');
}

/** `test/extension/tree/badge.test.ts` → `tree-badge.test` */
function uniqueName(file: string): string {
  const below = file.split(/[\\/]/u).slice(2, -1);
  return [...below, basename(file, '.ts')].join('-');
}

/** `npm run bundle:extension-tests`: what the debugger runs. */
export async function main(): Promise<number> {
  console.log(await bundleExtensionTests());
  return 0;
}
