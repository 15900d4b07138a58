import type { Language } from '../language/language.ts';
import { kindInWords } from '../register/expected-report.ts';
import type { Policy, RegisteredVendor } from '../register/register.ts';
import type { DatedReport, SignedReview, VendorOnDay } from './on-day.ts';
import { cadenceOf, type ReviewClockReading } from './review-clock.ts';
import type { Reason, ReasonCode, Verdict } from './standing.ts';
import { dueSoonIn, durationIn, overdueIn, reviewedIn } from './wording.ts';

const paths = (files: readonly { readonly path: string }[]): string[] => files.map(({ path }) => path);

function described({ document, end }: DatedReport, language: Language): string {
  const kind = kindInWords(document.reading);
  return end === null
    ? language.say('{0} ({1})', kind, document.path)
    : language.say('{0} to {1} ({2})', kind, language.date(end), document.path);
}

/** Where the due date comes from, for the end of a sentence about it. */
function dueBecause(
  { clock, last }: ReviewClockReading,
  registered: RegisteredVendor | null,
  policy: Policy,
  language: Language,
): string {
  const cadence = durationIn(language, cadenceOf(registered, policy));
  const since = registered?.since ?? null;
  const isOlder = last !== null && since !== null && since > last.record.reviewed;
  if (last !== null && !isOlder) {
    const { reviewed, reviewer, nextReview } = last.record;
    const on = language.date(reviewed);
    const by = reviewer ?? language.say('nobody');
    return nextReview !== null && nextReview === clock.due
      ? language.say('the day that was set at the last review, on {0} by {1}', on, by)
      : language.say('{0} after the last review, on {1} by {2}', cadence, on, by);
  }
  return since === null
    ? language.say('{0} after the end of the earliest report’s period', cadence)
    : language.say('{0} after the vendor became ours on {1}', cadence, language.date(since));
}

function dueReasons(
  reading: ReviewClockReading,
  registered: RegisteredVendor | null,
  policy: Policy,
  language: Language,
): Reason[] {
  const { clock, last } = reading;
  const files = last === null ? [] : [last.file.path];
  const make = (code: ReasonCode, verdict: Verdict, text: string, detail: string): Reason[] => [
    { code, verdict, text, detail, files },
  ];
  if (clock.due === null || clock.days === null) {
    const detail = language.say('Nobody has reviewed this vendor, and there is no date from which to count.');
    return make('never-reviewed', 'attention', language.say('never reviewed'), detail);
  }
  const due = language.date(clock.due);
  const because = dueBecause(reading, registered, policy, language);
  if (clock.state === 'overdue' && last === null) {
    const text = language.count(
      clock.days,
      'never reviewed, {0} day overdue',
      'never reviewed, {0} days overdue',
    );
    return make(
      'review-overdue',
      'overdue',
      text,
      language.say('The first review was due on {0}: {1}.', due, because),
    );
  }
  if (clock.state === 'overdue') {
    const detail = language.say('The review was due on {0}: {1}.', due, because);
    return make('review-overdue', 'overdue', overdueIn(language, clock.days), detail);
  }
  if (last === null) {
    const detail = language.say('The first review is due on {0}: {1}.', due, because);
    return make('never-reviewed', 'attention', language.say('never reviewed, due {0}', due), detail);
  }
  const detail = language.say('The next review is due on {0}: {1}.', due, because);
  return clock.dueWithin !== null
    ? make('review-due-soon', 'due-soon', dueSoonIn(language, clock.days), detail)
    : make('review-current', 'current', reviewedIn(language, last.record.reviewed, clock.due), detail);
}

function newReportReasons({ unreviewed, last }: ReviewClockReading, language: Language): Reason[] {
  // Where nobody has reviewed anything, "never reviewed" says it all.
  if (unreviewed.length === 0 || last === null) return [];
  return [
    {
      code: 'new-report',
      verdict: 'attention',
      text: language.count(unreviewed.length, 'new report to review', '{0} new reports to review'),
      detail: language.say(
        'Not reviewed yet: {0}. The last review was about another report.',
        language.list(unreviewed.map((report) => described(report, language))),
      ),
      files: unreviewed.map(({ document }) => document.path),
    },
  ];
}

function draftReasons({ drafts }: ReviewClockReading, language: Language): Reason[] {
  if (drafts.length === 0) return [];
  const files = paths(drafts.map(({ file }) => file));
  const detail = language.count(
    files.length,
    '{0} draft, not signed yet: {1}.',
    '{0} drafts, not signed yet: {1}.',
    language.list(files),
  );
  return [
    {
      code: 'review-in-progress',
      verdict: 'current',
      text: language.say('review in progress'),
      detail,
      files,
    },
  ];
}

const isLatestOfItsReport = (review: SignedReview, reviews: readonly SignedReview[]): boolean =>
  reviews.find(({ document }) => document === review.document) === review;

/** The reviews whose PDF isn't the one that was signed for; an older review of a report is superseded. */
export const changedReviews = ({ reviews }: VendorOnDay): SignedReview[] =>
  reviews.filter((review) => review.isChanged && isLatestOfItsReport(review, reviews));

function changedReasons(onDay: VendorOnDay, language: Language): Reason[] {
  const changed = changedReviews(onDay);
  if (changed.length === 0) return [];
  const reports = changed.flatMap(({ document }) => (document === null ? [] : [document.path]));
  return [
    {
      code: 'changed-after-sign-off',
      verdict: 'attention',
      text: language.count(
        changed.length,
        'report changed after sign-off',
        '{0} reports changed after sign-off',
      ),
      detail: language.say('What was signed is not what lies there now: {0}.', language.list(reports)),
      files: [...reports, ...paths(changed.map(({ file }) => file))],
    },
  ];
}

/** The reviews that were edited after they were completed; an older review of a report is superseded. */
export const editedReviews = ({ reviews }: VendorOnDay): SignedReview[] =>
  reviews.filter((review) => review.file.isEdited === true && isLatestOfItsReport(review, reviews));

function editedReasons(onDay: VendorOnDay, language: Language): Reason[] {
  const edited = editedReviews(onDay);
  if (edited.length === 0) return [];
  const files = paths(edited.map(({ file }) => file));
  return [
    {
      code: 'edited-after-completion',
      verdict: 'attention',
      text: language.count(
        files.length,
        'review edited after completion',
        '{0} reviews edited after completion',
      ),
      detail: language.say(
        'What stands there is not what was completed: {0}. Complete it again, or take the change back.',
        language.list(files),
      ),
      files,
    },
  ];
}

function invalidReasons({ invalid }: VendorOnDay, language: Language): Reason[] {
  if (invalid.length === 0) return [];
  const files = paths(invalid);
  return [
    {
      code: 'review-invalid',
      verdict: 'attention',
      text: language.count(files.length, '{0} review can’t be counted', '{0} reviews can’t be counted'),
      detail: language.say(
        'Contradicts itself or its report, or stands in an unfinished merge: {0}.',
        language.list(files),
      ),
      files,
    },
  ];
}

/** What a conclusion or an opinion says that nobody should overlook, though it is no matter of time. */
function conclusionReasons({ last }: ReviewClockReading, language: Language): Reason[] {
  if (last?.record.conclusion !== 'not acceptable') return [];
  const by = last.record.reviewer ?? language.say('nobody');
  const detail = language.say('Concluded on {0} by {1}.', language.date(last.record.reviewed), by);
  const text = language.say('last conclusion: not acceptable');
  return [{ code: 'not-acceptable', verdict: 'current', text, detail, files: [last.file.path] }];
}

/** The review clock in words. */
export const reviewReasons = (
  reading: ReviewClockReading,
  onDay: VendorOnDay,
  registered: RegisteredVendor | null,
  policy: Policy,
  language: Language,
): Reason[] => [
  ...dueReasons(reading, registered, policy, language),
  ...newReportReasons(reading, language),
  ...changedReasons(onDay, language),
  ...editedReasons(onDay, language),
  ...invalidReasons(onDay, language),
  ...draftReasons(reading, language),
  ...conclusionReasons(reading, language),
];
