import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { WrongUse } from './failures.ts';
import { existingFolder } from './folder.ts';
import { writeNew } from './write-new.ts';
import { write, type Terminal } from './terminal.ts';

/** Writes a text to a new file, or to standard output when none is named. */
export async function writeOut(terminal: Terminal, file: string | undefined, text: string): Promise<void> {
  if (file === undefined) await write(terminal.out, text);
  else await writeNew(file, text);
}

/** Writes bytes to a new file: a terminal can't show them. */
export async function writeBytesOut(
  file: string | undefined,
  format: string,
  bytes: Uint8Array,
): Promise<void> {
  if (file === undefined) throw new WrongUse(`Name a file for ${format} with --out: it is no text.`);
  await writeNew(file, bytes);
}

/**
 * Where the links of a file start from: its own folder, relative to the library; undefined outside of the library,
 * and where it goes to standard output.
 */
export async function linksFrom(file: string | undefined, folder: string): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const { real } = await existingFolder(folder);
  const place = relative(real, resolve(dirname(file)));
  const isOutside = place === '..' || place.startsWith(`..${sep}`) || isAbsolute(place);
  return isOutside ? undefined : place.split(sep).join('/');
}
