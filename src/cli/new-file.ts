import { randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, rm, writeFile } from 'node:fs/promises';
import { constants } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from './failures.ts';

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.some((code) => code === error.code);

/** Puts a finished file in its place; fails when there is one already, also one that appeared this very moment. */
async function putInPlace(temporary: string, file: string): Promise<void> {
  try {
    await link(temporary, file);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw error;
    // Not every file system knows links.
    await copyFile(temporary, file, constants.COPYFILE_EXCL);
  }
}

/**
 * Writes a file that doesn't exist yet: beside its place first, then moved into it. What a person wrote is never
 * overwritten.
 *
 * @throws Failure when there is such a file, or it can't be written
 */
export async function writeNewFile(file: string, contents: string | Uint8Array): Promise<void> {
  const temporary = `${file}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(temporary, contents, { flag: 'wx' });
    await putInPlace(temporary, file);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) {
      throw new Failure(`${file} exists already and was left as it is. Name another file.`, { cause: error });
    }
    const detail = error instanceof Error ? error.message : String(error);
    throw new Failure(`${file} can’t be written: ${detail}`, { cause: error });
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}
