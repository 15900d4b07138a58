import { isReport } from '../report/reading.ts';
import type { Register } from '../register/register.ts';
import { vendorId } from '../register/vendor-name.ts';
import type { ReviewFile } from '../review/review.ts';
import { CorrectedDocuments } from './corrected-documents.ts';
import { concernsVendor, Identities, type Owner } from './identity.ts';
import { compareNames, compareText, newestDocumentFirst, newestReviewFirst } from './order.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from './snapshot.ts';

/** What belongs to a vendor, in path order. */
interface Holdings {
  readonly documents: LibraryDocument[];
  readonly reviews: ReviewFile[];
}

interface Filed extends Holdings {
  readonly dossier: VendorDossier;
}

/**
 * Joins documents, register and reviews into vendors. The result depends on what it is given only, never on what
 * it was given before; but a vendor whose files and entry are the same objects as last time keeps its dossier
 * object, so that whoever derives something from dossiers can keep that as well. So a change costs the work for
 * its vendor, and a glance at the others.
 */
export class VendorJoin {
  #register: Register | undefined;
  #identities: Identities | undefined;
  #filed: ReadonlyMap<Owner, Filed> = new Map();
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
    const identities = this.#identitiesOf(register);
    const documentOwners = identities.ofDocuments(documents);
    const { owners } = documentOwners;

    const holdings = new Map<Owner, Holdings>();
    for (const vendor of register.vendors) holdings.set(vendor, { documents: [], reviews: [] });
    for (const [document, owner] of owners) holdingsOf(holdings, owner).documents.push(document);
    for (const [review, owner] of identities.ofReviews(reviews, documentOwners)) {
      holdingsOf(holdings, owner).reviews.push(review);
    }
    this.#file(holdings);
    return {
      documents,
      register,
      reviews,
      dossiers: this.#dossiers,
      unassigned: documents.filter((one) => concernsVendor(one) && !owners.has(one)),
    };
  }

  /** A document that was joined, as people corrected it. */
  corrected(document: LibraryDocument): LibraryDocument {
    return this.#corrected.of(document);
  }

  #identitiesOf(register: Register): Identities {
    if (this.#identities === undefined || this.#register !== register) {
      this.#register = register;
      this.#identities = new Identities(register);
    }
    return this.#identities;
  }

  #file(holdings: ReadonlyMap<Owner, Holdings>): void {
    const before = this.#filed;
    const filed = new Map<Owner, Filed>();
    const ids = new Set<string>();
    let isSameOrder = before.size === holdings.size;
    for (const [owner, held] of inOrderOfIds(holdings)) {
      const known = before.get(owner);
      const isSame =
        known !== undefined &&
        isSameList(known.documents, held.documents) &&
        isSameList(known.reviews, held.reviews);
      const name = isSame ? known.dossier.name : nameOf(owner, held);
      const id = uniqueId(this.#idOf(name), ids);
      const dossier = isSame && known.dossier.id === id ? known.dossier : dossierOf(owner, id, name, held);
      filed.set(owner, { ...held, dossier });
      isSameOrder &&= known?.dossier.name === name && known.dossier.id === id;
    }
    this.#filed = filed;
    this.#dossiers = isSameOrder
      ? inPlaceOf(this.#dossiers, before, filed)
      : [...filed.values()].map(({ dossier }) => dossier).sort(byName);
  }

  #idOf(name: string): string {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = vendorId(name);
    this.#ids.set(name, id);
    return id;
  }
}

function holdingsOf(holdings: Map<Owner, Holdings>, owner: Owner): Holdings {
  const known = holdings.get(owner);
  if (known !== undefined) return known;
  const fresh: Holdings = { documents: [], reviews: [] };
  holdings.set(owner, fresh);
  return fresh;
}

/** The register's vendors in its order, then the others by folded name: so ids don't depend on the files' order. */
function inOrderOfIds(holdings: ReadonlyMap<Owner, Holdings>): [Owner, Holdings][] {
  const registered: [Owner, Holdings][] = [];
  const others: [string, Holdings][] = [];
  for (const [owner, held] of holdings) {
    if (typeof owner === 'string') others.push([owner, held]);
    else registered.push([owner, held]);
  }
  return [...registered, ...others.sort(([a], [b]) => compareText(a, b))];
}

function dossierOf(owner: Owner, id: string, name: string, { documents, reviews }: Holdings): VendorDossier {
  const newest = [...documents].sort(newestDocumentFirst);
  return {
    id,
    name,
    registered: typeof owner === 'string' ? null : owner,
    reports: newest.filter(({ reading }) => isReport(reading)),
    bridgeLetters: newest.filter(({ reading }) => reading.kind === 'bridge-letter'),
    unreadable: newest.filter(({ reading }) => reading.kind === 'unreadable'),
    reviews: [...reviews].sort(newestReviewFirst),
  };
}

/** A vendor that the register doesn't know is called as its newest document, else its newest review, has it. */
function nameOf(owner: Owner, { documents, reviews }: Holdings): string {
  if (typeof owner !== 'string') return owner.name;
  const named = documents.filter(({ reading }) => reading.vendor !== null).sort(newestDocumentFirst);
  const recorded = reviews.filter(({ record }) => record !== null).sort(newestReviewFirst);
  return named[0]?.reading.vendor?.value ?? recorded[0]?.record?.vendor ?? owner;
}

function uniqueId(id: string, taken: Set<string>): string {
  let unique = id;
  for (let number = 2; taken.has(unique); number++) unique = `${id}-${String(number)}`;
  taken.add(unique);
  return unique;
}

const byName = (a: VendorDossier, b: VendorDossier): number =>
  compareNames(a.name, b.name) || compareText(a.id, b.id);

/** The same vendors with the same names, some with other files. */
function inPlaceOf(
  dossiers: readonly VendorDossier[],
  before: ReadonlyMap<Owner, Filed>,
  after: ReadonlyMap<Owner, Filed>,
): readonly VendorDossier[] {
  const changed = new Map<VendorDossier, VendorDossier>();
  for (const [owner, { dossier }] of after) {
    const old = before.get(owner)?.dossier;
    if (old !== undefined && old !== dossier) changed.set(old, dossier);
  }
  return changed.size === 0 ? dossiers : dossiers.map((dossier) => changed.get(dossier) ?? dossier);
}

/** True when two lists hold the same objects in the same order. */
export const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
