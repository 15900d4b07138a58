import { join } from 'node:path';
import { lastWords, runChild } from '../host/child.ts';
import { PlainError } from '../host/plain-error.ts';
import { projectRoot } from '../host/places.ts';

/** Builds what ships into a folder of its own, so that dist/ stays what somebody made it. */
export async function buildTo(outdir: string): Promise<void> {
  const args = [join(projectRoot, 'esbuild.mjs'), '--production', '--outdir', outdir];
  const { status, output } = await runChild(process.execPath, args, { env: {} });
  if (status !== 0) throw new PlainError(`The build failed:\n${lastWords(output)}`);
}
