import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A temporary folder that a whole run of tests shares: made by the first that asks, found by the processes that
 * it starts afterwards, and removed when it ends.
 * @param variable the environment variable that hands the folder's path on.
 * @param make fills the folder, given by path and not made yet.
 */
export function sharedFolder(
  variable: string,
  make: (folder: string) => Promise<unknown>,
): () => Promise<string> {
  let made: Promise<string> | undefined;
  const makeHere = async (): Promise<string> => {
    const scratch = await mkdtemp(join(tmpdir(), 'soc-review-shared-'));
    process.once('exit', () => {
      rmSync(scratch, { recursive: true, force: true });
    });
    const folder = join(scratch, 'folder');
    await make(folder);
    process.env[variable] = folder;
    return folder;
  };
  return () => {
    const inherited = process.env[variable];
    return (made ??= inherited === undefined ? makeHere() : Promise.resolve(inherited));
  };
}
