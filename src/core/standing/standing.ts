import type { CalendarDate } from '../calendar/calendar-date.ts';

/** Where a vendor stands on a day: three clocks, one verdict, and always the reasons. */
export type Verdict = 'overdue' | 'attention' | 'due-soon' | 'current' | 'not-required';

/** The order in which verdicts are listed: what needs a person first. */
export const VERDICTS: readonly Verdict[] = ['overdue', 'attention', 'due-soon', 'current', 'not-required'];

export type ReviewClockState =
  'overdue' | 'due-soon' | 'new-report' | 'in-progress' | 'current' | 'never-reviewed' | 'not-required';

export interface ReviewClock {
  readonly state: ReviewClockState;
  /** Null when nothing is due: not required, or nothing to count from. */
  readonly due: CalendarDate | null;
  /** Days overdue when overdue, else days until due; null without a due date. Never negative. */
  readonly days: number | null;
  /** The last completed review that counts on this day. */
  readonly lastReviewed: CalendarDate | null;
  /** Of the policy's marks (60, 30, 7 days) the narrowest that the due date lies within; null when not due soon. */
  readonly dueWithin: number | null;
}

export type ReportClockState =
  'current' | 'renewal-expected' | 'late' | 'stale' | 'type-1-only' | 'none' | 'not-required';

export interface ReportClock {
  readonly state: ReportClockState;
  /** Until when the state holds: current until, renewal expected by; null when it holds until something happens. */
  readonly until: CalendarDate | null;
}

export type CoverageState = 'continuous' | 'hole' | 'bridged' | 'bridge-too-long' | 'none' | 'not-required';

/** A stretch of days that no report and no bridge letter covers, first and last included. */
export interface CoverageHole {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly days: number;
}

export interface CoverageClock {
  readonly state: CoverageState;
  readonly holes: readonly CoverageHole[];
}

/** What a reason is about, for whoever acts on reasons: names the rule, whatever its words are. */
export type ReasonCode =
  | 'review-overdue'
  | 'review-due-soon'
  | 'review-current'
  | 'review-in-progress'
  | 'review-invalid'
  | 'never-reviewed'
  | 'new-report'
  | 'changed-after-sign-off'
  | 'edited-after-completion'
  | 'not-acceptable'
  | 'report-missing'
  | 'report-weaker'
  | 'report-elsewhere'
  | 'report-period-unknown'
  | 'report-stale'
  | 'report-late'
  | 'report-current'
  | 'renewal-expected'
  | 'type-1-only'
  | 'soc3-only'
  | 'opinion-modified'
  | 'time-uncovered'
  | 'bridged'
  | 'bridge-too-long'
  | 'facility-not-examined'
  | 'file-unreadable'
  | 'not-required';

/** Why a vendor stands where it stands, in words, with the files and dates that it rests on. */
export interface Reason {
  readonly code: ReasonCode;
  readonly verdict: Verdict;
  /** "review 41 days overdue" */
  readonly text: string;
  /** The whole sentence, with the dates and rules that it rests on. */
  readonly detail: string;
  /** Paths of the reports, letters and reviews that it rests on. */
  readonly files: readonly string[];
}

export interface Standing {
  readonly verdict: Verdict;
  readonly review: ReviewClock;
  readonly report: ReportClock;
  readonly coverage: CoverageClock;
  /** Worst first; never empty. */
  readonly reasons: readonly Reason[];
}
