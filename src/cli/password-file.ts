import { readFile } from 'node:fs/promises';
import { filePatterns } from '../core/library/file-patterns.ts';
import type { Passwords } from '../core/library/ports.ts';
import { WrongUse } from './failures.ts';

/**
 * Reads passwords from a file, so that none ever stands on a command line, where other users and the shell's
 * history see it. Either one line with the password of all files; or a line for each file or folder,
 * `vendors/interxion/**: password`, of which the first that fits counts.
 */
export async function readPasswordFile(path: string): Promise<Passwords> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new WrongUse(`The password file can’t be read: ${detail}`, { cause: error });
  }
  return parsePasswords(text);
}

/** Errors name lines, never what stands on them. */
export function parsePasswords(text: string): Passwords {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line !== '');
  const [only] = lines;
  if (only === undefined) throw new WrongUse('The password file is empty.');
  if (lines.length === 1 && !only.line.includes(': ')) return () => Promise.resolve(only.line);
  const rules = lines.map(({ line, number }) => {
    const end = line.indexOf(': ');
    if (end < 1) {
      throw new WrongUse(
        `Line ${String(number)} of the password file is not of the form "path or pattern: password".`,
      );
    }
    return { patterns: filePatterns([line.slice(0, end)]), password: line.slice(end + 2) };
  });
  return (file) => Promise.resolve(rules.find(({ patterns }) => patterns.matches(file))?.password);
}
