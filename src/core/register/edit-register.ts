import { isMap, isSeq, stringify, type YAMLMap } from 'yaml';
import { addEntry, checked, editable, listAt } from './editable-register.ts';
import type { Role, Serves, Tier, VendorService, VendorStatus } from './register.ts';
import { isSameName } from './vendor-name.ts';
import {
  appendItem,
  inlineYaml,
  pairOf,
  setPair,
  splice,
  UneditableError,
  type EditableValue,
} from './yaml-edit.ts';
import type { YamlSource } from './yaml-source.ts';

/** The fields of a vendor as they are written. Dates are ISO dates. */
export interface VendorFields {
  readonly aliases: readonly string[];
  readonly role: Role;
  readonly serves: Serves;
  readonly tier: Tier;
  readonly owner: string;
  readonly contact: string;
  readonly since: string;
  readonly status: VendorStatus;
  readonly statusReason: string;
  readonly services: readonly VendorService[];
  readonly facilities: readonly string[];
  readonly files: readonly string[];
}

export interface NewVendor extends Partial<VendorFields> {
  readonly name: string;
}

/** The fields of a vendor that hold one text. */
export type VendorTextField =
  'role' | 'serves' | 'tier' | 'owner' | 'contact' | 'since' | 'status' | 'statusReason';

/** The order in which a vendor's fields are written. */
const FIELD_ORDER = [
  'name',
  'aliases',
  'role',
  'serves',
  'tier',
  'owner',
  'contact',
  'since',
  'status',
  'statusReason',
  'services',
  'facilities',
  'files',
] as const;

function entryNamed(source: YamlSource, key: string, name: string): YAMLMap {
  const entry = listAt(source, key)?.items.find(
    (item): item is YAMLMap => isMap(item) && isSameName(String(item.get('name')), name),
  );
  if (entry === undefined) throw new UneditableError(`The register has no "${name}".`);
  return entry;
}

/** A vendor's keys in their usual order, lists in one line as the examples have them. */
function vendorBlock(vendor: NewVendor): string {
  const lines = FIELD_ORDER.flatMap((key) => {
    const value: unknown = vendor[key];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    if (key === 'services') return [stringify({ services: vendor.services }, { lineWidth: 0 }).trimEnd()];
    return [`${key}: ${inlineYaml(value as EditableValue)}`];
  });
  return lines.join('\n');
}

/**
 * Adds a vendor at the end of the list.
 * @throws UneditableError for a register with errors, or when the vendor is in it already
 */
export function addVendor(text: string, vendor: NewVendor): string {
  return addEntry(editable(text), 'vendors', vendorBlock(vendor), inlineFlow(vendor));
}

const inlineFlow = (vendor: NewVendor): string =>
  stringify(vendor, { lineWidth: 0, collectionStyle: 'flow' }).trimEnd();

/**
 * Adds another name to a vendor. Nothing changes when the vendor has it already.
 * @throws UneditableError for a register with errors, without the vendor, or when the name is another vendor's
 */
export function addAlias(text: string, vendorName: string, alias: string): string {
  const source = editable(text);
  const vendor = entryNamed(source, 'vendors', vendorName);
  const aliases: unknown = vendor.get('aliases', true);
  if (!isSeq(aliases) || aliases.items.length === 0) {
    const change = setPair(source, vendor, 'aliases', [alias], 'name');
    return checked(splice(text, change === undefined ? [] : [change]));
  }
  const known = aliases.toJSON().some((one) => isSameName(String(one), alias));
  return known ? text : checked(splice(text, [appendItem(source, aliases, inlineYaml(alias))]));
}

/** The nearest field before one, in the usual order, that the vendor has: where a new one is written. */
function fieldBefore(vendor: YAMLMap, field: string): string | undefined {
  const order: readonly string[] = FIELD_ORDER;
  return order
    .slice(0, order.indexOf(field))
    .reverse()
    .find((key) => pairOf(vendor, key) !== undefined);
}

/**
 * Sets a field of a vendor: its owner, tier, status. Null empties it.
 * @throws UneditableError for a register with errors, without the vendor, or when the value isn't valid there
 */
export function setVendorField(
  text: string,
  vendorName: string,
  field: VendorTextField,
  value: string | null,
): string {
  const source = editable(text);
  const vendor = entryNamed(source, 'vendors', vendorName);
  const change = setPair(source, vendor, field, value, fieldBefore(vendor, field));
  return change === undefined ? text : checked(splice(text, [change]));
}

/**
 * Records that one of our own documents was reviewed, or who answers for it.
 * @throws UneditableError for a register with errors, or without the document
 */
export function setDocumentField(
  text: string,
  documentName: string,
  field: 'owner' | 'lastReviewed' | 'path',
  value: string | null,
): string {
  const source = editable(text);
  const change = setPair(source, entryNamed(source, 'documents', documentName), field, value);
  return change === undefined ? text : checked(splice(text, [change]));
}
