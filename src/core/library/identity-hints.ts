import { distance } from 'fastest-levenshtein';
import { foldName } from '../register/vendor-name.ts';
import type { RegisteredVendor } from '../register/register.ts';
import { patternOfFile } from './file-patterns.ts';
import { concernsVendor, printedNames } from './identity.ts';
import { firstOf, RegisterIndex } from './register-index.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from './snapshot.ts';

/** A question about identity that only a person can answer. Nothing follows from it by itself. */
export type IdentityHint =
  | {
      /** Is a vendor that only reports name the same as one of the register, by another name? */
      readonly kind: 'same-vendor';
      readonly unregistered: VendorDossier;
      readonly registered: VendorDossier;
      /** The names are alike, or its reports lie in the other's folder. */
      readonly because: 'name' | 'folder';
    }
  | {
      /** Was the wrong report handed over? It prints one vendor's name and lies among the files of another. */
      readonly kind: 'among-others';
      readonly document: LibraryDocument;
      readonly printed: VendorDossier;
      readonly among: VendorDossier;
    };

/** What a person should be asked about whose reports are whose: vendors by name first, then files by path. */
export function identityHints(snapshot: LibrarySnapshot): IdentityHint[] {
  const index = new RegisterIndex(snapshot.register);
  const byEntry = new Map(snapshot.dossiers.map((dossier) => [dossier.registered, dossier]));
  const dossierOf = (entry: RegisteredVendor | undefined): VendorDossier | undefined =>
    entry && byEntry.get(entry);
  const registered = snapshot.dossiers
    .filter((dossier) => dossier.registered !== null)
    .map((dossier) => ({ dossier, names: foldedNames(dossier) }));

  const sameVendor = (unregistered: VendorDossier): IdentityHint[] => {
    const documents = [...unregistered.reports, ...unregistered.bridgeLetters];
    const neighbours = new Set(documents.map(({ path }) => dossierOf(index.byFolder(path))));
    const names = foldedNames(unregistered);
    return registered.flatMap(({ dossier, names: others }): IdentityHint[] => {
      if (isDenied(dossier, names)) return [];
      const isAlike = names.some((name) => others.some((other) => areAlike(name, other)));
      if (!isAlike && !neighbours.has(dossier)) return [];
      const because = isAlike ? 'name' : 'folder';
      return [{ kind: 'same-vendor', unregistered, registered: dossier, because }];
    });
  };
  const amongOthers = (document: LibraryDocument): IdentityHint[] => {
    const printed = dossierOf(firstOf(printedNames(document), (name) => index.byName(name)));
    const among = dossierOf(index.byFile(document.path) ?? index.byFolder(document.path));
    if (printed === undefined || among === undefined || printed === among) return [];
    // A person who has named this very file has decided whose it is.
    if (among.registered?.files.includes(patternOfFile(document.path)) === true) return [];
    return [{ kind: 'among-others', document, printed, among }];
  };
  return [
    ...snapshot.dossiers.filter((dossier) => dossier.registered === null).flatMap(sameVendor),
    ...snapshot.documents.filter(concernsVendor).flatMap(amongOthers),
  ];
}

/** A person has said already that these names are somebody else's. */
const isDenied = ({ registered }: VendorDossier, names: readonly string[]): boolean =>
  registered?.notAliases.some((name) => names.includes(foldName(name))) ?? false;

const foldedNames = ({ name, registered, reports, bridgeLetters }: VendorDossier): string[] => {
  const names = [name, ...(registered?.aliases ?? [])];
  // What the reports of a registered vendor print has been matched already; others are known by it only.
  if (registered === null) names.push(...[...reports, ...bridgeLetters].flatMap(printedNames));
  return [...new Set(names.map(foldName))].filter((folded) => folded !== '');
};

/** One begins with the other, one is the initials of the other, or they differ in a letter or two. */
function areAlike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= SHORTEST_BEGINNING && long.startsWith(`${short} `)) return true;
  const initials = long.split(' ').map((word) => word.slice(0, 1));
  if (initials.length >= FEWEST_INITIALS && short === initials.join('')) return true;
  const limit = long.length >= 10 ? 2 : long.length >= 6 ? 1 : 0;
  return long.length - short.length <= limit && distance(short, long) <= limit;
}

/** Shorter beginnings, "the", "new", stand before too many names. */
const SHORTEST_BEGINNING = 4;
/** Two letters are the initials of too many names. */
const FEWEST_INITIALS = 3;
