/** Negative, zero or positive, as `Array.sort` wants it. No two items of a list may be equal. */
export type Order<T> = (a: T, b: T) => number;

/** Up to so many changes are put in their places one by one; sorting everything is faster for more. */
const FEW = 32;

/** The place of an item in an ordered list, or the one that it would have. */
export function placeOf<T>(list: readonly T[], item: T, order: Order<T>): number {
  let from = 0;
  let to = list.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = list[middle];
    if (other !== undefined && order(other, item) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** An ordered list without some of its items and with others, in order. For few changes, without sorting the rest. */
export function withChanges<T>(
  list: readonly T[],
  removed: Iterable<T>,
  added: Iterable<T>,
  order: Order<T>,
): readonly T[] {
  const gone = new Set(removed);
  const fresh = [...added];
  if (gone.size === 0 && fresh.length === 0) return list;
  if (gone.size + fresh.length > FEW) {
    return [...list.filter((item) => !gone.has(item)), ...fresh].sort(order);
  }
  const next = [...list];
  for (const item of gone) next.splice(placeOf(next, item, order), 1);
  for (const item of fresh) next.splice(placeOf(next, item, order), 0, item);
  return next;
}

export interface ListChanges<T> {
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** Which items of two lists in the same order are not in both. What both begin and end with is passed at a glance. */
export function changesBetween<T>(before: readonly T[], after: readonly T[]): ListChanges<T> {
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first] === after[first]) first++;
  let last = 0;
  while (last < shorter - first && before.at(-1 - last) === after.at(-1 - last)) last++;
  const old = before.slice(first, before.length - last);
  const fresh = after.slice(first, after.length - last);
  const kept = new Set(old);
  const present = new Set(fresh);
  return {
    removed: old.filter((item) => !present.has(item)),
    added: fresh.filter((item) => !kept.has(item)),
  };
}
