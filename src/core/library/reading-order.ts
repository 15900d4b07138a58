import type { CalendarDate } from '../calendar/calendar-date.ts';
import { portfolioOn } from '../standing/portfolio.ts';
import type { LibrarySnapshot } from './snapshot.ts';

/**
 * The paths of the documents in the order in which somebody will want all that they say: the newest report of each
 * vendor, the vendor that needs it most first, then the vendors' other files in the same order, then the rest.
 */
export function orderOfWorth(snapshot: LibrarySnapshot, today: CalendarDate): string[] {
  const newest: string[] = [];
  const others: string[] = [];
  for (const { dossier } of portfolioOn(snapshot, today)) {
    const [first, ...rest] = dossier.reports;
    if (first !== undefined) newest.push(first.path);
    for (const { path } of [...rest, ...dossier.bridgeLetters, ...dossier.unreadable]) others.push(path);
  }
  return [...new Set([...newest, ...others, ...snapshot.documents.map(({ path }) => path)])];
}

/** Items in the order of the given paths; those that aren't among them come last, in their own order. */
export function inOrderOf<T extends { readonly path: string }>(
  items: readonly T[],
  paths: readonly string[],
): T[] {
  const places = new Map(paths.map((path, place) => [path, place]));
  const placeOf = ({ path }: T): number => places.get(path) ?? places.size;
  return [...items].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Items in their order, but whenever the next one is asked for, those that are urgent by then before the others. */
export function* urgentFirst<T extends { readonly path: string }>(
  items: readonly T[],
  urgent: () => ReadonlySet<string>,
): Generator<T> {
  const waiting = new Map(items.map((item) => [item.path, item]));
  while (waiting.size > 0) {
    const paths = urgent();
    const isUrgent = paths.size > 0 ? [...paths].find((path) => waiting.has(path)) : undefined;
    const [next] = waiting.values();
    const item = isUrgent === undefined ? next : waiting.get(isUrgent);
    if (item === undefined) return;
    waiting.delete(item.path);
    yield item;
  }
}
