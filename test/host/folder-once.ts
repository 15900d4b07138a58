import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hostFolder } from './places.ts';

/**
 * Makes a folder below the host folder, once. It is filled under another name and moved into place when
 * everything is in it, so an interrupted run leaves nothing that looks whole, and two runs at the same time
 * don't disturb each other.
 * @param fill gets the folder to fill and the path that it will have in the end.
 * @returns the folder's absolute path.
 */
export async function folderOnce(
  name: string,
  fill: (staging: string, final: string) => Promise<void>,
): Promise<string> {
  const final = join(hostFolder, name);
  if (existsSync(final)) return final;
  await mkdir(hostFolder, { recursive: true });
  await removeLeftovers(`${name}.unfinished-`);
  // The process's id says whose it is, and what follows keeps two of one process apart.
  const staging = await mkdtemp(`${final}.unfinished-${process.pid}-`);
  try {
    await fill(staging, final);
    await rename(staging, final);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    // Another process may have been first: what it moved into place is just as good.
    if (!existsSync(final)) throw error;
  }
  return final;
}

async function removeLeftovers(prefix: string): Promise<void> {
  const entries = await readdir(hostFolder);
  for (const entry of entries.filter((name) => name.startsWith(prefix))) {
    if (!isRunning(Number.parseInt(entry.slice(prefix.length), 10))) {
      await rm(join(hostFolder, entry), { recursive: true, force: true });
    }
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
