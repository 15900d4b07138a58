import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import packagedChromium, { inflate } from '@sparticuz/chromium';
import { folderOnce } from './folder-once.ts';

/** The headless Chromium of the npm package, unpacked. */
export interface BundledChromium {
  readonly executable: string;
  /** Copies of the NSS libraries, for machines that have none. */
  readonly libraryFolder: string;
  /** A fontconfig file that names the package's own fonts, for machines that have none. */
  readonly fontsFile: string;
}

/** Unpacks the Chromium of `@sparticuz/chromium` into the host folder, once per version. */
export async function unpackBundledChromium(): Promise<BundledChromium> {
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const manifest = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = await folderOnce(`chromium-${manifest.version}`, async (staging, final) => {
    console.log(`Unpacking Chromium from the npm package (version ${manifest.version}) …`);
    await unpackInto(staging, packageFolder);
    await writeFile(join(staging, 'own-fonts.conf'), fontsConfiguration(final));
  });
  return {
    executable: join(folder, 'chromium'),
    libraryFolder: join(folder, 'al2023', 'lib'),
    fontsFile: join(folder, 'own-fonts.conf'),
  };
}

/** The package unpacks to the temporary folder and nowhere else, so it gets one of its own. */
async function unpackInto(folder: string, packageFolder: string): Promise<void> {
  const temporaryFolder = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
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
