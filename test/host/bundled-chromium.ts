import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import packagedChromium, { inflate } from '@sparticuz/chromium';
import { hostFolder } from './places.ts';

/** The headless Chromium of the npm package, unpacked: its folder, and its executable inside. */
export interface BundledChromium {
  readonly folder: string;
  readonly executable: string;
  /** Copies of the NSS libraries, for machines that have none. */
  readonly libraryFolder: string;
  /** A fontconfig file that names the package's own fonts, for machines that have none. */
  readonly fontsFile: string;
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium` into the host folder, once per version.
 *
 * The package itself unpacks to the temporary folder and takes a half-written file there for a whole one;
 * so it gets a temporary folder of its own, which is moved into place when everything is in it.
 */
export async function unpackBundledChromium(): Promise<BundledChromium> {
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(hostFolder, `chromium-${version}`);
  const unpacked: BundledChromium = {
    folder,
    executable: join(folder, 'chromium'),
    libraryFolder: join(folder, 'al2023', 'lib'),
    fontsFile: join(folder, 'own-fonts.conf'),
  };
  if (existsSync(folder)) return unpacked;

  console.log(`Unpacking Chromium from the npm package (version ${version}) …`);
  await mkdir(hostFolder, { recursive: true });
  const staging = await mkdtemp(join(hostFolder, 'chromium-unpacking-'));
  try {
    await unpackInto(staging, packageFolder);
    await writeFile(join(staging, 'own-fonts.conf'), fontsConfiguration(folder));
    await rename(staging, folder);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another process may have been first: what it moved into place is just as good.
    if (!existsSync(folder)) throw error;
  }
  return unpacked;
}

async function unpackInto(staging: string, packageFolder: string): Promise<void> {
  const temporaryFolder = process.env['TMPDIR'];
  process.env['TMPDIR'] = staging;
  try {
    await packagedChromium.executablePath();
    await inflate(join(packageFolder, 'bin', 'al2023.tar.br'));
  } finally {
    if (temporaryFolder === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = temporaryFolder;
  }
}

function fontsConfiguration(folder: string): string {
  return (
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n` +
    `  <dir>${join(folder, 'fonts', 'fonts')}</dir>\n` +
    `  <cachedir>${join(folder, 'fonts-cache')}</cachedir>\n</fontconfig>\n`
  );
}
