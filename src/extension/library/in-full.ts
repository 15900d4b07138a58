import type { LibraryDocument, VendorDossier } from '../../core/library/snapshot.ts';
import type { FolderLibrary } from './folder-library.ts';
import type { Libraries } from './libraries.ts';

/** A vendor as it is known now, whatever row or day it was picked from. */
export interface CurrentVendor {
  readonly library: FolderLibrary;
  readonly dossier: VendorDossier;
}

/**
 * A vendor with all that its reports say, which may have to be read first: what a review is prefilled with, compared
 * with and checked against. Undefined when it is no longer there.
 */
export async function vendorInFull(
  libraries: Libraries,
  folderUri: string,
  isMeant: (dossier: VendorDossier) => boolean,
): Promise<CurrentVendor | undefined> {
  const library = libraries.get(folderUri);
  if (library === undefined) return undefined;
  const reports = library.snapshot.dossiers.find(isMeant)?.reports ?? [];
  await Promise.all(reports.map(({ path }) => library.readInFull(path)));
  const dossier = library.snapshot.dossiers.find(isMeant);
  return dossier && { library, dossier };
}

/** The report of a vendor that lies at a path. */
export const reportAt = ({ reports }: VendorDossier, path: string): LibraryDocument | undefined =>
  reports.find((report) => report.path === path);
