import { calendarDate } from '../../src/core/calendar/calendar-date.ts';
import type { LibraryDocument } from '../../src/core/library/snapshot.ts';
import { EMPTY_REGISTER } from '../../src/core/register/register.ts';
import type { TestException, UserControl } from '../../src/core/report/reading.ts';
import { parseReview } from '../../src/core/review/parse-review.ts';
import { draftReview } from '../../src/core/summary/review-summary.ts';
import { dossier, registered, report, review } from '../unit/standing/samples.ts';

/*
 * How long it takes to write the review of a report of 150 pages that has been read: 60 user controls and 40 exceptions
 * in it, and a review of last year with as many, whose mappings are carried over. Prints the median of several runs,
 * after one that nobody counts. What then remains is to show a text file.
 */

const RUNS = 15;
const TODAY = calendarDate('2026-11-21');
const WORDS =
  'user entities are responsible for restricting access to the system and for reviewing who holds it every quarter';

const control = (year: number, index: number): UserControl => ({
  id: `CUEC-${index}`,
  text: `${WORDS.split(' ')
    .slice(index % 5)
    .join(' ')} of area ${index}${index % 7 === 0 ? ` since ${year}` : ''}.`,
  page: 30 + (index % 20),
});

const exception = (year: number, index: number): TestException => ({
  control: `CC${(index % 9) + 1}.${index}`,
  text: `For ${index % 5} of the 25 items of sample ${index} the approval was late${index % 3 === 0 ? ` in ${year}` : ''}.`,
  page: 60 + index,
  sample: { deviations: index % 5, tested: 25 },
  managementResponse: { text: 'The step has been automated.', page: 140, section: 'other-information' },
});

const of = (year: number): LibraryDocument =>
  report({
    path: `vendors/northlake/${year}.pdf`,
    start: `${year}-01-01`,
    end: `${year}-12-31`,
    issued: `${year + 1}-02-20`,
    opinion: 'unmodified',
    system: 'Colocation Services System',
    reading: {
      pages: 150,
      userControls: Array.from({ length: 60 }, (_, index) => control(year, index)),
      testExceptions: Array.from({ length: 40 }, (_, index) => exception(year, index)),
    },
  });

function milliseconds(): number {
  const reports = [of(2025), of(2024)] as const;
  const last = review('2025-03-10', reports[1]);
  const vendor = dossier({ registered: registered(), reports, reviews: [last] });
  const input = {
    dossier: vendor,
    library: { dossiers: [vendor], register: EMPTY_REGISTER },
    reviewFolder: 'reviews',
    reviewer: 'Dana Petit',
    today: TODAY,
  };
  const { text } = draftReview({ ...input, document: reports[1] });
  const start = performance.now();
  const draft = draftReview({
    ...input,
    document: reports[0],
    previous: { review: last, text, document: reports[1] },
  });
  parseReview(draft.path, draft.text);
  return performance.now() - start;
}

milliseconds();
const times = Array.from({ length: RUNS }, milliseconds).sort((a, b) => a - b);
console.log(
  `The review of a report of 150 pages, with last year's carried over: ${(times[Math.floor(RUNS / 2)] ?? 0).toFixed(0)} ms ` +
    `(median of ${RUNS}, ${(times[0] ?? 0).toFixed(0)} to ${(times.at(-1) ?? 0).toFixed(0)})`,
);
