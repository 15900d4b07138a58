import { compareDates, type CalendarDate } from '../../core/calendar/calendar-date.ts';
import { compareNames, compareText } from '../../core/library/order.ts';
import { TIERS, type Tier } from '../../core/register/register.ts';
import { worstStandingFirst } from '../../core/standing/portfolio.ts';
import { VERDICTS, type Verdict } from '../../core/standing/standing.ts';
import { groupBy } from './group-by.ts';
import type { FolderStatus, VendorStatus } from './node.ts';

/** How the vendors are grouped; `name` is one list from A to Z. */
export const GROUPINGS = ['verdict', 'name', 'tier', 'owner', 'due-month'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The order of the vendors within a group. */
export const SORTINGS = ['urgency', 'name', 'due'] as const;
export type Sorting = (typeof SORTINGS)[number];

export interface Arrangement {
  readonly grouping: Grouping;
  readonly sorting: Sorting;
}

export const DEFAULT_ARRANGEMENT: Arrangement = { grouping: 'verdict', sorting: 'urgency' };

/** A vendor, and the folder that it is of. */
export interface PlacedVendor {
  readonly folder: FolderStatus;
  readonly vendor: VendorStatus;
}

/** What the vendors of a group have in common; null stands for what is not known or not set. */
export type GroupKey =
  | { readonly by: 'verdict'; readonly value: Verdict | null }
  | { readonly by: 'tier'; readonly value: Tier | null }
  | { readonly by: 'owner'; readonly value: string | null }
  /** Year and month, "2026-11". */
  | { readonly by: 'due-month'; readonly value: string | null };

export interface VendorGroup {
  /** Null for vendors that stand in no group. */
  readonly key: GroupKey | null;
  readonly members: readonly PlacedVendor[];
}

/**
 * Puts vendors into groups, and groups and vendors into order. Every vendor is in exactly one group. Vendors that
 * are terminated or exempt come last, in a group of their own, however the others are grouped: they are in the
 * record, and not on the list.
 */
export function arrange(
  vendors: readonly PlacedVendor[],
  { grouping, sorting }: Arrangement,
): readonly VendorGroup[] {
  const order = grouping === 'name' ? ORDERS.name : ORDERS[sorting];
  const isOff = ({ vendor }: PlacedVendor): boolean => vendor.standing?.verdict === 'not-required';
  const sorted = [...vendors].sort(order);
  const off = sorted.filter(isOff);
  return [
    ...groupsOf(
      sorted.filter((vendor) => !isOff(vendor)),
      grouping,
    ),
    ...(off.length === 0 ? [] : [{ key: NOT_REQUIRED, members: off }]),
  ];
}

const NOT_REQUIRED: GroupKey = { by: 'verdict', value: 'not-required' };

function groupsOf(vendors: readonly PlacedVendor[], grouping: Grouping): VendorGroup[] {
  switch (grouping) {
    case 'name':
      return vendors.length === 0 ? [] : [{ key: null, members: vendors }];
    case 'verdict': {
      const groups = groupBy(vendors, ({ vendor }) => vendor.standing?.verdict ?? null);
      return inOrder(groups, [null, ...VERDICTS], (value) => ({ by: 'verdict', value }));
    }
    case 'tier': {
      const groups = groupBy(vendors, ({ vendor }) => vendor.dossier.registered?.tier ?? null);
      return inOrder(groups, [...TIERS, null], (value) => ({ by: 'tier', value }));
    }
    case 'owner': {
      const groups = groupBy(vendors, ({ vendor }) => vendor.dossier.registered?.owner ?? null);
      return inOrder(groups, nullLast(groups, compareNames), (value) => ({ by: 'owner', value }));
    }
    case 'due-month': {
      const groups = groupBy(vendors, ({ vendor }) => vendor.standing?.review.due?.slice(0, 7) ?? null);
      return inOrder(groups, nullLast(groups, compareText), (value) => ({ by: 'due-month', value }));
    }
  }
}

const inOrder = <K>(
  groups: ReadonlyMap<K, readonly PlacedVendor[]>,
  keys: readonly K[],
  keyOf: (value: K) => GroupKey,
): VendorGroup[] =>
  keys.flatMap((value) => {
    const members = groups.get(value);
    return members === undefined ? [] : [{ key: keyOf(value), members }];
  });

function nullLast(
  groups: ReadonlyMap<string | null, unknown>,
  compare: (a: string, b: string) => number,
): (string | null)[] {
  const named = [...groups.keys()].filter((key) => key !== null).sort(compare);
  return [...named, null];
}

type Order = (a: PlacedVendor, b: PlacedVendor) => number;

const byName: Order = (a, b) =>
  compareNames(a.vendor.dossier.name, b.vendor.dossier.name) ||
  compareText(a.vendor.dossier.id, b.vendor.dossier.id) ||
  compareText(a.folder.folder.uri, b.folder.folder.uri);

/** Vendors without a standing stand before the others, by name, so that nothing jumps while files are being read. */
const worstFirst: Order = (a, b) => {
  const [first, second] = [a.vendor.standing, b.vendor.standing];
  if (first === null || second === null) {
    return Number(first !== null) - Number(second !== null) || byName(a, b);
  }
  return (
    worstStandingFirst(
      { dossier: a.vendor.dossier, standing: first },
      { dossier: b.vendor.dossier, standing: second },
    ) || byName(a, b)
  );
};

const dueOf = ({ vendor }: PlacedVendor): CalendarDate | null => vendor.standing?.review.due ?? null;

const dueFirst: Order = (a, b) => {
  const [first, second] = [dueOf(a), dueOf(b)];
  if (first === null || second === null) {
    return Number(first === null) - Number(second === null) || worstFirst(a, b);
  }
  return compareDates(first, second) || worstFirst(a, b);
};

const ORDERS: Readonly<Record<Sorting, Order>> = { urgency: worstFirst, name: byName, due: dueFirst };
