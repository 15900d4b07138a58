import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextToReview } from '../../../src/core/summary/next-to-review.ts';
import { dossier, report, review } from '../standing/samples.ts';

const of2025 = report();
const of2024 = report({ start: '2024-01-01', end: '2024-12-31', issued: '2025-02-20' });
const soc1 = report({ kind: 'soc1', start: '2024-01-01', end: '2024-06-30', issued: '2024-08-20' });
const reports = [of2025, of2024, soc1];

test('the newest report that nobody has reviewed is next', () => {
  assert.equal(nextToReview(dossier({ reports })), of2025);
  assert.equal(nextToReview(dossier({ reports, reviews: [review('2025-03-10', of2024)] })), of2025);
});

test('a report of another kind is not hidden by a newer one', () => {
  assert.equal(nextToReview(dossier({ reports, reviews: [review('2026-03-10', of2025)] })), soc1);
});

test('what is older than a reviewed report of its kind is history', () => {
  const reviews = [review('2026-03-10', of2025), review('2026-03-10', soc1)];
  assert.equal(nextToReview(dossier({ reports, reviews })), of2025);
});

test('a draft does not count as a review, and without a report there is nothing to review', () => {
  assert.equal(nextToReview(dossier({ reports, reviews: [review(null, of2025)] })), of2025);
  assert.equal(nextToReview(dossier()), undefined);
});
