import { basename } from 'node:path';
import { lastWords, runChild } from './child.ts';
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
  const { status, output } = await runChild(
    command,
    [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder },
  );
  if (status === 0) return;
  const failure = explainNpmFailure(output) ?? `npm ended with status ${status ?? 'none'}.`;
  throw new PlainError(`${failure}\n${lastWords(output)}`);
}
