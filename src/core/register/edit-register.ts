import { isMap, isSeq, stringify, type YAMLMap } from 'yaml';
import { ENGLISH } from '../language/language.ts';
import { addEntry, checked, editable, listAt, type NewEntry } from './editable-register.ts';
import type { Role, Serves, Tier, VendorService, VendorStatus } from './register.ts';
import { isSameName } from './vendor-name.ts';
import {
  appendItems,
  inlineYaml,
  pairOf,
  setPair,
  splice,
  UneditableError,
  type EditableValue,
  type Splice,
} from './yaml-edit.ts';
import type { YamlSource } from './yaml-source.ts';

/** The fields of a vendor as they are written. Dates are ISO dates. */
export interface VendorFields {
  readonly aliases: readonly string[];
  readonly notAliases: readonly string[];
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
export const VENDOR_TEXT_FIELDS = [
  'role',
  'serves',
  'tier',
  'owner',
  'contact',
  'since',
  'status',
  'statusReason',
] as const;
export type VendorTextField = (typeof VENDOR_TEXT_FIELDS)[number];

/** The order in which a vendor's fields are written. */
export const FIELD_ORDER = [
  'name',
  'aliases',
  'notAliases',
  ...VENDOR_TEXT_FIELDS,
  'services',
  'facilities',
  'files',
] as const;

function entryNamed(source: YamlSource, key: string, name: string): YAMLMap {
  const entry = listAt(source, key)?.items.find(
    (item): item is YAMLMap => isMap(item) && isSameName(String(item.get('name')), name),
  );
  if (entry === undefined) throw new UneditableError(ENGLISH.say('The register has no "{0}".', name));
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
  return addEntry(editable(text), 'vendors', vendorEntry(vendor));
}

/** A vendor as it is written in the list of vendors. */
export const vendorEntry = (vendor: NewVendor): NewEntry => ({
  block: vendorBlock(vendor),
  inline: stringify(vendor, { lineWidth: 0, collectionStyle: 'flow' }).trimEnd(),
});

/** The fields of a vendor that hold several texts. */
export type VendorListField = 'aliases' | 'notAliases' | 'facilities' | 'files';

/** New entries of one of a vendor's lists, in the list's own style; undefined when there are none. */
export function listExtended(
  source: YamlSource,
  vendor: YAMLMap,
  field: VendorListField,
  values: readonly string[],
): Splice | undefined {
  if (values.length === 0) return undefined;
  const list: unknown = vendor.get(field, true);
  if (!isSeq(list) || list.items.length === 0) {
    return setPair(source, vendor, field, values, fieldBefore(vendor, field));
  }
  const items = values.map((value) => inlineYaml([value]).slice(1, -1));
  return appendItems(source, list, items);
}

/** Adds an entry to one of a vendor's lists, unless the list has it already. */
function addToList(
  text: string,
  vendorName: string,
  field: VendorListField,
  value: string,
  isSame: (a: string, b: string) => boolean,
): string {
  const source = editable(text);
  const vendor = entryNamed(source, 'vendors', vendorName);
  const list: unknown = vendor.get(field, true);
  const isKnown = isSeq(list) && list.toJSON().some((one) => isSame(String(one), value));
  const change = isKnown ? undefined : listExtended(source, vendor, field, [value]);
  return change === undefined ? text : checked(splice(text, [change]));
}

const isEqual = (a: string, b: string): boolean => a === b;

/**
 * Adds another name to a vendor. Nothing changes when the vendor has it already.
 * @throws UneditableError for a register with errors, without the vendor, or when the name is another vendor's
 */
export const addAlias = (text: string, vendorName: string, alias: string): string =>
  addToList(text, vendorName, 'aliases', alias, isSameName);

/**
 * Remembers that a name is somebody else's, however like it is, so that nobody is asked again.
 * @throws UneditableError for a register with errors, or without the vendor
 */
export const addNotAlias = (text: string, vendorName: string, name: string): string =>
  addToList(text, vendorName, 'notAliases', name, isSameName);

/**
 * Gives a vendor a file, or files, whatever they print.
 * @param pattern as `patternOfFile` writes it for a single file
 * @throws UneditableError for a register with errors, or without the vendor
 */
export const addFiles = (text: string, vendorName: string, pattern: string): string =>
  addToList(text, vendorName, 'files', pattern, isEqual);

/** The nearest field before one, in the usual order, that the vendor has: where a new one is written. */
export function fieldBefore(vendor: YAMLMap, field: string): string | undefined {
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
