import { isReport, type DocumentKind } from '../report/reading.ts';
import type { RegisteredVendor } from '../register/register.ts';
import type { LibraryDocument } from './snapshot.ts';

/** Whose a document or a review is: a vendor of the register, or the folded name of one that only files name. */
export type Owner = RegisteredVendor | string;

/** True for what belongs to a vendor: reports, bridge letters, and files that may be either. */
export const concernsVendor = (document: LibraryDocument): boolean =>
  isReport(document.reading) || OTHERS.has(document.reading.kind);
const OTHERS: ReadonlySet<DocumentKind> = new Set(['bridge-letter', 'unreadable']);

/** The names that a document prints for its service organization, the full one first. */
export const printedNames = ({ reading: { vendor, vendorAliases } }: LibraryDocument): string[] =>
  vendor === null ? [] : [vendor, ...vendorAliases].map(({ value }) => value);
