import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lastWords, runChild } from './child.ts';
import { installVsCodeServer, noGallery } from './install-vscode-server.ts';
import { packageExtension } from './package.ts';
import { PlainError } from './plain-error.ts';

/**
 * Packs what stands in dist/ and installs the package as a person would, into a folder of extensions for the
 * VS Code server. What is tested and shown is thus what ships.
 * @param folder emptied first.
 * @returns the folder, for VsCodeServer's `extensionsFolder`.
 */
export async function installPackagedExtension(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(dirname(folder), { recursive: true });
  const vsix = `${folder}.vsix`;
  await packageExtension(vsix);
  await installVsix(vsix, folder);
  await rm(vsix);
  return folder;
}

async function installVsix(vsix: string, extensionsFolder: string): Promise<void> {
  const server = await installVsCodeServer();
  const dataFolder = `${extensionsFolder}.data`;
  const { status, output } = await runChild(
    process.execPath,
    [
      join(server, 'out', 'server-main.js'),
      ...['--install-extension', vsix],
      ...['--extensions-dir', extensionsFolder],
      ...['--server-data-dir', dataFolder],
      '--accept-server-license-terms',
    ],
    { env: noGallery },
  );
  await rm(dataFolder, { recursive: true, force: true });
  if (status !== 0) throw new PlainError(`The package could not be installed:\n${lastWords(output)}`);
}
