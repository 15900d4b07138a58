import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { EntryDecision } from '../register/entry-decision.ts';
import type { Place, Problem } from '../register/register.ts';

export const CONCLUSIONS = ['acceptable', 'acceptable with exceptions', 'not acceptable'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

/** The record of one review: the front matter of a Markdown file in the review folder. */
export interface ReviewRecord {
  readonly vendor: string;
  /** Path of the reviewed PDF, relative to the workspace root, with forward slashes. */
  readonly report: string | null;
  /** Hash of the PDF as it was reviewed; lower-case hexadecimal. */
  readonly sha256: string | null;
  /** "SOC 2 Type 2". */
  readonly kind: string | null;
  readonly periodStart: CalendarDate | null;
  /** The end of the report's period, or its as-of date. */
  readonly periodEnd: CalendarDate | null;
  readonly reviewer: string | null;
  readonly reviewed: CalendarDate | null;
  readonly approver: string | null;
  readonly conclusion: Conclusion | null;
  readonly nextReview: CalendarDate | null;
  /** What the reviewer said of each extracted value: "extracted", or a correction. */
  readonly confirmed: Readonly<Record<string, string>>;
  /** What the reviewer said of single entries of lists: exceptions, user controls; absent where they said nothing. */
  readonly confirmedEntries?: readonly EntryDecision[];
  /** The digest of the review as it was completed; absent in drafts, and in reviews that were completed by hand. */
  readonly seal?: string;
  /** Short digests of the parts that the program wrote, by which it sees what a person has edited in them. */
  readonly generated?: Readonly<Record<string, string>>;
}

/**
 * - `draft`: reviewer, reviewed or conclusion is still empty.
 * - `completed`: all three are filled in and valid.
 * - `invalid`: the front matter can't be read or contradicts itself; `problems` says where. Never counts as a review.
 */
export type ReviewState = 'draft' | 'completed' | 'invalid';

export interface ReviewFile {
  /** Relative to the workspace root, with forward slashes. */
  readonly path: string;
  readonly state: ReviewState;
  /** Null only when the front matter can't be read at all. */
  readonly record: ReviewRecord | null;
  readonly problems: readonly Problem[];
  /** Where the fields that are written stand. */
  readonly places: Readonly<Partial<Record<ReviewKey, Place>>>;
  /**
   * The day on which the file was read: a review that is dated later has not happened, and is `invalid`. Null where
   * nobody said which day it was.
   */
  readonly readOn: CalendarDate | null;
  /** True for a review that was edited after it was completed; absent where nothing is known of that. */
  readonly isEdited?: boolean;
}

/** A key of the front matter. */
export type ReviewKey = Exclude<keyof ReviewRecord, 'periodStart' | 'periodEnd'> | 'period';

/** True for a review that is dated after the day on which it was read. */
export function isDatedAhead({ record, readOn }: ReviewFile): boolean {
  const reviewed = record?.reviewed ?? null;
  return reviewed !== null && readOn !== null && reviewed > readOn;
}
