import { isMap, type YAMLMap } from 'yaml';
import { ENGLISH } from '../../language/language.ts';
import {
  fieldBefore,
  listExtended,
  VENDOR_TEXT_FIELDS,
  vendorEntry,
  type NewVendor,
  type VendorListField,
} from '../edit-register.ts';
import { checked, editable, entriesAdded, listAt } from '../editable-register.ts';
import { parseRegister } from '../parse-register.ts';
import type { RegisteredVendor } from '../register.ts';
import { foldName } from '../vendor-name.ts';
import { setPair, splice, type Splice } from '../yaml-edit.ts';
import type { YamlSource } from '../yaml-source.ts';
import type { RowNote, TableReview, VendorTable } from './read-table.ts';

/** A value of a vendor that the table has otherwise. */
export interface ValueChange {
  readonly field: string;
  /** Null where the register says nothing. */
  readonly from: string | null;
  readonly to: string;
}

/** A vendor that the register has already, with what the table changes of it. */
export interface ChangedVendor {
  readonly name: string;
  readonly changes: readonly ValueChange[];
}

export interface ImportedReview extends TableReview {
  /** As the register calls it. */
  readonly vendor: string;
}

/** What an import would do: nothing of it has been done yet. */
export interface ImportPlan {
  /** The register as it would be. */
  readonly text: string;
  readonly added: readonly string[];
  readonly changed: readonly ChangedVendor[];
  /** Vendors that the register has exactly so. */
  readonly unchanged: readonly string[];
  readonly reviews: readonly ImportedReview[];
  readonly notes: readonly RowNote[];
  readonly unknown: readonly string[];
}

const LIST_FIELDS = ['aliases', 'facilities'] as const satisfies readonly VendorListField[];

type Wanted = VendorTable['vendors'][number]['vendor'];

/** What a later row of the same vendor adds: it fills in what the rows before it left open. */
const filledIn = (first: Wanted, second: Wanted): Wanted => ({
  ...second,
  ...first,
  ...mergedList('aliases', first, second),
  ...mergedList('facilities', first, second),
});

function mergedList(
  field: (typeof LIST_FIELDS)[number],
  first: Wanted,
  second: Wanted,
): Partial<Record<string, readonly string[]>> {
  const all = [...(first[field] ?? []), ...(second[field] ?? [])];
  return all.length === 0 ? {} : { [field]: withoutRepeated(all) };
}

const withoutRepeated = (names: readonly string[]): string[] => [
  ...new Map(names.map((name) => [foldName(name), name])).values(),
];

/** The register's vendors by their folded names and aliases. */
function byFoldedName(vendors: readonly RegisteredVendor[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { name, aliases } of vendors) {
    for (const one of [name, ...aliases]) if (!names.has(foldName(one))) names.set(foldName(one), name);
  }
  return names;
}

interface Collected {
  /** By the names that the register has, or will have. */
  readonly wanted: ReadonlyMap<string, Wanted>;
  readonly reviews: readonly ImportedReview[];
  readonly notes: readonly RowNote[];
}

/** Gathers the rows of each vendor. A row is a vendor's when its name, or one of its aliases, is the vendor's. */
function collect(table: VendorTable, vendors: readonly RegisteredVendor[]): Collected {
  const names = byFoldedName(vendors);
  const wanted = new Map<string, Wanted>();
  const reviews: ImportedReview[] = [];
  const notes: RowNote[] = [];
  for (const { row, vendor, review } of table.vendors) {
    const own = [vendor.name, ...(vendor.aliases ?? [])];
    const meant = own.flatMap((name) => names.get(foldName(name)) ?? []);
    const name = meant[0] ?? vendor.name;
    const foreign = own.slice(1).filter((alias) => (names.get(foldName(alias)) ?? name) !== name);
    for (const alias of foreign) {
      notes.push({
        row,
        message: ENGLISH.say(
          '"{0}" already means {1}; it is left out.',
          alias,
          names.get(foldName(alias)) ?? '',
        ),
      });
    }
    // The name that the table uses is one more name of a vendor that the register calls otherwise.
    const aliases = own.filter(
      (alias) => foldName(alias) !== '' && foldName(alias) !== foldName(name) && !foreign.includes(alias),
    );
    for (const alias of [name, ...aliases]) names.set(foldName(alias), name);
    // Names of others fell out, so the aliases are never those of the row alone.
    const clean: Wanted = { ...vendor, name, aliases: withoutRepeated(aliases) };
    const before = wanted.get(name);
    wanted.set(name, before === undefined ? clean : filledIn(before, clean));
    if (review !== null) reviews.push({ vendor: name, ...review });
  }
  return { wanted, reviews, notes };
}

interface VendorEdit extends ChangedVendor {
  readonly splices: readonly Splice[];
}

function editVendor(source: YamlSource, entry: YAMLMap, known: RegisteredVendor, wanted: Wanted): VendorEdit {
  const changes: ValueChange[] = [];
  const splices: (Splice | undefined)[] = [];
  for (const field of VENDOR_TEXT_FIELDS) {
    const to = wanted[field];
    if (to === undefined || to === known[field]) continue;
    changes.push({ field, from: known[field], to });
    splices.push(setPair(source, entry, field, to, fieldBefore(entry, field)));
  }
  for (const field of LIST_FIELDS) {
    const has = new Set(known[field].map(foldName));
    const more = (wanted[field] ?? []).filter((one) => !has.has(foldName(one)));
    if (more.length === 0) continue;
    changes.push({ field, from: known[field].join('; ') || null, to: [...known[field], ...more].join('; ') });
    splices.push(listExtended(source, entry, field, more));
  }
  // New fields that go to the same place are put there last first, so that they end up in their usual order.
  return { name: known.name, changes, splices: splices.filter((one) => one !== undefined).reverse() };
}

/**
 * Works out what a table of vendors does to a register. The vendors that the register has are matched by name and
 * alias; what the table leaves empty stays; comments and order stay.
 *
 * @param text the register as it is; empty when there is none
 * @throws UneditableError for a register with errors
 */
export function planImport(text: string, table: VendorTable): ImportPlan {
  const source = editable(text);
  const { vendors } = parseRegister(text);
  const known = new Map(vendors.map((vendor) => [vendor.name, vendor]));
  const entries = new Map(
    (listAt(source, 'vendors')?.items ?? [])
      .filter((item): item is YAMLMap => isMap(item))
      .map((entry) => [String(entry.get('name')), entry]),
  );
  const { wanted, reviews, notes } = collect(table, vendors);
  const added: NewVendor[] = [];
  const edits: VendorEdit[] = [];
  for (const [name, vendor] of wanted) {
    const registered = known.get(name);
    const entry = entries.get(name);
    if (registered === undefined || entry === undefined) added.push(vendor);
    else edits.push(editVendor(source, entry, registered, vendor));
  }
  const splices = edits.flatMap((edit) => edit.splices);
  if (added.length > 0) splices.unshift(...entriesAdded(source, 'vendors', added.map(vendorEntry)));
  return {
    text: checked(splice(text, splices)),
    added: added.map(({ name }) => name),
    changed: edits
      .filter(({ changes }) => changes.length > 0)
      .map(({ name, changes }) => ({ name, changes })),
    unchanged: edits.filter(({ changes }) => changes.length === 0).map(({ name }) => name),
    reviews,
    notes: [...table.notes, ...notes].sort((a, b) => a.row - b.row),
    unknown: table.unknown,
  };
}
