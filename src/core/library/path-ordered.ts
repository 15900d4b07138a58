import { byPath } from './order.ts';
import { withChanges } from './ordered-list.ts';

/** Items by their paths, and in path order. One that changes costs no sorting of the others. */
export class PathOrdered<T extends { readonly path: string }> {
  readonly #byPath = new Map<string, T>();
  /** In path order, as it was when it was last asked for. */
  #list: readonly T[] = [];
  readonly #removed = new Set<T>();
  readonly #added = new Set<T>();

  get(path: string): T | undefined {
    return this.#byPath.get(path);
  }

  paths(): string[] {
    return [...this.#byPath.keys()];
  }

  /** In path order. A list that was handed out stays as it is; it is the same one until something changes. */
  get list(): readonly T[] {
    this.#list = withChanges(this.#list, this.#removed, this.#added, byPath);
    this.#removed.clear();
    this.#added.clear();
    return this.#list;
  }

  set(item: T): void {
    if (this.#byPath.get(item.path) === item) return;
    this.delete(item.path);
    this.#byPath.set(item.path, item);
    this.#added.add(item);
  }

  /** False when there was none. */
  delete(path: string): boolean {
    const item = this.#byPath.get(path);
    if (item === undefined) return false;
    if (!this.#added.delete(item)) this.#removed.add(item);
    return this.#byPath.delete(path);
  }
}
