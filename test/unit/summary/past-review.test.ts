import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseReview } from '../../../src/core/review/parse-review.ts';
import { pastReview } from '../../../src/core/summary/past-review.ts';
import { day, dossier, report, review } from '../standing/samples.ts';

const current = report();
const past = {
  reviewFolder: 'reviews',
  reviewer: 'Dana Petit',
  reviewed: day('2026-02-25'),
  conclusion: 'acceptable',
  today: day('2026-03-01'),
} as const;

describe('the record of a past review', () => {
  it('is completed, about the report, and says that it was recorded afterwards', () => {
    const { path, text } = pastReview({
      ...past,
      dossier: dossier({ reports: [current] }),
      document: current,
    });
    assert.equal(path, 'reviews/northlake/2025-12-31-soc-2-type-2.md');
    const { state, record, problems } = parseReview(path, text, past.today);
    assert.deepEqual(problems, []);
    assert.equal(state, 'completed');
    assert.equal(record?.report, current.path);
    assert.equal(record.reviewed, '2026-02-25');
    assert.equal(record.sha256, null);
    assert.match(text, /Recorded afterwards, on 1 Mar 2026\./);
  });

  it('has its day for a name when the report is not on file, and never one that is taken', () => {
    const taken = { ...review('2026-02-25', null), path: 'reviews/northlake/2026-02-25-review.md' };
    const { path, text } = pastReview({ ...past, dossier: dossier({ reviews: [taken] }), document: null });
    assert.equal(path, 'reviews/northlake/2026-02-25-review-2.md');
    assert.equal(parseReview(path, text, past.today).state, 'completed');
  });
});
