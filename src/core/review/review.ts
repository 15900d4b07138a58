import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Problem } from '../register/register.ts';

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
}
