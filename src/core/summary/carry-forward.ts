import type { LibraryDocument, VendorDossier } from '../library/snapshot.ts';
import { parseExpectedReport } from '../register/expected-report.ts';
import { isSameName } from '../register/vendor-name.ts';
import type { DocumentReading, TestException, UserControl } from '../report/reading.ts';
import { readReviewTables, type FollowUp } from '../review/review-tables.ts';
import type { ReviewFile } from '../review/review.ts';
import { reviewedDocument } from '../standing/on-day.ts';
import { matchExceptions } from './repeat-exceptions.ts';
import { matchTexts } from './similar-texts.ts';

/** The last completed review of a vendor, with the text that people wrote into it. */
export interface PreviousReview {
  readonly review: ReviewFile;
  /** The whole text of its file. */
  readonly text: string;
  /** The report that it was about; null when that isn't on file any more. */
  readonly document: LibraryDocument | null;
}

/** What the last review knew of a user control. */
export interface CarriedControl {
  readonly mark: 'same' | 'changed' | 'new';
  readonly ourControl: string;
  readonly owner: string;
  readonly status: string;
}

/** What the last review knew of an exception. */
export interface CarriedException {
  readonly mark: 'repeat' | 'new';
  readonly assessment: string;
  readonly followUp: string;
}

export interface CarriedForward {
  /** One for each user control of the new report, in its order. */
  readonly userControls: readonly CarriedControl[];
  /** One for each exception of the new report, in its order. */
  readonly exceptions: readonly CarriedException[];
  /** User controls that had been mapped and that the new report doesn't have. */
  readonly gone: readonly { readonly text: string; readonly ourControl: string }[];
  /** How each subservice organization of the new report was followed up, in its order; empty where it wasn't. */
  readonly subserviceFollowUps: readonly string[];
  /** What was still to be done. */
  readonly followUps: readonly FollowUp[];
}

/**
 * The completed review from which a new review of a report takes over: the newest of the same kind of report,
 * else the newest of all.
 */
export function previousReview(dossier: VendorDossier, document: LibraryDocument): ReviewFile | undefined {
  const completed = dossier.reviews
    .filter(({ state }) => state === 'completed')
    .sort((a, b) => {
      const [left, right] = [a.record?.reviewed ?? '', b.record?.reviewed ?? ''];
      return left < right ? 1 : left > right ? -1 : 0;
    });
  const isSameKind = ({ record }: ReviewFile): boolean =>
    parseExpectedReport(record?.kind ?? '')?.kind === document.reading.kind;
  return completed.find(isSameKind) ?? completed[0];
}

/**
 * The last completed review with its text, ready to be taken over; undefined when there is none, or when its file
 * can't be read any more: then the new review starts afresh.
 *
 * @param readText The text of a file of the library, by its path.
 */
export async function readPreviousReview(
  dossier: VendorDossier,
  document: LibraryDocument,
  readText: (path: string) => PromiseLike<string | undefined>,
): Promise<PreviousReview | undefined> {
  const review = previousReview(dossier, document);
  const record = review?.record ?? null;
  if (review === undefined || record === null) return undefined;
  const reviewed = reviewedDocument(record, dossier.reports);
  try {
    const text = await readText(review.path);
    return text === undefined ? undefined : { review, text, document: reviewed.document };
  } catch {
    return undefined;
  }
}

const NEW_CONTROL: CarriedControl = { mark: 'new', ourControl: '', owner: '', status: '' };
const NEW_EXCEPTION: CarriedException = { mark: 'new', assessment: '', followUp: '' };

/** What of the new report the last review may know already. */
export type CarryingReading = Pick<
  DocumentReading,
  'userControls' | 'testExceptions' | 'subserviceOrganizations'
>;

/**
 * Takes over from the last review what people wrote: the mapping of user controls and the assessments of
 * exceptions, found again by their texts; how subservice organizations are followed up, by their names; and the
 * follow-ups that are still open.
 */
export function carryForward(
  previousText: string,
  { userControls, testExceptions: exceptions, subserviceOrganizations }: CarryingReading,
): CarriedForward {
  const tables = readReviewTables(previousText);
  const controls = matchTexts(
    tables.userControls,
    userControls,
    ({ text }) => text,
    ({ text }) => text,
  );
  const carriedControls = new Map(
    controls.matches.map(({ before, after, isSame }): [UserControl, CarriedControl] => [
      after,
      {
        mark: isSame ? 'same' : 'changed',
        ourControl: before.ourControl,
        owner: before.owner,
        status: before.status,
      },
    ]),
  );
  const found = matchExceptions(
    tables.exceptions,
    exceptions,
    (row) => row,
    ({ control, text }) => ({ control: control ?? '', found: text }),
  );
  const carriedExceptions = new Map(
    found.matches.map(({ before, after }): [TestException, CarriedException] => [
      after,
      { mark: 'repeat', assessment: before.assessment, followUp: before.followUp },
    ]),
  );
  return {
    userControls: userControls.map((control) => carriedControls.get(control) ?? NEW_CONTROL),
    exceptions: exceptions.map((exception) => carriedExceptions.get(exception) ?? NEW_EXCEPTION),
    gone: controls.gone
      .filter(({ ourControl }) => ourControl !== '')
      .map(({ text, ourControl }) => ({ text, ourControl })),
    subserviceFollowUps: subserviceOrganizations.map(
      ({ value }) =>
        tables.subserviceOrganizations.find(({ organization }) => isSameName(organization, value))
          ?.followUp ?? '',
    ),
    followUps: tables.followUps.filter(({ isDone }) => !isDone),
  };
}
