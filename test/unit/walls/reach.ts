import { builtinModules } from 'node:module';
import type { Metafile } from 'esbuild';

/** What a zone must not reach: a name for the failure, and which modules it is about. */
export interface Forbidden {
  readonly name: string;
  readonly matches: (module: string) => boolean;
}

/** The way from a zone's file to a module that it must not reach, file by file. */
export interface Breach {
  readonly forbidden: string;
  readonly path: readonly string[];
}

export const nodeBuiltins: Forbidden = {
  name: 'a module of Node',
  matches: (module) => module.startsWith('node:') || builtinModules.includes(module),
};

export const vscodeModule: Forbidden = { name: 'vscode', matches: (module) => module === 'vscode' };

/** What reads PDF bytes. */
export const pdfParsers: Forbidden = fromPackages('pdf-parse', 'pdfjs-dist');

function fromPackages(...names: readonly string[]): Forbidden {
  return {
    name: names.join(' or '),
    matches: (module) => names.some((name) => module.includes(`node_modules/${name}/`)),
  };
}

/** The zones of src/ with these names. */
export function zones(...names: readonly string[]): Forbidden {
  return {
    name: `src/${names.join(', src/')}`,
    matches: (module) => names.some((name) => module.startsWith(`src/${name}/`)),
  };
}

/**
 * Follows the imports of a bundler's metafile from every file of a zone, through everything they reach.
 * @param folder the zone's folder, e.g. `src/core/`.
 * @returns the shortest way to each forbidden module that is reached.
 */
export function breaches(metafile: Metafile, folder: string, forbidden: readonly Forbidden[]): Breach[] {
  const start = Object.keys(metafile.inputs).filter((file) => file.startsWith(folder));
  const ways = new Map<string, readonly string[]>(start.map((file) => [file, [file]]));
  const found: Breach[] = [];
  // Grows while it is walked: breadth first, so that the first way found is a shortest one.
  for (const [module, path] of ways) {
    for (const { name, matches } of forbidden) {
      if (matches(module)) found.push({ forbidden: name, path });
    }
    for (const imported of metafile.inputs[module]?.imports ?? []) {
      if (!ways.has(imported.path)) ways.set(imported.path, [...path, imported.path]);
    }
  }
  return found;
}
