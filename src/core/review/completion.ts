import { addMonths, dateInWords, type CalendarDate } from '../calendar/calendar-date.ts';
import type { LibraryDocument } from '../library/snapshot.ts';
import type { Problem } from '../register/register.ts';
import { coverageEnd } from '../report/reading.ts';
import { checkReview } from '../standing/check-review.ts';
import { fieldProblem } from './field-problem.ts';
import { readReviewTables } from './review-tables.ts';
import type { ReviewFile, ReviewRecord } from './review.ts';

export interface ReviewToComplete {
  readonly review: ReviewFile;
  /** The whole text of the review's file. */
  readonly text: string;
  /** The report that it is about; null when it isn't on file. */
  readonly document: LibraryDocument | null;
  /** Another person than the reviewer has to approve. */
  readonly fourEyes: boolean;
  readonly today: CalendarDate;
}

/** A report older than this on the day of the review can't be accepted without reservation. */
const OLD_AFTER_MONTHS = 12;

type Finding = readonly [severity: Problem['severity'], field: keyof ReviewRecord, message: string];

function* unsigned({ reviewer, reviewed, conclusion }: ReviewRecord): Generator<Finding> {
  if (reviewer === null) yield ['error', 'reviewer', 'Who reviewed the report? Fill in reviewer.'];
  if (reviewed === null) yield ['error', 'reviewed', 'When was it reviewed? Fill in reviewed.'];
  if (conclusion === null) yield ['error', 'conclusion', 'What is the conclusion? Fill in conclusion.'];
}

function* unapproved({ reviewer, approver }: ReviewRecord, fourEyes: boolean): Generator<Finding> {
  if (!fourEyes) return;
  if (approver === null) {
    yield ['error', 'approver', 'A second person has to approve the review. Fill in approver.'];
  } else if (approver.toLowerCase() === reviewer?.toLowerCase()) {
    yield ['error', 'approver', 'The approver must be another person than the reviewer.'];
  }
}

function* unbound(record: ReviewRecord, document: LibraryDocument | null): Generator<Finding> {
  if (document === null) {
    yield ['warning', 'report', 'The report that this review is about isn’t on file.'];
  } else if (record.sha256 === null) {
    yield ['error', 'sha256', 'The review isn’t bound to the PDF: its hash is missing.'];
  } else if (document.sha256 !== '' && document.sha256 !== record.sha256) {
    yield ['error', 'sha256', 'The PDF has changed since this review was begun. Look at it again.'];
  }
}

function* tooOld({ record }: ReviewFile, document: LibraryDocument | null): Generator<Finding> {
  const end = (document === null ? null : coverageEnd(document.reading)) ?? record?.periodEnd ?? null;
  if (record?.conclusion !== 'acceptable' || record.reviewed === null || end === null) return;
  if (record.reviewed <= addMonths(end, OLD_AFTER_MONTHS)) return;
  const message = `The report ended on ${dateInWords(end)}, more than a year before the review: it can’t be accepted without reservation.`;
  yield ['error', 'conclusion', message];
}

/** The rows of the body that a person has left open. */
function openRows(text: string): Problem[] {
  const { exceptions, userControls } = readReviewTables(text);
  return [
    ...exceptions
      .filter(({ assessment }) => assessment === '')
      .map(({ control, line }) =>
        rowProblem(
          text,
          line,
          `Assess the exception${control === '' ? '' : ` in ${control}`}: what does it mean for us?`,
        ),
      ),
    ...userControls
      .filter(({ ourControl, status }) => ourControl === '' && status === '')
      .map(({ id, line }) =>
        rowProblem(
          text,
          line,
          `Map user control ${id} to a control of ours, or say in Status why it doesn’t apply.`,
        ),
      ),
  ];
}

function rowProblem(text: string, line: number, message: string): Problem {
  const length = (text.split('\n')[line - 1] ?? '').replace(/\r$/, '').length;
  return { severity: 'error', message, line, column: 1, endLine: line, endColumn: length + 1 };
}

/**
 * What is missing before a review can be signed, each at its place in the file, in the order of the file. Empty
 * when it is complete. What the record itself has wrong comes first.
 */
export function completionProblems(input: ReviewToComplete): readonly Problem[] {
  const { review, text, document, fourEyes, today } = input;
  const { record } = review;
  const own = review.problems.filter(({ severity }) => severity === 'error');
  if (record === null) return own;
  const findings: Finding[] = [
    ...unsigned(record),
    ...unapproved(record, fourEyes),
    ...unbound(record, document),
    ...tooOld(review, document),
    ...checkReview(review, document, today).map(({ field, message }): Finding => ['error', field, message]),
  ];
  const said = new Set(own.map(({ message }) => message));
  return [
    ...own,
    ...findings
      .filter(([, , message]) => !said.has(message))
      .map(([severity, field, message]) => fieldProblem(text, field, severity, message)),
    ...openRows(text),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
}
