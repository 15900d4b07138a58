import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PlainError } from './plain-error.ts';

export interface StartArguments {
  /** The folder to open, absolute; undefined for the sample repository. */
  readonly folder: string | undefined;
  readonly port: number | undefined;
}

/**
 * Reads `[FOLDER] [--port N]`. A relative folder is taken from where the person stood when starting npm.
 * @throws {PlainError} when an argument is not understood.
 */
export function startArguments(args: readonly string[]): StartArguments {
  const { values, positionals } = parse(args);
  if (positionals.length > 1) throw usage(`Only one folder can be opened, not ${positionals.length}.`);
  const [named] = positionals;
  const folder = named === undefined ? undefined : resolve(process.env['INIT_CWD'] ?? process.cwd(), named);
  if (folder !== undefined && !(existsSync(folder) && statSync(folder).isDirectory())) {
    throw usage(`There is no folder ${folder}.`);
  }
  return { folder, port: values.port === undefined ? undefined : portNumber(values.port) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { port: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw usage(`${text} is not a port number (1 to 65535).`);
}

function usage(problem: string): PlainError {
  return new PlainError(`${problem}\nUsage: npm start [-- FOLDER] [--port N]`);
}
