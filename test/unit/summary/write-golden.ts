// Writes the reviews that the tests compare with: node test/unit/summary/write-golden.ts. Read the difference!
import { mkdir, writeFile } from 'node:fs/promises';
import { draftReview } from '../../../src/core/summary/review-summary.ts';
import type { LibraryDocument } from '../../../src/core/library/snapshot.ts';
import { day } from '../standing/samples.ts';
import { GOLDEN, vendor } from './golden-reports.ts';

export const goldenFile = (name: string): URL => new URL(`golden/${name}.md`, import.meta.url);

export const goldenText = (document: LibraryDocument): string =>
  draftReview({
    dossier: vendor,
    document,
    reviewFolder: 'reviews',
    reviewer: 'Dana Petit',
    today: day('2026-11-21'),
  }).text;

if (import.meta.main) {
  await mkdir(new URL('golden/', import.meta.url), { recursive: true });
  for (const [name, document] of Object.entries(GOLDEN)) {
    await writeFile(goldenFile(name), goldenText(document));
  }
}
