import type { Register } from '../register/register.ts';
import { vendorId } from '../register/vendor-name.ts';
import type { ReviewFile } from '../review/review.ts';
import { CorrectedDocuments } from './corrected-documents.ts';
import { dossierOf, nameOf } from './dossier.ts';
import type { Owner } from './identity.ts';
import { compareNames, compareText } from './order.ts';
import { changesBetween, withChanges } from './ordered-list.ts';
import { Ownership, type Holdings } from './ownership.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from './snapshot.ts';

/** A vendor's dossier, with the lists that it was made of. */
interface Filed extends Holdings {
  readonly dossier: VendorDossier;
}

/** A vendor whose dossier is to be made, and what it is called. */
interface Fresh extends Holdings {
  readonly owner: Owner;
  readonly name: string;
}

/**
 * Joins documents, register and reviews into vendors. The result depends on what it is given only, never on what
 * it was given before; but a vendor whose files and entry are the same objects as last time keeps its dossier
 * object, so that whoever derives something from dossiers can keep that as well. A change costs the work for its
 * vendor, whatever the number of the others.
 */
export class VendorJoin {
  #register: Register | undefined;
  #ownership: Ownership | undefined;
  /** As they were joined last. */
  #documents: readonly LibraryDocument[] = [];
  #reviews: readonly ReviewFile[] = [];
  readonly #filed = new Map<Owner, Filed>();
  /** The vendors that only files name, by folded name: so ids don't depend on the files' order. */
  #unregistered: readonly string[] = [];
  /** In the order of their names. */
  #dossiers: readonly VendorDossier[] = [];
  readonly #ids = new Map<string, string>();
  readonly #corrected = new CorrectedDocuments();

  /**
   * @param read the documents as they were read, in path order
   * @param reviews in path order
   */
  join(
    read: readonly LibraryDocument[],
    register: Register,
    reviews: readonly ReviewFile[],
  ): LibrarySnapshot {
    const documents = this.#corrected.apply(read, register, reviews);
    const { ownership, others } = this.#ownershipUnder(register);
    const touched = ownership.update(
      changesBetween(this.#documents, documents),
      changesBetween(this.#reviews, reviews),
    );
    this.#documents = documents;
    this.#reviews = reviews;
    this.#file(ownership, new Set([...others, ...touched]), register);
    return { documents, register, reviews, dossiers: this.#dossiers, unassigned: ownership.unassigned };
  }

  /** A document that was joined, as people corrected it. */
  corrected(document: LibraryDocument): LibraryDocument {
    return this.#corrected.of(document);
  }

  /** Under another register, everything may be somebody else's: all begins anew, and those of before are looked at. */
  #ownershipUnder(register: Register): { ownership: Ownership; others: Iterable<Owner> } {
    if (this.#ownership !== undefined && this.#register === register)
      return { ownership: this.#ownership, others: [] };
    this.#register = register;
    this.#ownership = new Ownership(register);
    this.#documents = [];
    this.#reviews = [];
    return { ownership: this.#ownership, others: this.#filed.keys() };
  }

  /** Makes the dossiers anew of those to whom something happened, and of those who get another id by that. */
  #file(ownership: Ownership, touched: ReadonlySet<Owner>, register: Register): void {
    const gone: VendorDossier[] = [];
    const fresh = new Map<Owner, Fresh>();
    let sameNames = true;
    const vanished: string[] = [];
    const appeared: string[] = [];
    for (const owner of touched) {
      const known = this.#filed.get(owner);
      const held = ownership.holdingsOf(owner);
      if (held !== undefined && known !== undefined && isSameHoldings(known, held)) continue;
      if (known !== undefined) gone.push(known.dossier);
      if (held === undefined) this.#filed.delete(owner);
      const name = held && nameOf(owner, held);
      sameNames &&= known?.dossier.name === name;
      if (held !== undefined && name !== undefined) fresh.set(owner, { owner, name, ...copyOf(held) });
      if (typeof owner !== 'string') continue;
      if (held === undefined && known !== undefined) vanished.push(owner);
      else if (held !== undefined && known === undefined) appeared.push(owner);
    }
    this.#unregistered = withChanges(this.#unregistered, vanished, appeared, compareText);
    const ids = sameNames ? undefined : this.#newIds(register, fresh, gone);
    const made = [...fresh.values()].map(({ owner, name, documents, reviews }) => {
      const id = ids?.get(owner) ?? this.#filed.get(owner)?.dossier.id ?? this.#idOf(name);
      const dossier = dossierOf(owner, id, name, { documents, reviews });
      this.#filed.set(owner, { documents, reviews, dossier });
      return dossier;
    });
    this.#dossiers = withChanges(this.#dossiers, gone, made, byName);
  }

  /** The ids of all, when names have come or gone. Whoever gets another one by that joins the fresh ones. */
  #newIds(register: Register, fresh: Map<Owner, Fresh>, gone: VendorDossier[]): ReadonlyMap<Owner, string> {
    const ids = new Map<Owner, string>();
    const taken = new Set<string>();
    for (const owner of [...register.vendors, ...this.#unregistered]) {
      const filed = this.#filed.get(owner);
      const name = fresh.get(owner)?.name ?? filed?.dossier.name ?? '';
      const id = uniqueId(this.#idOf(name), taken);
      ids.set(owner, id);
      if (fresh.has(owner) || filed === undefined || filed.dossier.id === id) continue;
      gone.push(filed.dossier);
      fresh.set(owner, { owner, name, ...filed });
    }
    return ids;
  }

  #idOf(name: string): string {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = vendorId(name);
    this.#ids.set(name, id);
    return id;
  }
}

const copyOf = ({ documents, reviews }: Holdings): Holdings => ({
  documents: [...documents],
  reviews: [...reviews],
});

const isSameHoldings = (a: Holdings, b: Holdings): boolean =>
  isSameList(a.documents, b.documents) && isSameList(a.reviews, b.reviews);

function uniqueId(id: string, taken: Set<string>): string {
  let unique = id;
  for (let number = 2; taken.has(unique); number++) unique = `${id}-${String(number)}`;
  taken.add(unique);
  return unique;
}

const byName = (a: VendorDossier, b: VendorDossier): number =>
  compareNames(a.name, b.name) || compareText(a.id, b.id);

/** True when two lists hold the same objects in the same order. */
export const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
