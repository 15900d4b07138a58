import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import esbuild from 'esbuild';
import { build } from '../../host/build.ts';
import { inExtensionHost } from '../../host/in-extension-host.ts';
import { PlainError } from '../../host/plain-error.ts';
import { FIGURES_FILE, type HostFigures } from './protocol.ts';

/** To look for ports to forward, the host starts a program every few seconds, which keeps it for as long as we may. */
const settings = { 'remote.autoForwardPorts': false };
const deadline = 5 * 60_000;

/** Indexes a folder in a real extension host, with nothing kept from before, and looks on from inside of it. */
export async function measureHost(folder: string, temporary: string): Promise<HostFigures> {
  await build('production');
  const module = join(temporary, 'probe.cjs');
  await esbuild.build({
    entryPoints: [join(import.meta.dirname, 'probe.ts')],
    outfile: module,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const figures = join(temporary, 'host-figures.json');
  const unfinished = await inExtensionHost({
    open: { folder },
    module,
    env: { [FIGURES_FILE]: figures },
    settings,
    deadline,
  });
  if (unfinished !== undefined) {
    throw new PlainError(
      `Nothing could be measured in the extension host: ${unfinished.reason}.\n${unfinished.lastMessages.join('\n')}`,
    );
  }
  return JSON.parse(await readFile(figures, 'utf8')) as HostFigures;
}
