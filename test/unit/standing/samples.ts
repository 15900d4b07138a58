import { calendarDate, type CalendarDate } from '../../../src/core/calendar/calendar-date.ts';
import type { LibraryDocument, VendorDossier } from '../../../src/core/library/snapshot.ts';
import type { Fact } from '../../../src/core/report/fact.ts';
import {
  emptyReading,
  type DocumentKind,
  type DocumentReading,
  type Opinion,
} from '../../../src/core/report/reading.ts';
import type { RegisteredVendor } from '../../../src/core/register/register.ts';
import type { ReviewFile, ReviewRecord } from '../../../src/core/review/review.ts';

/** Things that the tests of the standing and of the summaries are made of; all of them fictional. */

export const day = calendarDate;

export const fact = <T>(value: T, page = 1): Fact<T> => ({
  value,
  page,
  printedPage: null,
  quote: String(value),
  certainty: 'certain',
});

const factOrNull = <T>(value: T | null | undefined, page?: number): Fact<T> | null =>
  value === null || value === undefined ? null : fact(value, page);

export interface ReportOptions {
  readonly path?: string;
  readonly kind?: DocumentKind;
  readonly type?: 1 | 2 | null;
  readonly system?: string | null;
  readonly start?: string | null;
  readonly end?: string | null;
  /** The day on which it was issued; null when none is printed. */
  readonly issued?: string | null;
  readonly sha256?: string;
  readonly opinion?: Opinion;
  readonly reading?: Partial<DocumentReading>;
}

const dateOrNull = (text: string | null | undefined): CalendarDate | null =>
  text === null || text === undefined ? null : day(text);

/** A SOC 2 Type 2 of the calendar year 2025, issued in February 2026, unless said otherwise. */
export function report(options: ReportOptions = {}): LibraryDocument {
  const { kind = 'soc2', type = kind === 'soc3' ? null : 2 } = options;
  const end = options.end === undefined ? '2025-12-31' : options.end;
  const start = options.start === undefined ? '2025-01-01' : options.start;
  const issued = options.issued === undefined ? '2026-02-20' : options.issued;
  const path = options.path ?? `vendors/northlake/${kind}-${end ?? 'undated'}.pdf`;
  return {
    path,
    sha256: options.sha256 ?? hashOf(path),
    bytes: 1000,
    reading: {
      ...emptyReading(kind, null, 60),
      type: factOrNull(type),
      vendor: fact('Northlake Colocation, Inc.'),
      system: factOrNull(options.system),
      periodStart: type === 1 ? null : factOrNull(dateOrNull(start)),
      periodEnd: type === 1 ? null : factOrNull(dateOrNull(end)),
      asOfDate: type === 1 ? factOrNull(dateOrNull(end)) : null,
      reportDate: factOrNull(dateOrNull(issued), 4),
      opinion: factOrNull(options.opinion),
      ...options.reading,
    },
  };
}

/** Something like a SHA-256 that is a path's own. */
export function hashOf(text: string): string {
  let state = 7;
  for (const character of text) state = (state * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return Array.from({ length: 64 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state % 16).toString(16);
  }).join('');
}

export function bridgeLetter(
  from: string | null,
  through: string | null,
  reportEnd: string | null,
  issued: string | null = through,
): LibraryDocument {
  const path = `vendors/northlake/bridge-${from ?? 'x'}.pdf`;
  return {
    path,
    sha256: hashOf(path),
    bytes: 100,
    reading: {
      ...emptyReading('bridge-letter', null, 1),
      reportDate: factOrNull(dateOrNull(issued)),
      bridge: {
        from: factOrNull(dateOrNull(from)),
        through: factOrNull(dateOrNull(through)),
        reportPeriodEnd: factOrNull(dateOrNull(reportEnd)),
        changes: null,
        signer: null,
      },
    },
  };
}

/** A completed review of a report, unless its fields say otherwise. */
export function review(
  reviewed: string | null,
  of: LibraryDocument | null,
  fields: Partial<ReviewRecord> = {},
): ReviewFile {
  const record: ReviewRecord = {
    vendor: 'Northlake',
    report: of?.path ?? null,
    sha256: of?.sha256 ?? null,
    kind: of === null ? null : 'SOC 2 Type 2',
    periodStart: of?.reading.periodStart?.value ?? null,
    periodEnd: of?.reading.periodEnd?.value ?? of?.reading.asOfDate?.value ?? null,
    reviewer: reviewed === null ? null : 'Dana Petit',
    reviewed: dateOrNull(reviewed),
    approver: null,
    conclusion: reviewed === null ? null : 'acceptable',
    nextReview: null,
    confirmed: {},
    ...fields,
  };
  const isComplete = record.reviewer !== null && record.reviewed !== null && record.conclusion !== null;
  return {
    path: `reviews/northlake/${reviewed ?? 'draft'}-${of?.path.replaceAll('/', '-') ?? 'none'}.md`,
    state: isComplete ? 'completed' : 'draft',
    record,
    problems: [],
    places: {},
    readOn: null,
  };
}

export const registered = (fields: Partial<RegisteredVendor> = {}): RegisteredVendor => ({
  name: 'Northlake',
  aliases: [],
  notAliases: [],
  role: 'service provider',
  serves: 'clients',
  tier: 'critical',
  owner: 'dana@example.com',
  contact: null,
  since: null,
  status: 'active',
  statusReason: null,
  services: [],
  facilities: [],
  files: [],
  line: 2,
  place: { line: 2, column: 11, endLine: 2, endColumn: 20 },
  ...fields,
});

export const dossier = (fields: Partial<VendorDossier> = {}): VendorDossier => ({
  id: 'northlake',
  name: 'Northlake',
  registered: null,
  reports: [],
  bridgeLetters: [],
  unreadable: [],
  reviews: [],
  ...fields,
});
