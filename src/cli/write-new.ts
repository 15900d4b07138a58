import { randomUUID } from 'node:crypto';
import { copyFile, constants, link, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from './failures.ts';
import { plain } from './terminal.ts';

/**
 * Writes a file that must not exist yet: whole, or not at all, whatever happens meanwhile. What a person wrote is
 * never overwritten, not even when it appears at this very moment.
 *
 * @throws Failure when there is such a file, or when it can't be written.
 */
export async function writeNew(file: string, contents: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file).slice(0, 100)}.${randomUUID()}.tmp`);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(temporary, contents, { flag: 'wx' });
    await giveName(temporary, file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') {
      throw new Failure(`${plain(file)} exists already and was left as it is. Name another file.`, {
        cause: error,
      });
    }
    if (code === 'ENOSPC') {
      throw new Failure(`${plain(file)} was not written: the disk is full.`, { cause: error });
    }
    const detail = error instanceof Error ? error.message : String(error);
    throw new Failure(`${plain(file)} can’t be written: ${plain(detail)}`, { cause: error });
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** A second name, unlike a new name, never takes the place of another file. Not every file system knows them. */
async function giveName(temporary: string, file: string): Promise<void> {
  try {
    await link(temporary, file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    await copyFile(temporary, file, constants.COPYFILE_EXCL);
  }
}
