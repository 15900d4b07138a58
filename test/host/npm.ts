import { basename } from 'node:path';
import { lastWords, runChild, type ChildResult } from './child.ts';
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
 * Runs npm to its end: the same npm that runs us when we are an npm script.
 * @param folder where its package.json is.
 */
export async function runNpm(folder: string, args: readonly string[]): Promise<ChildResult> {
  const running = process.env['npm_execpath'];
  if (running !== undefined && basename(running).startsWith('npm')) {
    return await runChild(process.execPath, [running, ...args], { cwd: folder });
  }
  return await runChild('npm', args, { cwd: folder });
}

/**
 * Installs packages with npm, quietly.
 * @throws {PlainError} with what to do and npm's own last words.
 */
export async function npmInstall(folder: string, args: readonly string[]): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { status, output } = await runNpm(folder, ['install', ...args, ...quiet]);
  if (status === 0) return;
  const failure = explainNpmFailure(output) ?? `npm ended with status ${status ?? 'none'}.`;
  throw new PlainError(`${failure}\n${lastWords(output)}`);
}
