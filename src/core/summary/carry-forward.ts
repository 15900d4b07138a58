import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { LibraryDocument, VendorDossier } from '../library/snapshot.ts';
import { parseExpectedReport } from '../register/expected-report.ts';
import { isSameName } from '../register/vendor-name.ts';
import type { TestException, UserControl } from '../report/reading.ts';
import { readReviewTables, type FollowUp } from '../review/review-tables.ts';
import type { ReviewFile } from '../review/review.ts';
import { vendorOnDay, type SignedReview } from '../standing/on-day.ts';
import { reviewSeries } from '../standing/review-series.ts';
import { compareReports } from './compare-reports.ts';
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
  readonly mark: 'repeat' | 'same' | 'new';
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
 * The completed review from which a new review of a report takes over: the newest of the same service; else the newest
 * of the same kind of report, else the newest of all.
 */
export function previousReview(
  dossier: VendorDossier,
  document: LibraryDocument,
  today: CalendarDate,
): SignedReview | undefined {
  const onDay = vendorOnDay(dossier, today);
  const { leadsTo } = reviewSeries(onDay);
  const isSameKind = ({ record }: SignedReview): boolean =>
    parseExpectedReport(record.kind ?? '')?.kind === document.reading.kind;
  const { reviews } = onDay;
  return reviews.find((review) => leadsTo(review, document)) ?? reviews.find(isSameKind) ?? reviews[0];
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
  today: CalendarDate,
  readText: (path: string) => PromiseLike<string | undefined>,
): Promise<PreviousReview | undefined> {
  const previous = previousReview(dossier, document, today);
  if (previous === undefined) return undefined;
  const { file: review, document: reviewed } = previous;
  try {
    const text = await readText(review.path);
    return text === undefined ? undefined : { review, text, document: reviewed };
  } catch {
    return undefined;
  }
}

const NOT_MAPPED: Omit<CarriedControl, 'mark'> = { ourControl: '', owner: '', status: '' };
const NOT_ASSESSED: Omit<CarriedException, 'mark'> = { assessment: '', followUp: '' };

/** What the report that was reviewed last had too, whether or not its review lists it; nothing where it isn't on file. */
function knownFromReport(last: LibraryDocument | null, { reading }: LibraryDocument) {
  const compared = last === null ? null : compareReports(last.reading, reading);
  const controls = new Map(compared?.userControls.matches.map(({ after, isSame }) => [after, isSame]));
  const exceptions = new Set(compared?.repeatExceptions.map(({ after }) => after));
  return {
    control: (control: UserControl): CarriedControl['mark'] => {
      const isSame = controls.get(control);
      return isSame === undefined ? 'new' : isSame ? 'same' : 'changed';
    },
    hasException: (exception: TestException): boolean => exceptions.has(exception),
  };
}

/**
 * Takes over from the last review what people wrote: the mapping of user controls and the assessments of
 * exceptions, found again by their texts; how subservice organizations are followed up, by their names; and the
 * follow-ups that are still open.
 *
 * What the last review didn't list isn't new when its report had it: a review that was recorded afterwards has no
 * tables, and an exception that stands in two reports is a repeat exception all the same.
 */
export function carryForward(
  { text, document: last }: Pick<PreviousReview, 'text' | 'document'>,
  document: LibraryDocument,
): CarriedForward {
  const { userControls, testExceptions: exceptions, subserviceOrganizations } = document.reading;
  const tables = readReviewTables(text);
  const known = knownFromReport(last, document);
  // Found by the same examination, an exception isn't one that happened again.
  const again = last === document ? 'same' : 'repeat';
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
      { mark: again, assessment: before.assessment, followUp: before.followUp },
    ]),
  );
  return {
    userControls: userControls.map(
      (control) => carriedControls.get(control) ?? { ...NOT_MAPPED, mark: known.control(control) },
    ),
    exceptions: exceptions.map(
      (exception) =>
        carriedExceptions.get(exception) ?? {
          ...NOT_ASSESSED,
          mark: known.hasException(exception) ? again : 'new',
        },
    ),
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
