import { readFile } from 'node:fs/promises';

/**
 * Hands pdf.js the character maps (CMaps) of East Asian fonts from a folder; without them their text is lost.
 * Its own classes pick between files and fetch by guessing their surroundings, and guess wrong in Electron.
 */
export class CMapFiles {
  readonly #folder: string | null;

  /** @param options `baseUrl` is a file URL with a closing slash. */
  constructor({ baseUrl }: { baseUrl: string | null }) {
    this.#folder = baseUrl;
  }

  /** @param request `name` is one of pdf.js's own list, which it has checked. */
  async fetch({ name }: { name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    if (this.#folder === null) throw new Error('There is no folder of character maps.');
    const file = await readFile(new URL(`${name}.bcmap`, this.#folder));
    return { cMapData: new Uint8Array(file), isCompressed: true };
  }
}

/** Reading text needs neither the standard fonts' programs, whose widths are built in, nor picture decoders. */
export class NoFiles {
  fetch(): Promise<never> {
    return Promise.reject(new Error('Not needed for text.'));
  }
}
