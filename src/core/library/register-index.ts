import { foldName } from '../register/vendor-name.ts';
import type { Register, RegisteredVendor } from '../register/register.ts';
import { filePatterns, type FilePatterns } from './file-patterns.ts';

/** The folders that a path lies in, deepest first, then the empty text for the root: "a/b/c.pdf" gives a/b, a, "". */
function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    folders.push(path.slice(0, end));
  }
  return [...folders, ''];
}

/** What the folders that a path lies in are called, the nearest first. */
export const folderNames = (path: string): string[] => path.split('/').slice(0, -1).reverse();

/** The first thing that is found by any of the names. */
export function firstOf<T>(names: readonly string[], find: (name: string) => T | undefined): T | undefined {
  for (const name of names) {
    const found = find(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Finds the register's vendors by their files and by their names, without walking the whole register each time. */
export class RegisterIndex {
  readonly #byName = new Map<string, RegisteredVendor>();
  readonly #byBase = new Map<string, { vendor: RegisteredVendor; patterns: FilePatterns }[]>();

  constructor(register: Register) {
    for (const vendor of register.vendors) this.#name(vendor.name, vendor);
    for (const vendor of register.vendors) {
      for (const alias of vendor.aliases) this.#name(alias, vendor);
      this.#files(vendor);
    }
  }

  /** The vendor with this name or alias. A name counts before an alias, an earlier entry before a later one. */
  byName(name: string): RegisteredVendor | undefined {
    return this.byFoldedName(foldName(name));
  }

  byFoldedName(folded: string): RegisteredVendor | undefined {
    return this.#byName.get(folded);
  }

  /** The vendor whose file patterns take this file; that of the deepest folder when several do. */
  byFile(path: string): RegisteredVendor | undefined {
    if (this.#byBase.size === 0) return undefined;
    const lowerCase = path.toLowerCase();
    return firstOf([lowerCase, ...foldersOf(lowerCase)], (base) =>
      this.#byBase.get(base)?.find(({ patterns }) => patterns.matches(path)),
    )?.vendor;
  }

  /** The vendor that the nearest folder is called after. */
  byFolder(path: string): RegisteredVendor | undefined {
    return firstOf(folderNames(path), (name) => this.byName(name));
  }

  #name(name: string, vendor: RegisteredVendor): void {
    const folded = foldName(name);
    if (folded !== '' && !this.#byName.has(folded)) this.#byName.set(folded, vendor);
  }

  #files(vendor: RegisteredVendor): void {
    if (vendor.files.length === 0) return;
    const patterns = filePatterns(vendor.files);
    for (const base of patterns.bases) {
      const here = this.#byBase.get(base);
      if (here === undefined) this.#byBase.set(base, [{ vendor, patterns }]);
      else here.push({ vendor, patterns });
    }
  }
}
