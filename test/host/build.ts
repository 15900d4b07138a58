import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PlainError } from './plain-error.ts';
import { projectRoot } from './places.ts';

/** Bundles the program into dist/: for development, or minified and without source maps as it ships. */
export async function build(kind: 'development' | 'production' = 'development'): Promise<undefined> {
  const child = spawn(
    process.execPath,
    [join(projectRoot, 'esbuild.mjs'), ...(kind === 'production' ? ['--production'] : [])],
    { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new PlainError('The build failed; see above.');
}
