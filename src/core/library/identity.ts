import { isReport, type DocumentKind } from '../report/reading.ts';
import { foldName } from '../register/vendor-name.ts';
import type { Register, RegisteredVendor } from '../register/register.ts';
import type { ReviewFile } from '../review/review.ts';
import { firstOf, folderNames, RegisterIndex } from './register-index.ts';
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

export interface DocumentOwners {
  readonly owners: ReadonlyMap<LibraryDocument, Owner>;
  /** The folded names of the vendors that only files name. */
  readonly names: ReadonlySet<string>;
}

/**
 * Tells whose a document or a review is, always by the same rule: the register's file patterns, then the names
 * printed in it (as folded names, against the register's names and aliases), then the folder that it lies in.
 * The folder counts only where no name is printed: another firm's report in a vendor's folder stays the other
 * firm's. Nothing is matched by likeness.
 */
export class Identities {
  readonly #register: RegisterIndex;
  readonly #owners = new WeakMap<LibraryDocument, Owner | null>();

  constructor(register: Register) {
    this.#register = new RegisterIndex(register);
  }

  /** The owners of all documents that have one, in the order of the documents. */
  ofDocuments(documents: readonly LibraryDocument[]): DocumentOwners {
    const named: (Owner | null)[] = [];
    const names = new Set<string>();
    for (const document of documents) {
      const owner = concernsVendor(document) ? this.#byFileOrName(document) : null;
      if (typeof owner === 'string') names.add(owner);
      named.push(owner);
    }
    const owners = new Map<LibraryDocument, Owner>();
    for (const [index, document] of documents.entries()) {
      const owner =
        named[index] ?? (concernsVendor(document) ? this.#byFolder(document.path, names) : undefined);
      if (owner !== undefined) owners.set(document, owner);
    }
    return { owners, names };
  }

  /**
   * The owners of all reviews that have one: the vendor that the record names; else that of the report that it is
   * about, by path or by hash; else that of its folder; else a vendor that only the record names.
   */
  ofReviews(reviews: readonly ReviewFile[], { owners, names }: DocumentOwners): Map<ReviewFile, Owner> {
    const found = new Map<ReviewFile, Owner>();
    let files: ReadonlyMap<string, Owner> | undefined;
    for (const review of reviews) {
      const { vendor = '', report = null, sha256 = null } = review.record ?? {};
      const folded = foldName(vendor);
      let owner: Owner | undefined =
        this.#register.byName(vendor) ?? (names.has(folded) ? folded : undefined);
      if (owner === undefined) {
        files ??= ownersByFile(owners);
        owner =
          files.get(report ?? '') ?? files.get(sha256 ?? '') ?? this.#byFolder(review.path, names) ?? folded;
      }
      if (owner !== '') found.set(review, owner);
    }
    return found;
  }

  /** Kept per document: a document never changes, a change makes a new one. Null when neither tells. */
  #byFileOrName(document: LibraryDocument): Owner | null {
    const known = this.#owners.get(document);
    if (known !== undefined) return known;
    const owner = this.#register.byFile(document.path) ?? this.#byPrintedName(document);
    this.#owners.set(document, owner);
    return owner;
  }

  #byPrintedName(document: LibraryDocument): Owner | null {
    const [name, ...aliases] = printedNames(document);
    if (name === undefined) return null;
    const registered = firstOf([name, ...aliases], (one) => this.#register.byName(one));
    return registered ?? (foldName(name) || null);
  }

  #byFolder(path: string, names: ReadonlySet<string>): Owner | undefined {
    return firstOf<Owner>(folderNames(path), (name) => {
      const folded = foldName(name);
      return this.#register.byName(name) ?? (names.has(folded) ? folded : undefined);
    });
  }
}

/** Owners by the paths and by the hashes of their documents. */
function ownersByFile(owners: ReadonlyMap<LibraryDocument, Owner>): Map<string, Owner> {
  const files = new Map<string, Owner>();
  for (const [{ path, sha256 }, owner] of owners) {
    files.set(path, owner);
    if (sha256 !== '' && !files.has(sha256)) files.set(sha256, owner);
  }
  return files;
}
