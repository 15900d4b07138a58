import { isReport } from '../report/reading.ts';
import type { Register, RegisteredVendor } from '../register/register.ts';
import { vendorId } from '../register/vendor-name.ts';
import type { ReviewFile } from '../review/review.ts';
import { concernsVendor, Identities, type Owner } from './identity.ts';
import { compareNames, compareText, newestDocumentFirst, newestReviewFirst } from './order.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from './snapshot.ts';

interface Holdings {
  readonly documents: LibraryDocument[];
  readonly reviews: ReviewFile[];
}

/**
 * Joins documents, register and reviews into vendors. The result depends on what it is given only, never on what
 * it was given before; but a vendor whose files and entry are the same objects as last time keeps its dossier
 * object, so that whoever derives something from dossiers can keep that as well.
 */
export class VendorJoin {
  #register: Register | undefined;
  #identities: Identities | undefined;
  #dossiers: ReadonlyMap<string, VendorDossier> = new Map();

  /** @param documents in path order @param reviews in path order */
  join(
    documents: readonly LibraryDocument[],
    register: Register,
    reviews: readonly ReviewFile[],
  ): LibrarySnapshot {
    const identities = this.#identitiesOf(register);
    const documentOwners = identities.ofDocuments(documents);
    const reviewOwners = identities.ofReviews(reviews, documentOwners);

    const holdings = new Map<Owner, Holdings>();
    for (const vendor of register.vendors) holdings.set(vendor, { documents: [], reviews: [] });
    for (const [document, owner] of documentOwners) holdingsOf(holdings, owner).documents.push(document);
    for (const [review, owner] of reviewOwners) holdingsOf(holdings, owner).reviews.push(review);

    const dossiers = this.#dossiersOf(holdings);
    this.#dossiers = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
    return {
      documents,
      register,
      reviews,
      dossiers: dossiers.sort((a, b) => compareNames(a.name, b.name) || compareText(a.id, b.id)),
      unassigned: documents.filter((one) => concernsVendor(one) && !documentOwners.has(one)),
    };
  }

  #identitiesOf(register: Register): Identities {
    if (this.#identities === undefined || this.#register !== register) {
      this.#register = register;
      this.#identities = new Identities(register);
    }
    return this.#identities;
  }

  #dossiersOf(holdings: ReadonlyMap<Owner, Holdings>): VendorDossier[] {
    const ids = new Set<string>();
    return ordered(holdings).map(([owner, { documents, reviews }]) => {
      const sorted = [...documents].sort(newestDocumentFirst);
      const newestReviews = [...reviews].sort(newestReviewFirst);
      const name = typeof owner === 'string' ? printedName(owner, sorted, newestReviews) : owner.name;
      const dossier: VendorDossier = {
        id: uniqueId(vendorId(name), ids),
        name,
        registered: typeof owner === 'string' ? null : owner,
        reports: sorted.filter(({ reading }) => isReport(reading)),
        bridgeLetters: sorted.filter(({ reading }) => reading.kind === 'bridge-letter'),
        unreadable: sorted.filter(({ reading }) => reading.kind === 'unreadable'),
        reviews: newestReviews,
      };
      const before = this.#dossiers.get(dossier.id);
      return before !== undefined && isSame(before, dossier) ? before : dossier;
    });
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
function ordered(holdings: ReadonlyMap<Owner, Holdings>): [Owner, Holdings][] {
  const registered: [RegisteredVendor, Holdings][] = [];
  const others: [string, Holdings][] = [];
  for (const [owner, held] of holdings) {
    if (typeof owner === 'string') others.push([owner, held]);
    else registered.push([owner, held]);
  }
  return [...registered, ...others.sort(([a], [b]) => compareText(a, b))];
}

/** A vendor that the register doesn't know is called as its newest document prints it. */
function printedName(
  folded: string,
  documents: readonly LibraryDocument[],
  reviews: readonly ReviewFile[],
): string {
  const named = documents.find(({ reading }) => reading.vendor !== null);
  return (
    named?.reading.vendor?.value ?? reviews.find(({ record }) => record !== null)?.record?.vendor ?? folded
  );
}

function uniqueId(id: string, taken: Set<string>): string {
  let unique = id;
  for (let number = 2; taken.has(unique); number++) unique = `${id}-${String(number)}`;
  taken.add(unique);
  return unique;
}

const LISTS = ['reports', 'bridgeLetters', 'unreadable', 'reviews'] as const;

const isSame = (a: VendorDossier, b: VendorDossier): boolean =>
  a.name === b.name && a.registered === b.registered && LISTS.every((list) => isSameList(a[list], b[list]));

/** True when two lists hold the same objects in the same order. */
export const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);
