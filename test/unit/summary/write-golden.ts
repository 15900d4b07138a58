// Writes the reviews that the tests compare with: node test/unit/summary/write-golden.ts. Read the difference!
import { mkdir, writeFile } from 'node:fs/promises';
import { draftReview } from '../../../src/core/summary/review-summary.ts';
import type { LibraryDocument } from '../../../src/core/library/snapshot.ts';
import { setReviewFields } from '../../../src/core/review/edit-review.ts';
import { parseReview } from '../../../src/core/review/parse-review.ts';
import { comparisonMarkdown } from '../../../src/core/summary/comparison.ts';
import { day, dossier, registered } from '../standing/samples.ts';
import { first, second, third } from './three-years.ts';
import { GOLDEN, LIBRARY, libraryOf, vendor } from './golden-reports.ts';

export const goldenFile = (name: string): URL => new URL(`golden/${name}.md`, import.meta.url);

export const goldenText = (document: LibraryDocument): string =>
  draftReview({
    dossier: vendor,
    document,
    library: LIBRARY,
    reviewFolder: 'reviews',
    reviewer: 'Dana Petit',
    today: day('2026-11-21'),
  }).text;

/** Texts that aren't made from one report alone. */
export const OTHER_GOLDEN: Readonly<Record<string, () => string>> = {
  'comparison-2023-2024': () => comparisonMarkdown({ before: first, after: second, folder: 'reviews' }),
  'comparison-2024-2025': () => comparisonMarkdown({ before: second, after: third, folder: 'reviews' }),
  'second-year': secondYear,
};

/** The review of the third year's report, after that of the second year was completed. */
function secondYear(): string {
  const of = dossier({ registered: registered(), reports: [third, second, first] });
  const input = { dossier: of, library: libraryOf(of), reviewFolder: 'reviews', reviewer: 'Dana Petit' };
  const last = draftReview({ ...input, document: second, today: day('2025-03-10') });
  const text = setReviewFields(last.text, {
    reviewed: '2025-03-10',
    conclusion: 'acceptable with exceptions',
  })
    .replace(/^(\| CUEC-1 .*) \| \| \| \|$/m, '$1 | AC-3 | Dana | mapped |')
    .replace(/^(\| CUEC-2 .*) \| \| \| \|$/m, '$1 | HR-7 | Lee | mapped |')
    .replace(/^(\| CC8\.1 .*) \| \| \|$/m, '$1 | Our changes are approved by us | |')
    .replace(
      /^\*None noted yet.*$/m,
      '- [ ] ask for the corrective action plan, Dana, 1 Jun\n- [x] call the vendor',
    );
  const previous = { review: parseReview(last.path, text), text, document: second };
  return draftReview({ ...input, document: third, today: day('2025-09-01'), previous }).text;
}

if (import.meta.main) {
  await mkdir(new URL('golden/', import.meta.url), { recursive: true });
  for (const [name, document] of Object.entries(GOLDEN)) {
    await writeFile(goldenFile(name), goldenText(document));
  }
  for (const [name, text] of Object.entries(OTHER_GOLDEN)) await writeFile(goldenFile(name), text());
}
