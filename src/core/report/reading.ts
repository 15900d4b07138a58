import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Decision, EntryWords, Fact, FactDecision } from './fact.ts';

/** What a PDF is. `soc1` covers SAS 70, SSAE 16, ISAE 3402 and CSAE 3416; `soc2` covers SOC 2+. */
export const DOCUMENT_KINDS = ['soc1', 'soc2', 'soc3', 'bridge-letter', 'not-soc', 'unreadable'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const TRUST_SERVICES_CATEGORIES = [
  'Security',
  'Availability',
  'Processing Integrity',
  'Confidentiality',
  'Privacy',
] as const;
export type TrustServicesCategory = (typeof TRUST_SERVICES_CATEGORIES)[number];

export type ReportType = 1 | 2;
export type Opinion = 'unmodified' | 'qualified' | 'adverse' | 'disclaimer';
export type SubserviceMethod = 'carve-out' | 'inclusive';

export interface SubserviceOrganization extends Fact<string> {
  /** What it does for the service organization, as printed. */
  readonly service: string | null;
}

/** A complementary user entity control: what the report expects its reader to do. */
export interface UserControl {
  /** The number printed before it, "CUEC-1", where there is one. */
  readonly id: string | null;
  readonly text: string;
  readonly page: number;
  readonly decided?: FactDecision;
}

export interface ManagementResponse {
  readonly text: string;
  readonly page: number;
  /** Responses in the unaudited part of a report were not examined by the service auditor. */
  readonly section: 'tests' | 'other-information';
}

export interface TestException {
  /** The control's number as printed, "CC6.2". */
  readonly control: string | null;
  /** What the service auditor found. */
  readonly text: string;
  readonly page: number;
  /** "For 2 of the 25 terminations tested" is `{ deviations: 2, tested: 25 }`; null when not printed. */
  readonly sample: { readonly deviations: number; readonly tested: number } | null;
  readonly managementResponse: ManagementResponse | null;
  readonly decided?: FactDecision;
}

/** A control that did not operate during the period, so that it could not be tested: neither clean nor an exception. */
export interface UntestedControl {
  readonly control: string | null;
  readonly text: string;
  readonly page: number;
  readonly decided?: FactDecision;
}

export interface Facility extends Fact<string> {
  readonly inScope: boolean;
}

export interface BridgeLetter {
  readonly from: Fact<CalendarDate> | null;
  readonly through: Fact<CalendarDate> | null;
  /** The end of the period of the report that the letter bridges. */
  readonly reportPeriodEnd: Fact<CalendarDate> | null;
  /** What management declares about changes, as printed. */
  readonly changes: Fact<string> | null;
  readonly signer: Fact<string> | null;
}

export const SECTION_KINDS = [
  'cover',
  'contents',
  'auditors-report',
  'assertion',
  'description',
  'tests',
  'other-information',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

export interface SectionSpan {
  readonly kind: SectionKind;
  readonly title: string;
  /** PDF pages, first and last included. */
  readonly firstPage: number;
  readonly lastPage: number;
}

/** The single values of a report, by the names that corrections, reviews and the command line use. */
export const FACT_FIELDS = [
  'type',
  'standard',
  'vendor',
  'system',
  'auditor',
  'reportDate',
  'periodStart',
  'periodEnd',
  'asOfDate',
  'opinion',
  'subserviceMethod',
] as const;
export type FactField = (typeof FACT_FIELDS)[number];

/** Every value of a report that stands alone: those, and the matter that a modified opinion is about. */
export const SINGLE_FIELDS = [
  ...FACT_FIELDS,
  'opinionMatter',
] as const satisfies readonly (keyof DocumentReading)[];

/** The lists whose entries a person can decide on one by one. */
export const ENTRY_LISTS = [
  'testExceptions',
  'untestedControls',
  'userControls',
  'subserviceOrganizations',
  'facilities',
] as const satisfies readonly (keyof DocumentReading)[];
export type EntryList = (typeof ENTRY_LISTS)[number];

/** An entry that a person has taken out of its list: the report doesn't say so, whatever was read. */
export interface AbsentEntry extends EntryWords {
  readonly list: EntryList;
  readonly page: number;
  readonly decided: Decision;
}

/**
 * Everything that was read from one PDF. Absent is null or an empty list, never a guess.
 */
export interface DocumentReading {
  /** How many pages the PDF has; 0 when it could not be opened. */
  readonly pages: number;
  readonly kind: DocumentKind;
  /** Set where a person has said what the file is, or has set it aside. */
  readonly kindDecided?: Decision;
  /** Why it is not a SOC report or can't be read, and what to do; null for reports and letters. */
  readonly reason: string | null;
  readonly type: Fact<ReportType> | null;
  /** The attestation standard: "SSAE 18", "ISAE 3402". */
  readonly standard: Fact<string> | null;
  /** The service organization, as printed in full. */
  readonly vendor: Fact<string> | null;
  /** Other names that the report prints for the service organization. */
  readonly vendorAliases: readonly Fact<string>[];
  readonly system: Fact<string> | null;
  /** The service auditor. */
  readonly auditor: Fact<string> | null;
  /** The date under the service auditor's signature; for a bridge letter the letter's own date. */
  readonly reportDate: Fact<CalendarDate> | null;
  readonly periodStart: Fact<CalendarDate> | null;
  readonly periodEnd: Fact<CalendarDate> | null;
  /** Of a Type 1. */
  readonly asOfDate: Fact<CalendarDate> | null;
  readonly categories: readonly Fact<TrustServicesCategory>[];
  readonly opinion: Fact<Opinion> | null;
  /** For a modified opinion, the text of the matter. */
  readonly opinionMatter: Fact<string> | null;
  readonly subserviceOrganizations: readonly SubserviceOrganization[];
  readonly subserviceMethod: Fact<SubserviceMethod> | null;
  readonly userControls: readonly UserControl[];
  readonly testExceptions: readonly TestException[];
  readonly untestedControls: readonly UntestedControl[];
  /** The numbers of the controls whose tests came to a result, as printed, each once, in the order of the report. */
  readonly testedControls: readonly string[];
  readonly facilities: readonly Facility[];
  /** What a person has taken out of these lists; only where there is any. */
  readonly absentEntries?: readonly AbsentEntry[];
  readonly bridge: BridgeLetter | null;
  readonly sections: readonly SectionSpan[];
  /** PDF pages that are pictures without text. */
  readonly imagePages: readonly number[];
  /** The number printed on each page that was read, from page 1 on: "12", "iv"; null where none is printed. */
  readonly printedPages: readonly (string | null)[];
  /** Fields without a value, where more is known than that they are not printed: "on an image page 2–3". */
  readonly absences: Partial<Readonly<Record<FactField, string>>>;
  readonly warnings: readonly string[];
}

const NOTHING_READ: Omit<DocumentReading, 'pages' | 'kind' | 'reason'> = {
  type: null,
  standard: null,
  vendor: null,
  vendorAliases: [],
  system: null,
  auditor: null,
  reportDate: null,
  periodStart: null,
  periodEnd: null,
  asOfDate: null,
  categories: [],
  opinion: null,
  opinionMatter: null,
  subserviceOrganizations: [],
  subserviceMethod: null,
  userControls: [],
  testExceptions: [],
  untestedControls: [],
  testedControls: [],
  facilities: [],
  bridge: null,
  sections: [],
  imagePages: [],
  printedPages: [],
  absences: {},
  warnings: [],
};

/** A reading that holds nothing but what the document is. */
export const emptyReading = (kind: DocumentKind, reason: string | null, pages = 0): DocumentReading => ({
  pages,
  kind,
  reason,
  ...NOTHING_READ,
});

/** True for SOC 1, 2 and 3 reports; bridge letters and everything else are not reports. */
export const isReport = (reading: Pick<DocumentReading, 'kind'>): boolean =>
  reading.kind === 'soc1' || reading.kind === 'soc2' || reading.kind === 'soc3';

/** The last day that a report speaks about: the end of its period, or its as-of date. */
export const coverageEnd = (reading: DocumentReading): CalendarDate | null =>
  reading.periodEnd?.value ?? reading.asOfDate?.value ?? null;

/** True for a file that would open with its password. The reason is how the reader of PDFs says so. */
export const needsPassword = ({ kind, reason }: Pick<DocumentReading, 'kind' | 'reason'>): boolean =>
  kind === 'unreadable' && /^(?:Password required|Wrong password)\b/.test(reason ?? '');
