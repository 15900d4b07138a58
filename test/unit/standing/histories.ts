import fc from 'fast-check';
import { addDays, type CalendarDate } from '../../../src/core/calendar/calendar-date.ts';
import type { LibraryDocument, VendorDossier } from '../../../src/core/library/snapshot.ts';
import { emptyReading } from '../../../src/core/report/reading.ts';
import { TIERS } from '../../../src/core/register/register.ts';
import type { ReviewFile } from '../../../src/core/review/review.ts';
import { bridgeLetter, day, dossier, registered, report, review } from './samples.ts';

/** Random histories of a vendor: reports, letters and reviews over six years. */

const EPOCH = day('2021-01-01');
const LENGTH = 6 * 365;

export const anyDay: fc.Arbitrary<CalendarDate> = fc.nat(LENGTH).map((days) => addDays(EPOCH, days));

const anySystem = fc.constantFrom(null, 'Colocation Services System', 'Colocation Services', 'Payroll');

const anyReport = fc
  .record({
    kind: fc.constantFrom('soc1' as const, 'soc2' as const, 'soc3' as const),
    type: fc.constantFrom(1 as const, 2 as const, 2 as const, null),
    system: anySystem,
    end: fc.option(anyDay, { freq: 8 }),
    length: fc.integer({ min: 30, max: 400 }),
    hasStart: fc.integer({ min: 0, max: 5 }).map((number) => number > 0),
    lag: fc.option(fc.integer({ min: 10, max: 120 }), { freq: 5 }),
  })
  .map(({ kind, type, system, end, length, hasStart, lag }) => ({
    kind,
    type,
    system,
    end,
    start: end === null || !hasStart ? null : addDays(end, -length),
    issued: end === null || lag === null ? null : addDays(end, lag),
  }));

const reports: fc.Arbitrary<LibraryDocument[]> = fc
  .array(anyReport, { maxLength: 6 })
  .map((list) =>
    list.map((options, index) => report({ ...options, path: `vendors/northlake/${index}.pdf` })),
  );

/** The first day on which a report can have been reviewed. */
const firstDay = ({ reading }: LibraryDocument): CalendarDate =>
  [reading.reportDate?.value, reading.periodEnd?.value, reading.asOfDate?.value, EPOCH]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1) ?? EPOCH;

/** A completed review that counts, of one of the reports; where there are none, one that has only its date. */
export const reviewOf = (all: readonly LibraryDocument[]): fc.Arbitrary<ReviewFile> =>
  fc
    .record({ which: fc.nat(Math.max(all.length - 1, 0)), after: fc.nat(300), number: fc.nat(99_999) })
    .map(({ which, after, number }) => {
      const of = all[which] ?? null;
      const reviewed = addDays(of === null ? EPOCH : firstDay(of), after);
      return { ...review(reviewed, of), path: `reviews/northlake/${number}.md` };
    });

const draftOf = (all: readonly LibraryDocument[]): fc.Arbitrary<ReviewFile> =>
  fc
    .nat(all.length)
    .map((which) => ({ ...review(null, all[which] ?? null), path: `reviews/northlake/draft-${which}.md` }));

const entry = fc.option(
  fc
    .record({
      tier: fc.option(fc.constantFrom(...TIERS)),
      since: fc.option(anyDay),
      status: fc.constantFrom('active' as const, 'active' as const, 'active' as const, 'terminated' as const),
      services: fc.constantFrom(
        [],
        [{ name: 'Colocation', expects: ['SOC 2 Type 2'] }],
        [
          { name: 'Colocation', expects: ['SOC 2 Type 2', 'SOC 1'] },
          { name: 'Payroll', expects: ['SOC 2'] },
        ],
      ),
    })
    .map((fields) => registered(fields)),
);

const letters = fc.array(
  fc
    .record({ from: anyDay, length: fc.nat(200), end: fc.option(anyDay) })
    .map(({ from, length, end }) => bridgeLetter(from, addDays(from, length), end)),
  { maxLength: 2 },
);

const unreadable = fc.constantFrom(
  [],
  [],
  [
    {
      path: 'vendors/northlake/scan.pdf',
      sha256: '',
      bytes: 0,
      reading: emptyReading('unreadable', 'The file is empty.'),
    },
  ],
);

export const anyDossier: fc.Arbitrary<VendorDossier> = reports.chain((all) =>
  fc
    .record({
      registered: entry,
      bridgeLetters: letters,
      unreadable,
      reviews: fc.array(reviewOf(all), { maxLength: 5 }),
      drafts: fc.array(draftOf(all), { maxLength: 2 }),
    })
    .map(({ drafts, reviews, ...rest }) =>
      dossier({ ...rest, reports: all, reviews: unique([...reviews, ...drafts]) }),
    ),
);

/** One file has one path. */
const unique = (files: readonly ReviewFile[]): ReviewFile[] => [
  ...new Map(files.map((file) => [file.path, file])).values(),
];
