import { t } from '@vscode/l10n';
import type { CalendarDate } from '../../core/calendar/calendar-date.ts';
import type { VendorDossier } from '../../core/library/snapshot.ts';
import type { ReviewFile, ReviewKey } from '../../core/review/review.ts';
import { oldReportAccepted } from '../../core/review/completion.ts';
import { checkReview } from '../../core/standing/check-review.ts';
import { reviewedDocument, vendorOnDay } from '../../core/standing/on-day.ts';
import { changedReviews, editedReviews } from '../../core/standing/review-reasons.ts';
import { dateInWords, retold } from '../language.ts';
import type { FolderStatus } from '../tree/node.ts';
import { FILE_START, writtenWrong, type Concerned, type FoundProblem } from './found-problem.ts';
import { levelOf, type ProblemLevels } from './problem-levels.ts';
import { relatedFiles, type WordsOfFile } from './related-files.ts';

/** The problems of each review, by its path. */
export type ProblemsByReview = ReadonlyMap<string, readonly FoundProblem[]>;

interface Judge {
  readonly today: CalendarDate;
  readonly levels: ProblemLevels;
  readonly wordsOf: WordsOfFile;
}

/**
 * What is wrong with reviews, at the line where it can be put right: what doesn't parse or stands in an unfinished
 * merge, what contradicts the report, a PDF that was exchanged after sign-off.
 */
export function reviewProblems(
  { snapshot, asOf }: FolderStatus,
  levels: ProblemLevels,
  wordsOf: WordsOfFile,
): ProblemsByReview {
  const judge: Judge = { today: asOf, levels, wordsOf };
  const found = new Map<string, FoundProblem[]>();
  const add = (path: string, problems: readonly FoundProblem[]): void => {
    if (problems.length > 0) found.set(path, [...(found.get(path) ?? []), ...problems]);
  };
  for (const review of snapshot.reviews) {
    add(
      review.path,
      review.problems.map((problem) => writtenWrong(problem, 'review')),
    );
  }
  for (const dossier of snapshot.dossiers) {
    if (dossier.reviews.length === 0) continue;
    const onDay = vendorOnDay(dossier, asOf);
    for (const review of dossier.reviews) add(review.path, againstItsReport(review, dossier, judge));
    for (const review of editedReviews(onDay)) add(review.file.path, editedSince(review.file, judge));
    for (const { file, document } of changedReviews(onDay)) {
      add(file.path, changedSince(file, document?.path ?? null, judge));
    }
  }
  return found;
}

const placeOf = ({ places }: ReviewFile, key: ReviewKey) => places[key] ?? FILE_START;

const concernedBy = ({ path }: ReviewFile): Concerned => ({ is: 'review', path });

/** Why a completed review doesn't count, or shouldn't have been concluded so, which only shows beside its report. */
function againstItsReport(
  review: ReviewFile,
  { reports }: VendorDossier,
  { today, levels, wordsOf }: Judge,
): FoundProblem[] {
  if (review.state !== 'completed' || review.record === null) return [];
  const { document } = reviewedDocument(review.record, reports);
  const related = relatedFiles(document === null ? [] : [document.path], wordsOf);
  const concerned = concernedBy(review);
  const place = placeOf(review, 'reviewed');
  const objections = checkReview(review, document, today).map(({ message }): FoundProblem => ({
    place,
    level: 'error',
    code: 'review',
    message: retold(message),
    related,
    concerned,
  }));
  const level = levelOf('attention', levels);
  const doubt = oldReportAccepted(review, document);
  if (doubt === undefined || level === null || objections.length > 0) return objections;
  return [
    {
      place: placeOf(review, 'conclusion'),
      level,
      code: 'old-report-accepted',
      message: retold(doubt),
      related,
      concerned,
    },
  ];
}

function editedSince(review: ReviewFile, { levels }: Judge): FoundProblem[] {
  const level = levelOf('attention', levels);
  if (level === null) return [];
  const message = t(
    'This review was edited after it was completed. Complete it again, or take the change back; a new finding belongs in a new review.',
  );
  const place = placeOf(review, 'seal');
  return [
    { place, level, code: 'edited-after-completion', message, related: [], concerned: concernedBy(review) },
  ];
}

function changedSince(review: ReviewFile, pdf: string | null, { levels, wordsOf }: Judge): FoundProblem[] {
  const level = levelOf('attention', levels);
  const reviewed = review.record?.reviewed ?? null;
  if (level === null || reviewed === null) return [];
  const message = t(
    'The PDF has changed since this review was signed on {0}: what was signed is not what lies there now. Look at it again, and start a new review.',
    dateInWords(reviewed),
  );
  return [
    {
      place: placeOf(review, 'sha256'),
      level,
      code: 'changed-after-sign-off',
      message,
      related: relatedFiles(pdf === null ? [] : [pdf], wordsOf),
      concerned: concernedBy(review),
    },
  ];
}
