import type { Metafile } from 'esbuild';

/**
 * Follows the imports of a bundler's metafile from each file back to itself. Imports of types alone, which are gone
 * when the program runs, make no circle.
 * @returns each circle once, as its files in the order in which they import each other.
 */
export function circles({ inputs }: Metafile, isOurs: (file: string) => boolean): string[][] {
  const found = new Map<string, string[]>();
  for (const file of Object.keys(inputs).filter(isOurs)) {
    const circle = wayBack(inputs, file);
    const name = circle?.toSorted().join('\n');
    if (circle !== undefined && name !== undefined && !found.has(name)) found.set(name, circle);
  }
  return [...found.values()];
}

/** The shortest way from a file to one that imports it. */
function wayBack(inputs: Metafile['inputs'], file: string): string[] | undefined {
  const ways = new Map([[file, [file]]]);
  // Grows while it is walked: breadth first.
  for (const [module, way] of ways) {
    for (const { path } of inputs[module]?.imports ?? []) {
      if (path === file) return way;
      if (!ways.has(path)) ways.set(path, [...way, path]);
    }
  }
  return undefined;
}
