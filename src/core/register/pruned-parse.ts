import type * as z from 'zod';
import type { YamlPath } from './yaml-source.ts';

/** What a schema has against a value, at its place in the file. */
export interface Finding {
  readonly issue: z.core.$ZodIssue;
  /** Of the value in the file; for an unknown key, of the key. */
  readonly path: YamlPath;
  /** What stands there. */
  readonly input: unknown;
}

type Container = Record<string, unknown> | unknown[];

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

const child = (container: Container, key: string | number): unknown =>
  Array.isArray(container)
    ? container[Number(key)]
    : Object.hasOwn(container, key)
      ? container[key]
      : undefined;

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** The value without the keys that are empty in the file: `owner:` and `owner: ""` say nothing. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => withoutEmpty(entry));
  if (!isContainer(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => !isEmpty(entry))
      .map(([key, entry]) => [key, withoutEmpty(entry)]),
  );
}

/** Remembers which entry of the file each entry of a list was, while entries are taken out. */
class Pruning {
  readonly #root: { value: unknown };
  readonly #origins = new WeakMap<unknown[], number[]>();

  constructor(value: unknown) {
    this.#root = { value };
  }

  get value(): unknown {
    return this.#root.value;
  }

  originOf(list: unknown[]): number[] {
    const known = this.#origins.get(list);
    if (known !== undefined) return known;
    const fresh = list.map((_, index) => index);
    this.#origins.set(list, fresh);
    return fresh;
  }

  /** The value at a path of the pruned value, and its path in the file. */
  at(path: readonly PropertyKey[]): { input: unknown; path: YamlPath } {
    let value: unknown = this.#root.value;
    const original: (string | number)[] = [];
    for (const key of path) {
      const name = typeof key === 'symbol' ? key.toString() : key;
      original.push(Array.isArray(value) ? (this.originOf(value)[Number(name)] ?? Number(name)) : name);
      value = isContainer(value) ? child(value, name) : undefined;
    }
    return { input: value, path: original };
  }

  /** What has to go for the value at a path: itself; where it is missing, what misses it. */
  culprit(path: readonly PropertyKey[]): readonly PropertyKey[] {
    const parent = path.slice(0, -1);
    const missing = path.length > 0 && this.at(path).input === undefined;
    return missing ? this.culprit(parent) : path;
  }

  /** Takes out the values at all these paths, none of which lies within another. */
  remove(paths: readonly (readonly PropertyKey[])[]): void {
    for (const path of [...paths].sort(byPathDescending)) {
      const key = path.at(-1);
      const parent = this.at(path.slice(0, -1)).input;
      if (key === undefined) {
        this.#root.value = undefined;
      } else if (Array.isArray(parent)) {
        this.originOf(parent).splice(Number(key), 1);
        parent.splice(Number(key), 1);
      } else if (isContainer(parent)) {
        Reflect.deleteProperty(parent, key);
      }
    }
  }
}

/** Later list entries first, so that taking one out doesn't move the next. */
const byPathDescending = (a: readonly PropertyKey[], b: readonly PropertyKey[]): number => {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [left, right] = [a[index], b[index]];
    if (left === right) continue;
    if (typeof left === 'number' && typeof right === 'number') return right - left;
    return String(left) < String(right) ? 1 : -1;
  }
  return b.length - a.length;
};

/** The paths without repetitions and without those that lie within another one. */
function outermost(paths: readonly (readonly PropertyKey[])[]): (readonly PropertyKey[])[] {
  const unique = [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
  const isWithin = (path: readonly PropertyKey[], other: readonly PropertyKey[]): boolean =>
    path.length > other.length && other.every((key, index) => path[index] === key);
  return unique.filter((path) => !unique.some((other) => isWithin(path, other)));
}

type Issue = z.core.$ZodIssue;

/** Where an issue wants something taken out: each of the unknown keys, else the value itself. */
const placesOf = (issue: Issue): { issue: Issue; path: readonly PropertyKey[] }[] =>
  issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ issue, path: [...issue.path, key] }))
    : [{ issue, path: issue.path }];

/** What a whole lacks because a part of it was taken out is said of the part already. */
const followsFrom = ({ issue, path }: Finding, earlier: readonly Finding[]): boolean =>
  issue.code === 'custom' &&
  earlier.some(
    (finding) =>
      finding.issue.code !== 'unrecognized_keys' &&
      finding.path.length > path.length &&
      path.every((key, index) => key === finding.path[index]),
  );

export interface Pruned<T> {
  /** Undefined when nothing of the value could be kept. */
  readonly data: T | undefined;
  readonly findings: readonly Finding[];
  /** For each entry that is left of a list in the value, which entry of the file it was. */
  readonly origins: (path: YamlPath) => readonly number[];
}

/**
 * Parses what is valid and takes out what isn't, as little as possible: a bad value costs its field, a missing
 * name costs its entry. Every finding says where in the file it is.
 */
export function parsePruned<T>(schema: z.ZodType<T>, value: unknown): Pruned<T> {
  const pruning = new Pruning(withoutEmpty(value));
  const findings: Finding[] = [];
  // Each round takes out at least one value, so this ends; a value that is gone altogether ends it at once.
  for (;;) {
    const result = schema.safeParse(pruning.value);
    const origins = (path: YamlPath): readonly number[] => {
      const list = pruning.at(path).input;
      return Array.isArray(list) ? pruning.originOf(list) : [];
    };
    if (result.success) return { data: result.data, findings, origins };
    if (pruning.value === undefined) return { data: undefined, findings, origins };
    const places = result.error.issues.flatMap(placesOf);
    const found = places.map(({ issue, path }): Finding => ({ issue, ...pruning.at(path) }));
    findings.push(...found.filter((finding) => !followsFrom(finding, findings)));
    pruning.remove(outermost(places.map(({ path }) => pruning.culprit(path))));
  }
}
