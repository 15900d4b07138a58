import { addMonths, dateInWords, type CalendarDate } from '../calendar/calendar-date.ts';
import { ENGLISH } from '../language/language.ts';
import type { LibraryDocument } from '../library/snapshot.ts';
import type { Problem } from '../register/register.ts';
import { coverageEnd } from '../report/reading.ts';
import { checkReview } from '../standing/check-review.ts';
import type { CompletionFix, CompletionProblem } from './completion-problem.ts';
import { openRows } from './completion-rows.ts';
import { fieldProblem } from './field-problem.ts';
import { CONCLUSIONS, type ReviewFile, type ReviewRecord } from './review.ts';

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

interface Finding {
  readonly severity: Problem['severity'];
  readonly field: keyof ReviewRecord;
  readonly message: string;
  readonly fixes?: readonly CompletionFix[];
}

const missing = (field: keyof ReviewRecord, message: string, fixes: readonly CompletionFix[]): Finding => ({
  severity: 'error',
  field,
  message,
  fixes,
});

function* unsigned({ reviewer, reviewed, conclusion }: ReviewRecord): Generator<Finding> {
  if (reviewer === null) {
    yield missing('reviewer', ENGLISH.say('Who reviewed the report? Fill in reviewer.'), [
      { kind: 'fill-in-reviewer' },
    ]);
  }
  if (reviewed === null) {
    yield missing('reviewed', ENGLISH.say('When was it reviewed? Fill in reviewed.'), [
      { kind: 'review-today' },
    ]);
  }
  if (conclusion === null) {
    const fixes = CONCLUSIONS.map((one): CompletionFix => ({ kind: 'conclude', conclusion: one }));
    yield missing('conclusion', ENGLISH.say('What is the conclusion? Fill in conclusion.'), fixes);
  }
}

function* unapproved({ reviewer, approver }: ReviewRecord, fourEyes: boolean): Generator<Finding> {
  if (!fourEyes) return;
  if (approver === null) {
    yield missing(
      'approver',
      ENGLISH.say('A second person has to approve the review. Fill in approver.'),
      [],
    );
  } else if (approver.toLowerCase() === reviewer?.toLowerCase()) {
    yield missing('approver', ENGLISH.say('The approver must be another person than the reviewer.'), []);
  }
}

function* unbound(record: ReviewRecord, document: LibraryDocument | null): Generator<Finding> {
  if (document === null) {
    const message = ENGLISH.say('The report that this review is about isn’t on file.');
    yield { severity: 'warning', field: 'report', message };
    return;
  }
  if (document.sha256 === '' || document.sha256 === record.sha256) return;
  const message =
    record.sha256 === null
      ? ENGLISH.say('The review isn’t bound to the PDF: its hash is missing.')
      : ENGLISH.say('The PDF has changed since this review was begun. Look at it again.');
  yield missing('sha256', message, [{ kind: 'bind', sha256: document.sha256 }]);
}

/**
 * Why an unconditional acceptance can't stand: the report was more than a year old on the day of the review.
 * Undefined when it can.
 */
export function oldReportAccepted(
  { record }: ReviewFile,
  document: LibraryDocument | null,
): string | undefined {
  const end = (document === null ? null : coverageEnd(document.reading)) ?? record?.periodEnd ?? null;
  if (record?.conclusion !== 'acceptable' || record.reviewed === null || end === null) return undefined;
  if (record.reviewed <= addMonths(end, OLD_AFTER_MONTHS)) return undefined;
  return ENGLISH.say(
    'The report ended on {0}, more than a year before the review: it can’t be accepted without reservation.',
    dateInWords(end),
  );
}

function* tooOld(review: ReviewFile, document: LibraryDocument | null): Generator<Finding> {
  const message = oldReportAccepted(review, document);
  if (message === undefined) return;
  yield missing('conclusion', message, [{ kind: 'conclude', conclusion: 'acceptable with exceptions' }]);
}

/**
 * What is missing before a review can be signed, each at its place in the file, in the order of the file. Errors
 * stand in the way, warnings don't. What the record itself has wrong comes first.
 */
export function completionProblems(input: ReviewToComplete): readonly CompletionProblem[] {
  const { review, text, document, fourEyes, today } = input;
  const { record } = review;
  const own = review.problems
    .filter(({ severity }) => severity === 'error')
    .map((problem): CompletionProblem => ({ ...problem, fixes: [] }));
  if (record === null) return own;
  const findings: Finding[] = [
    ...unsigned(record),
    ...unapproved(record, fourEyes),
    ...unbound(record, document),
    ...tooOld(review, document),
    ...checkReview(review, document, today).map(({ field, message }) => missing(field, message, [])),
  ];
  const said = new Set(own.map(({ message }) => message));
  return [
    ...own,
    ...findings
      .filter(({ message }) => !said.has(message))
      .map(({ field, severity, message, fixes = [] }) => ({
        ...fieldProblem(text, field, severity, message),
        fixes,
        field,
      })),
    ...openRows(text, record, document?.reading ?? null),
  ].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** True when nothing stands in the way of a completion. */
export const canComplete = (problems: readonly Problem[]): boolean =>
  problems.every(({ severity }) => severity !== 'error');
