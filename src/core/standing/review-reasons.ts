import { dateInWords } from '../calendar/calendar-date.ts';
import { formatDuration } from '../calendar/duration.ts';
import { kindInWords } from '../register/expected-report.ts';
import type { Policy, RegisteredVendor } from '../register/register.ts';
import type { DatedReport, SignedReview, VendorOnDay } from './on-day.ts';
import { cadenceOf, type ReviewClockReading } from './review-clock.ts';
import type { Reason } from './standing.ts';
import { capital, count, list } from './wording.ts';

const paths = (files: readonly { readonly path: string }[]): string[] => files.map(({ path }) => path);

const described = ({ document, end }: DatedReport): string =>
  `${kindInWords(document.reading)}${end === null ? '' : ` to ${dateInWords(end)}`} (${document.path})`;

/** Where the due date comes from, for the whole sentence. */
function dueBecause(
  { clock, last }: ReviewClockReading,
  registered: RegisteredVendor | null,
  policy: Policy,
): string {
  const cadence = formatDuration(cadenceOf(registered, policy));
  const since = registered?.since ?? null;
  const isOlder = last !== null && since !== null && since > last.record.reviewed;
  if (last !== null && !isOlder) {
    const on = `on ${dateInWords(last.record.reviewed)} by ${last.record.reviewer ?? 'nobody'}`;
    return last.record.nextReview !== null && last.record.nextReview === clock.due
      ? `the day that was set at the last review, ${on}`
      : `${cadence} after the last review, ${on}`;
  }
  return since === null
    ? `${cadence} after the end of the earliest report’s period`
    : `${cadence} after the vendor became ours on ${dateInWords(since)}`;
}

function dueReasons(
  reading: ReviewClockReading,
  registered: RegisteredVendor | null,
  policy: Policy,
): Reason[] {
  const { clock, last } = reading;
  const files = last === null ? [] : [last.file.path];
  if (clock.due === null || clock.days === null) {
    const detail = 'Nobody has reviewed this vendor, and there is no date from which to count.';
    return [{ code: 'never-reviewed', verdict: 'attention', text: 'never reviewed', detail, files }];
  }
  const due = `due on ${dateInWords(clock.due)}: ${dueBecause(reading, registered, policy)}.`;
  if (clock.state === 'overdue') {
    const days = `${count(clock.days, 'day')} overdue`;
    const text = last === null ? `never reviewed, ${days}` : `review ${days}`;
    const detail = `The ${last === null ? 'first ' : ''}review was ${due}`;
    return [{ code: 'review-overdue', verdict: 'overdue', text, detail, files }];
  }
  if (last === null) {
    const text = `never reviewed, due ${dateInWords(clock.due)}`;
    return [
      { code: 'never-reviewed', verdict: 'attention', text, detail: `The first review is ${due}`, files },
    ];
  }
  if (clock.dueWithin !== null) {
    const text = clock.days === 0 ? 'review due today' : `review due in ${count(clock.days, 'day')}`;
    return [
      { code: 'review-due-soon', verdict: 'due-soon', text, detail: `The next review is ${due}`, files },
    ];
  }
  const text = `reviewed ${dateInWords(last.record.reviewed)}, next review due ${dateInWords(clock.due)}`;
  return [{ code: 'review-current', verdict: 'current', text, detail: `The next review is ${due}`, files }];
}

function newReportReasons({ unreviewed, last }: ReviewClockReading): Reason[] {
  // Where nobody has reviewed anything, "never reviewed" says it all.
  if (unreviewed.length === 0 || last === null) return [];
  return [
    {
      code: 'new-report',
      verdict: 'attention',
      text: unreviewed.length === 1 ? 'new report to review' : `${unreviewed.length} new reports to review`,
      detail: `Not reviewed yet: ${list(unreviewed.map(described))}. The last review was about another report.`,
      files: unreviewed.map(({ document }) => document.path),
    },
  ];
}

function draftReasons({ drafts }: ReviewClockReading): Reason[] {
  if (drafts.length === 0) return [];
  const files = paths(drafts.map(({ file }) => file));
  const detail = `${capital(count(files.length, 'draft'))}, not signed yet: ${list(files)}.`;
  return [{ code: 'review-in-progress', verdict: 'current', text: 'review in progress', detail, files }];
}

const isLatestOfItsReport = (review: SignedReview, reviews: readonly SignedReview[]): boolean =>
  reviews.find(({ document }) => document === review.document) === review;

function changedReasons({ reviews }: VendorOnDay): Reason[] {
  const changed = reviews.filter((review) => review.isChanged && isLatestOfItsReport(review, reviews));
  if (changed.length === 0) return [];
  const reports = changed.flatMap(({ document }) => (document === null ? [] : [document.path]));
  return [
    {
      code: 'changed-after-sign-off',
      verdict: 'attention',
      text:
        changed.length === 1
          ? 'report changed after sign-off'
          : `${changed.length} reports changed after sign-off`,
      detail: `What was signed is not what lies there now: ${list(reports)}.`,
      files: [...reports, ...paths(changed.map(({ file }) => file))],
    },
  ];
}

function invalidReasons({ invalid }: VendorOnDay): Reason[] {
  if (invalid.length === 0) return [];
  const files = paths(invalid);
  return [
    {
      code: 'review-invalid',
      verdict: 'attention',
      text: `${count(files.length, 'review')} can’t be counted`,
      detail: `Contradicts itself or its report, or stands in an unfinished merge: ${list(files)}.`,
      files,
    },
  ];
}

/** What a conclusion or an opinion says that nobody should overlook, though it is no matter of time. */
function conclusionReasons({ last }: ReviewClockReading): Reason[] {
  if (last?.record.conclusion !== 'not acceptable') return [];
  const detail = `Concluded on ${dateInWords(last.record.reviewed)} by ${last.record.reviewer ?? 'nobody'}.`;
  return [
    {
      code: 'not-acceptable',
      verdict: 'current',
      text: 'last conclusion: not acceptable',
      detail,
      files: [last.file.path],
    },
  ];
}

/** The review clock in words. */
export const reviewReasons = (
  reading: ReviewClockReading,
  onDay: VendorOnDay,
  registered: RegisteredVendor | null,
  policy: Policy,
): Reason[] => [
  ...dueReasons(reading, registered, policy),
  ...newReportReasons(reading),
  ...changedReasons(onDay),
  ...invalidReasons(onDay),
  ...draftReasons(reading),
  ...conclusionReasons(reading),
];
