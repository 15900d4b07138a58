import { kindInWords } from '../register/expected-report.ts';
import { foldedWords } from '../register/vendor-name.ts';
import { coverageEnd } from '../report/reading.ts';
import type { LibraryDocument, VendorDossier } from '../library/snapshot.ts';
import { reviewedDocument } from '../standing/on-day.ts';

/** How much of a hash tells two reports of one vendor apart. */
const HASH_PREFIX = 8;

const hashPrefix = ({ sha256, path }: LibraryDocument): string =>
  sha256.slice(0, HASH_PREFIX) || foldedWords(path).join('-');

/** "2025-09-30-soc-2-type-2": the end of the period, else the report's date, else its hash; and the kind. */
function baseName(document: LibraryDocument): string {
  const { reading } = document;
  const day = coverageEnd(reading) ?? reading.reportDate?.value ?? hashPrefix(document);
  return [day, ...foldedWords(kindInWords(reading))].join('-');
}

/** The review folder as a setting names it, without blanks and slashes around it. */
export const folderPath = (folder: string): string =>
  folder
    .trim()
    .split(/[\\/]+/)
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/');

/** The folder of a vendor's reviews. */
export const reviewFolderOf = (reviewFolder: string, { id }: Pick<VendorDossier, 'id'>): string =>
  [folderPath(reviewFolder), id].filter((segment) => segment !== '').join('/');

/**
 * Where the review of a report is written: `reviews/<vendor>/<period end>-<kind>.md`. A second report of the same
 * period and kind has its hash in the name; a further review of a report that has been signed has a number. The
 * same report in the same library always has the same path.
 */
export function reviewPath(dossier: VendorDossier, document: LibraryDocument, reviewFolder: string): string {
  const name = baseName(document);
  const [first] = dossier.reports
    .filter((report) => baseName(report) === name)
    .map(({ path }) => path)
    .sort();
  const isFirst = first === undefined || first === document.path;
  const base = `${reviewFolderOf(reviewFolder, dossier)}/${isFirst ? name : `${name}-${hashPrefix(document)}`}`;
  const isTaken = (path: string): boolean =>
    dossier.reviews.some(
      (review) =>
        review.path === path &&
        (review.state !== 'draft' ||
          review.record === null ||
          reviewedDocument(review.record, dossier.reports).document !== document),
    );
  for (let number = 1; ; number++) {
    const path = number === 1 ? `${base}.md` : `${base}-${number}.md`;
    if (!isTaken(path)) return path;
  }
}
