import { spawn } from 'node:child_process';

export interface ChildResult {
  /** The exit status; undefined when the program could not be started or was ended by a signal. */
  readonly status: number | undefined;
  /** What it printed, both streams in the order they came; or why it could not be started. */
  readonly output: string;
}

export interface ChildOptions {
  readonly cwd?: string;
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end without input, and keeps what it prints. */
export async function runChild(
  command: string,
  args: readonly string[],
  { cwd, env }: ChildOptions = {},
): Promise<ChildResult> {
  const child = spawn(command, args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return await new Promise((resolve) => {
    child.once('error', (error) => {
      resolve({ status: undefined, output: error.message });
    });
    child.once('close', (status) => {
      resolve({ status: status ?? undefined, output });
    });
  });
}

/** The last lines of a program's output, for an error message. */
export function lastWords(output: string, lines = 15): string {
  return output.trim().split('\n').slice(-lines).join('\n');
}
