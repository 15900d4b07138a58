import { foldName } from '../register/vendor-name.ts';
import type { Register } from '../register/register.ts';
import type { ReviewFile } from '../review/review.ts';
import { concernsVendor, printedNames, type Owner } from './identity.ts';
import { byPath } from './order.ts';
import { placeOf, type ListChanges } from './ordered-list.ts';
import { PathOrdered } from './path-ordered.ts';
import { firstOf, folderNames, RegisterIndex } from './register-index.ts';
import type { LibraryDocument } from './snapshot.ts';

/** What belongs to a vendor, in path order. */
export interface Holdings {
  readonly documents: LibraryDocument[];
  readonly reviews: ReviewFile[];
}

/**
 * Tells whose a document or a review is, always by the same rule: the register's file patterns, then the names
 * printed in it (as folded names, against the register's names and aliases), then the folder that it lies in.
 * The folder counts only where no name is printed: another firm's report in a vendor's folder stays the other
 * firm's. Nothing is matched by likeness.
 *
 * It follows as documents and reviews come and go, and looks again only at those whose owner may be another one
 * then: the result is the same as if everything had come at once.
 */
export class Ownership {
  readonly #register: RegisterIndex;
  readonly #holdings = new Map<Owner, Holdings>();
  readonly #ownerOf = new Map<LibraryDocument | ReviewFile, Owner>();
  /** The vendors that only files name, by folded names, with the number of documents that do. */
  readonly #names = new Map<string, number>();
  /** Documents that neither a pattern nor a printed name gives to anybody: their folders' names decide. */
  readonly #nameless = new Set<LibraryDocument>();
  readonly #unassigned = new PathOrdered<LibraryDocument>();
  /** Reviews that name no vendor that the register or a document names: their reports or folders decide. */
  readonly #loose = new Set<ReviewFile>();
  readonly #touched = new Set<Owner>();

  constructor(register: Register) {
    this.#register = new RegisterIndex(register);
    for (const vendor of register.vendors) this.#touch(vendor);
  }

  /** Documents of vendors that can't be told, in path order. */
  get unassigned(): readonly LibraryDocument[] {
    return this.#unassigned.list;
  }

  /** Undefined for who has nothing and isn't in the register. */
  holdingsOf(owner: Owner): Holdings | undefined {
    return this.#holdings.get(owner);
  }

  /** Takes over what has changed since the last time. Returns those to whom something happened. */
  update(documents: ListChanges<LibraryDocument>, reviews: ListChanges<ReviewFile>): ReadonlySet<Owner> {
    const turned = this.#takeDocuments(documents);
    for (const review of reviews.removed) this.#dropReview(review);
    for (const review of this.#inDoubt(turned, documents)) this.#placeReview(review);
    for (const review of reviews.added) this.#placeReview(review);
    this.#placeLoose();
    const touched = new Set(this.#touched);
    this.#touched.clear();
    for (const owner of touched) this.#forgetIfGone(owner);
    return touched;
  }

  /** Returns the names that were not named before, or are no longer. */
  #takeDocuments({ removed, added }: ListChanges<LibraryDocument>): ReadonlySet<string> {
    const before = new Map<string, boolean>();
    const count = (name: string, change: number): void => {
      const known = this.#names.get(name) ?? 0;
      if (!before.has(name)) before.set(name, known > 0);
      if (known + change === 0) this.#names.delete(name);
      else this.#names.set(name, known + change);
    };
    for (const document of removed) {
      const owner = this.#ownerOf.get(document);
      if (!this.#nameless.delete(document) && typeof owner === 'string') count(owner, -1);
      this.#unassigned.delete(document.path);
      this.#give(document, undefined, documentsOf);
    }
    for (const document of added) {
      if (!concernsVendor(document)) continue;
      const owner = this.#register.byFile(document.path) ?? this.#byPrintedName(document);
      if (typeof owner === 'string') count(owner, 1);
      if (owner === null) this.#nameless.add(document);
      else this.#give(document, owner, documentsOf);
    }
    const turned = [...before].filter(([name, was]) => was !== this.#names.has(name)).map(([name]) => name);
    for (const document of turned.length > 0 ? this.#nameless : added) {
      if (this.#nameless.has(document)) this.#placeByFolder(document);
    }
    return new Set(turned);
  }

  #placeByFolder(document: LibraryDocument): void {
    const owner = this.#byFolder(document.path);
    this.#give(document, owner, documentsOf);
    if (owner === undefined) this.#unassigned.set(document);
    else this.#unassigned.delete(document.path);
  }

  /** Reviews that a change of documents may have made somebody else's. */
  #inDoubt(turned: ReadonlySet<string>, { removed, added }: ListChanges<LibraryDocument>): ReviewFile[] {
    if (removed.length + added.length === 0) return [];
    const named = [...turned].flatMap((name) => this.#holdings.get(name)?.reviews ?? []);
    return [...new Set([...this.#loose, ...named])];
  }

  /** A review belongs to the vendor that it names, where anything else names that as well. */
  #placeReview(review: ReviewFile): void {
    const owner = this.#known(foldName(review.record?.vendor ?? ''));
    if (owner === undefined) this.#loose.add(review);
    else {
      this.#loose.delete(review);
      this.#give(review, owner, reviewsOf);
    }
  }

  /** Else to the vendor of the report that it is about, or to that of its folder, or to one that only it names. */
  #placeLoose(): void {
    const files = [...this.#loose].some(namesFile) ? this.#ownersByFile() : new Map<string, Owner>();
    for (const review of this.#loose) {
      const { vendor = '', report = null, sha256 = null } = review.record ?? {};
      const byFile = files.get(report ?? '') ?? files.get(sha256 ?? '');
      const owner = byFile ?? this.#byFolder(review.path) ?? foldName(vendor);
      this.#give(review, owner === '' ? undefined : owner, reviewsOf);
    }
  }

  #dropReview(review: ReviewFile): void {
    this.#loose.delete(review);
    this.#give(review, undefined, reviewsOf);
  }

  #give<T extends LibraryDocument | ReviewFile>(
    item: T,
    owner: Owner | undefined,
    listOf: (holdings: Holdings) => T[],
  ): void {
    const before = this.#ownerOf.get(item);
    if (before === owner) return;
    if (before !== undefined) {
      const list = listOf(this.#touch(before));
      list.splice(placeOf(list, item, byPath), 1);
      this.#ownerOf.delete(item);
    }
    if (owner !== undefined) {
      const list = listOf(this.#touch(owner));
      list.splice(placeOf(list, item, byPath), 0, item);
      this.#ownerOf.set(item, owner);
    }
  }

  #touch(owner: Owner): Holdings {
    this.#touched.add(owner);
    const known = this.#holdings.get(owner);
    if (known !== undefined) return known;
    const fresh: Holdings = { documents: [], reviews: [] };
    this.#holdings.set(owner, fresh);
    return fresh;
  }

  #forgetIfGone(owner: Owner): void {
    const held = this.#holdings.get(owner);
    if (typeof owner === 'string' && held?.documents.length === 0 && held.reviews.length === 0) {
      this.#holdings.delete(owner);
    }
  }

  #byPrintedName(document: LibraryDocument): Owner | null {
    const names = printedNames(document).map(foldName);
    const registered = firstOf(names, (folded) => this.#register.byFoldedName(folded));
    return registered ?? (names[0] || null);
  }

  #byFolder(path: string): Owner | undefined {
    return firstOf(folderNames(path), (name) => this.#known(foldName(name)));
  }

  /** The vendor of the register with this folded name, or the one that documents name so. */
  #known(folded: string): Owner | undefined {
    return this.#register.byFoldedName(folded) ?? (this.#names.has(folded) ? folded : undefined);
  }

  /** Owners by the paths and by the hashes of their documents; of two with the same bytes, the first path counts. */
  #ownersByFile(): ReadonlyMap<string, Owner> {
    const owned = [...this.#holdings].flatMap(([owner, { documents }]) =>
      documents.map(({ path, sha256 }) => ({ path, sha256, owner })),
    );
    const files = new Map<string, Owner>();
    for (const { path, sha256, owner } of owned.sort(byPath)) {
      files.set(path, owner);
      if (sha256 !== '' && !files.has(sha256)) files.set(sha256, owner);
    }
    return files;
  }
}

const documentsOf = ({ documents }: Holdings): LibraryDocument[] => documents;
const reviewsOf = ({ reviews }: Holdings): ReviewFile[] => reviews;

const namesFile = ({ record }: ReviewFile): boolean =>
  record !== null && (record.report !== null || record.sha256 !== null);
