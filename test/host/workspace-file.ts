import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a workspace file that opens a folder. In such a window tests can add folders without ending the extension
 * host that they run in.
 * @returns the file's path, beside the folder.
 */
export async function workspaceFileFor(folder: string): Promise<string> {
  const file = join(dirname(folder), 'tested.code-workspace');
  await writeFile(file, JSON.stringify({ folders: [{ path: basename(folder) }] }));
  return file;
}
