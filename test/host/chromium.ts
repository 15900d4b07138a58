import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { unpackBundledChromium } from './bundled-chromium.ts';
import { onPath, wellKnownPaths, type InstalledAs } from './find-program.ts';
import { PlainError } from './plain-error.ts';
import { librariesMissingFor, missingLibrariesError } from './shared-libraries.ts';

/** A browser that can be started, and the environment it needs. */
export interface ChromiumExecutable {
  readonly path: string;
  readonly env: NodeJS.ProcessEnv;
  /** How it was found, in words, for progress lines. */
  readonly source: string;
}

/**
 * Quiet, deterministic, and able to start as root and without network: no sandbox (the pages are our own),
 * no updates, no background traffic.
 */
const flags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const installedAs: InstalledAs = {
  mac: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${name}.app/Contents/MacOS/${name}`),
  windows: [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ],
};

/**
 * Some distributions put a script under a browser's name that only says how to install it, so a found file
 * must also answer. (On Windows the question would open a window; there the file is enough.)
 */
function answers(path: string): boolean {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

let found: Promise<ChromiumExecutable> | undefined;

/**
 * Finds a Chromium that starts: the one that CHROMIUM_PATH names, else an installed one, else the headless one
 * of an npm package (Linux x64).
 * @throws {PlainError} when there is none, saying what to install.
 */
export function chromiumExecutable(): Promise<ChromiumExecutable> {
  return (found ??= find());
}

async function find(): Promise<ChromiumExecutable> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (answers(named)) return { path: named, env: process.env, source: 'CHROMIUM_PATH' };
    throw new PlainError(`CHROMIUM_PATH names ${named}, which is not a browser that starts.`);
  }
  const installed = [...onPath(commands), ...wellKnownPaths(installedAs)].find(answers);
  if (installed !== undefined) return { path: installed, env: process.env, source: 'installed' };

  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new PlainError(
      `No Chromium was found on this machine (${process.platform} ${process.arch}).\n` +
        'Install Google Chrome, Chromium or Microsoft Edge, or name one in the environment variable CHROMIUM_PATH.',
    );
  }
  return await bundled();
}

async function bundled(): Promise<ChromiumExecutable> {
  const unpacked = await unpackBundledChromium();
  let env: NodeJS.ProcessEnv = process.env;
  if (!existsSync('/usr/share/fonts') && !existsSync('/usr/local/share/fonts')) {
    env = { ...env, FONTCONFIG_FILE: unpacked.fontsFile };
  }
  if (librariesMissingFor(unpacked.executable, env).length > 0) {
    const libraryPath = [unpacked.libraryFolder, env['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter);
    env = { ...env, LD_LIBRARY_PATH: libraryPath };
    const missing = librariesMissingFor(unpacked.executable, env);
    if (missing.length > 0) throw missingLibrariesError(missing);
  }
  return { path: unpacked.executable, env, source: 'npm package' };
}

/**
 * Starts a headless Chromium. The caller closes it.
 * @throws {PlainError} when none can be found or started, saying what to install.
 */
export async function launchChromium(): Promise<Browser> {
  const { path, env, source } = await chromiumExecutable();
  try {
    return await chromium.launch({
      executablePath: path,
      headless: true,
      args: [...flags],
      env: definedOnly(env),
    });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const library = /error while loading shared libraries: (\S+?):/u.exec(text)?.[1];
    if (library !== undefined) throw missingLibrariesError([library]);
    throw new PlainError(
      `Chromium (${source}: ${path}) did not start.\n` +
        'Install Google Chrome or Chromium, or name one in the environment variable CHROMIUM_PATH.\n' +
        text,
    );
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
