import { calendarDate, type CalendarDate } from '../../../src/core/calendar/calendar-date.ts';
import type { LibraryDocument, LibrarySnapshot, VendorDossier } from '../../../src/core/library/snapshot.ts';
import { EMPTY_REGISTER } from '../../../src/core/register/register.ts';
import type { Fact } from '../../../src/core/report/fact.ts';
import { emptyReading, type DocumentKind, type DocumentReading } from '../../../src/core/report/reading.ts';
import type { ReviewFile, ReviewRecord } from '../../../src/core/review/review.ts';
import type { Standing, Verdict } from '../../../src/core/standing/standing.ts';
import type { FolderStatus, VendorStatus } from '../../../src/extension/tree/node.ts';
import * as samples from '../standing/samples.ts';

export const { fact } = samples;

export const dateFact = (iso: string): Fact<CalendarDate> => fact(calendarDate(iso));

export const document = (
  path: string,
  kind: DocumentKind,
  read: Partial<DocumentReading> = {},
): LibraryDocument => ({
  path,
  sha256: 'ab'.repeat(32),
  bytes: 1000,
  reading: { ...emptyReading(kind, null, 40), ...read },
});

export const review = (
  path: string,
  state: ReviewFile['state'],
  record: Partial<ReviewRecord> = {},
): ReviewFile => ({ ...samples.review(null, null, record), path, state });

const CODES = {
  overdue: 'review-overdue',
  attention: 'new-report',
  'due-soon': 'review-due-soon',
  current: 'review-current',
  'not-required': 'not-required',
} as const;

export const standing = (verdict: Verdict, ...reasons: string[]): Standing => ({
  verdict,
  review: {
    state: 'current',
    due: null,
    days: Number(/\d+/.exec(reasons.join(' '))?.[0] ?? 0),
    lastReviewed: null,
    dueWithin: null,
  },
  report: { state: 'current', until: null },
  coverage: { state: 'continuous', holes: [] },
  reasons: reasons.map((text) => ({
    code: CODES[verdict],
    verdict,
    text,
    detail: `The ${text}.`,
    files: [],
  })),
});

export const vendor = (
  name: string,
  verdict: Verdict,
  reason: string,
  parts: Partial<VendorDossier> = {},
): VendorStatus => ({
  dossier: samples.dossier({ id: name.toLowerCase().replaceAll(' ', '-'), name, ...parts }),
  standing: standing(verdict, reason),
});

export function folderStatus(
  name: string,
  vendors: readonly VendorStatus[],
  parts: Partial<LibrarySnapshot> = {},
): FolderStatus {
  const dossiers = vendors.map((status) => status.dossier);
  return {
    folder: { uri: `file:///work/${name}`, name },
    asOf: calendarDate('2026-03-01'),
    vendors,
    snapshot: {
      documents: dossiers.flatMap(({ reports, bridgeLetters, unreadable }) => [
        ...reports,
        ...bridgeLetters,
        ...unreadable,
      ]),
      register: EMPTY_REGISTER,
      reviews: dossiers.flatMap(({ reviews }) => reviews),
      dossiers,
      unassigned: [],
      ...parts,
    },
  };
}
