import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { PlainError } from './plain-error.ts';

/** Failures of npm that a person can do something about: how npm words them, and what to say. */
const knownFailures: readonly (readonly [RegExp, string])[] = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET|network/iu,
    "npm can't reach its registry. Check the network connection, and npm's registry and proxy settings (npm config get registry).",
  ],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/u,
    "npm doesn't trust its registry's certificate (npm config get cafile).",
  ],
  [/ENOSPC/u, 'The disk is full.'],
  [/EACCES|EPERM|EROFS/u, 'The folder may not be written to.'],
  [/E404|ETARGET|notarget/u, "npm's registry doesn't have this version of the package."],
  [/E401|E403|ENEEDAUTH/u, "npm's registry refuses access (npm whoami, npm config get registry)."],
];

/** The part of npm's failure that says what to do, or undefined when it is none that we know. */
export function explainNpmFailure(output: string): string | undefined {
  return knownFailures.find(([pattern]) => pattern.test(output))?.[1];
}

/**
 * Runs npm in a folder, quietly, with the same npm that runs us when we are an npm script.
 * @throws {PlainError} with what to do and npm's own last words.
 */
export async function npm(folder: string, args: readonly string[]): Promise<void> {
  const running = process.env['npm_execpath'];
  const [command, first] =
    running !== undefined && basename(running).startsWith('npm')
      ? [process.execPath, [running]]
      : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  const child = spawn(command, [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const failure = await new Promise<string | undefined>((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('close', (code) => {
      resolve(code === 0 ? undefined : `npm ended with status ${code}`);
    });
  });
  if (failure === undefined) return;
  const lastWords = output.trim().split('\n').slice(-12).join('\n');
  throw new PlainError([explainNpmFailure(output) ?? failure, lastWords].filter(Boolean).join('\n'));
}
