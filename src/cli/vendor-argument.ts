import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../core/library/snapshot.ts';
import { nearest } from '../core/register/nearest.ts';
import { isSameName } from '../core/register/vendor-name.ts';
import { nextToReview } from '../core/summary/next-to-review.ts';
import { Failure, WrongUse } from './failures.ts';
import { plain } from './terminal.ts';

/** The vendor that a person names: by id, by name, or by another name that the register knows. */
export function vendorCalled(name: string, { dossiers }: LibrarySnapshot): VendorDossier {
  const found =
    dossiers.find(({ id }) => id === name) ??
    dossiers.find((dossier) => isSameName(dossier.name, name)) ??
    dossiers.find(({ registered }) => registered?.aliases.some((alias) => isSameName(alias, name)));
  if (found !== undefined) return found;
  const near = nearest(
    name,
    dossiers.flatMap((dossier) => [dossier.id, dossier.name]),
  );
  const advice = near === undefined ? 'The status command lists them.' : `Did you mean ${near}?`;
  throw new WrongUse(`There is no vendor called ${name}. ${advice}`);
}

/** A vendor's report at a path; without one, the report to review next. */
export function reportOf(dossier: VendorDossier, path: string | undefined): LibraryDocument {
  const wanted = path?.replace(/^\.\//, '');
  const found =
    wanted === undefined ? nextToReview(dossier) : dossier.reports.find((report) => report.path === wanted);
  if (found !== undefined) return found;
  if (wanted === undefined) throw new Failure(`There is no report of ${dossier.name} in the folder.`);
  const reports = dossier.reports.map((report) => `\n- ${plain(report.path)}`).join('');
  throw new WrongUse(`${wanted} is not among the reports of ${dossier.name}:${reports}`);
}
