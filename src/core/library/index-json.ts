import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { DocumentReading } from '../report/reading.ts';
import { standingOn } from '../standing/standing-on.ts';
import type { Standing } from '../standing/standing.ts';
import { readingSchema } from './reading-schema.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from './snapshot.ts';

/** Raised when a consumer of `index --format json` would have to change. */
export const INDEX_SCHEMA_VERSION = 1;

export interface IndexJson {
  readonly schemaVersion: typeof INDEX_SCHEMA_VERSION;
  readonly asOf: CalendarDate;
  readonly root: string;
  readonly documents: readonly IndexDocument[];
  readonly vendors: readonly IndexVendor[];
}

export type IndexDocument = Omit<LibraryDocument, 'reading'> & DocumentReading;

/** Files are given by their paths. */
export interface IndexVendor extends Pick<VendorDossier, 'id' | 'name'> {
  readonly registered: boolean;
  readonly reports: readonly string[];
  readonly bridgeLetters: readonly string[];
  readonly unreadable: readonly string[];
  readonly reviews: readonly string[];
  readonly standing: Omit<Standing, 'reasons'> & { readonly reasons: readonly string[] };
}

/**
 * The library as the object that `index --format json` prints.
 *
 * @param root The folder, as the user named it.
 */
export const indexJson = (snapshot: LibrarySnapshot, asOf: CalendarDate, root: string): IndexJson => ({
  schemaVersion: INDEX_SCHEMA_VERSION,
  asOf,
  root,
  documents: snapshot.documents.map(documentJson),
  vendors: snapshot.dossiers.map((dossier) =>
    vendorJson(dossier, standingOn(dossier, snapshot.register.policy, asOf)),
  ),
});

const documentJson = ({ path, sha256, bytes, reading }: LibraryDocument): IndexDocument => ({
  path,
  sha256,
  bytes,
  ...inSchemaOrder(reading),
});

/** Read just now or taken from the cache: the properties stand in the same order, so that outputs can be compared. */
const inSchemaOrder = (reading: DocumentReading): DocumentReading =>
  readingSchema.safeParse(reading).data ?? reading;

const paths = (files: readonly { readonly path: string }[]): string[] => files.map(({ path }) => path);

/** A vendor with its standing, as `index` and `status` print it. */
export const vendorJson = (dossier: VendorDossier, standing: Standing): IndexVendor => ({
  id: dossier.id,
  name: dossier.name,
  registered: dossier.registered !== null,
  reports: paths(dossier.reports),
  bridgeLetters: paths(dossier.bridgeLetters),
  unreadable: paths(dossier.unreadable),
  reviews: paths(dossier.reviews),
  standing: {
    verdict: standing.verdict,
    review: standing.review,
    report: standing.report,
    coverage: standing.coverage,
    reasons: standing.reasons.map(({ text }) => text),
  },
});
