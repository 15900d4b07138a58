import { realpath, stat } from 'node:fs/promises';
import { Failure, WrongUse } from './failures.ts';
import { isGone } from '../core/library/file-problem.ts';
import { plain } from './terminal.ts';

/** A folder that exists: as the user named it, and where it really is. */
export interface Folder {
  readonly named: string;
  readonly real: string;
}

export async function existingFolder(named: string): Promise<Folder> {
  let isFolder: boolean;
  let real: string;
  try {
    isFolder = (await stat(named)).isDirectory();
    real = await realpath(named);
  } catch (error) {
    if (isGone(error)) throw new WrongUse(`There is no folder ${plain(named)}.`, { cause: error });
    const detail = error instanceof Error ? error.message : String(error);
    throw new Failure(`The folder ${plain(named)} can’t be opened: ${plain(detail)}`, { cause: error });
  }
  if (!isFolder) throw new WrongUse(`${plain(named)} is not a folder. Name the folder that it lies in.`);
  return { named, real };
}

/** False when nothing is there; where that can't be told, something may be. */
export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    return !isGone(error);
  }
}
