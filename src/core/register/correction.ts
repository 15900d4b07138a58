import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Decision } from '../report/fact.ts';
import type { EntryDecision } from './entry-decision.ts';
import type {
  DocumentReading,
  Opinion,
  ReportType,
  SubserviceMethod,
  TrustServicesCategory,
} from '../report/reading.ts';

/** What a person may say that a file is, as the register writes it. `ignored` sets a file aside. */
export const CORRECTED_KINDS = [
  'SOC 1 Type 1',
  'SOC 1 Type 2',
  'SOC 1',
  'SOC 2 Type 1',
  'SOC 2 Type 2',
  'SOC 2',
  'SOC 3',
  'bridge letter',
  'ignored',
] as const;
export type CorrectedKind = (typeof CORRECTED_KINDS)[number];

/** The values of a report that a person can confirm or correct, by the names that the register and reviews use. */
export interface CorrectableValues {
  readonly type: ReportType;
  readonly standard: string;
  readonly vendor: string;
  readonly system: string;
  readonly auditor: string;
  readonly reportDate: CalendarDate;
  readonly periodStart: CalendarDate;
  readonly periodEnd: CalendarDate;
  readonly asOfDate: CalendarDate;
  readonly opinion: Opinion;
  readonly opinionMatter: string;
  readonly subserviceMethod: SubserviceMethod;
  readonly categories: readonly TrustServicesCategory[];
  readonly subserviceOrganizations: readonly string[];
  /** Those that the report examined. */
  readonly facilities: readonly string[];
  /** Of a bridge letter. */
  readonly bridgeFrom: CalendarDate;
  readonly bridgeThrough: CalendarDate;
  readonly bridgedPeriodEnd: CalendarDate;
}
export type CorrectableField = keyof CorrectableValues;

/** What a person decided about one value. */
export type ValueDecision<T> =
  /** The report doesn't print it, whatever was read. */
  | { readonly is: 'absent' }
  | {
      readonly is: 'confirmed' | 'corrected';
      /** Null for "as it was read", which only a review says: it is bound to what its reviewer saw. */
      readonly value: T | null;
      /** The PDF page that it stands on; null when the person cited none. */
      readonly page: number | null;
      readonly quote: string | null;
    };

export type ValueDecisions = {
  readonly [F in CorrectableField]?: ValueDecision<CorrectableValues[F]>;
};

/** What a person decided about a file, whatever the program reads in it. Bound to the file's content. */
export interface Correction extends Decision {
  /** Where the file lay then, relative to the root. */
  readonly file: string;
  /** Lower-case hexadecimal. A correction never applies to another content. */
  readonly sha256: string;
  /** Null when the file is what it was read as. */
  readonly as: CorrectedKind | null;
  readonly facts: ValueDecisions;
  /** About single entries of its lists. Each says who decided it and when. */
  readonly entries: readonly EntryDecision[];
  /** Warnings about the file that a person has looked into, word for word. */
  readonly settled: readonly string[];
  /** The line of `vendors.yaml` on which it starts, counted from 1. */
  readonly line: number;
}

/** True for a file that a person has set aside, to be told from what the program took for no SOC report. */
export const isSetAside = (reading: DocumentReading): boolean =>
  reading.kind === 'not-soc' && reading.kindDecided !== undefined;
