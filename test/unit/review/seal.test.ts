import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_POLICY } from '../../../src/core/register/register.ts';
import { completedReview, type Completion } from '../../../src/core/review/complete-review.ts';
import { setReviewFields } from '../../../src/core/review/edit-review.ts';
import { parseReview } from '../../../src/core/review/parse-review.ts';
import { standingOn } from '../../../src/core/standing/standing-on.ts';
import { draftReview } from '../../../src/core/summary/review-summary.ts';
import { EMPTY_REGISTER } from '../../../src/core/register/register.ts';
import { day, dossier, registered, report } from '../standing/samples.ts';

const PDF = report({ path: 'vendors/northlake/2025.pdf' });
const OF = dossier({ registered: registered(), reports: [PDF] });
const { path, text: DRAFT } = draftReview({
  dossier: OF,
  document: PDF,
  library: { dossiers: [OF], register: EMPTY_REGISTER },
  reviewFolder: 'reviews',
  reviewer: null,
  today: day('2026-03-10'),
});
const COMPLETION: Completion = {
  conclusion: 'acceptable',
  reviewer: 'Dana Petit',
  reviewed: day('2026-03-10'),
  approver: null,
  sha256: null,
};
const complete = (text: string, more: Partial<Completion> = {}): string =>
  completedReview(text, { ...COMPLETION, ...more }, registered({ tier: 'moderate' }), DEFAULT_POLICY);
const isEdited = (text: string): boolean | undefined => parseReview(path, text).isEdited;

describe('completing a review', () => {
  it('fills in the record and the next review by the tier', () => {
    const { state, record } = parseReview(path, complete(DRAFT));
    assert.equal(state, 'completed');
    assert.deepEqual(
      [record?.reviewer, record?.reviewed, record?.conclusion, record?.nextReview],
      ['Dana Petit', '2026-03-10', 'acceptable', '2028-03-10'],
    );
  });

  it('keeps an earlier next review that the reviewer has set, and no later one', () => {
    const next = (own: string): string | null | undefined =>
      parseReview(path, complete(setReviewFields(DRAFT, { nextReview: own }))).record?.nextReview;
    assert.equal(next('2026-09-10'), '2026-09-10');
    assert.equal(next('2031-01-01'), '2028-03-10');
  });

  it('binds another PDF only when it is told to', () => {
    assert.equal(parseReview(path, complete(DRAFT)).record?.sha256, PDF.sha256);
    const sha256 = 'f'.repeat(64);
    assert.equal(parseReview(path, complete(DRAFT, { sha256 })).record?.sha256, sha256);
  });
});

describe('the seal', () => {
  const sealed = complete(DRAFT);

  it('is whole as long as nobody edits', () => {
    assert.equal(isEdited(sealed), undefined);
    assert.equal(isEdited(DRAFT), undefined, 'a draft has none');
  });

  it('breaks when the record or the body says something else', () => {
    assert.equal(isEdited(sealed.replace('conclusion: acceptable', 'conclusion: not acceptable')), true);
    assert.equal(isEdited(sealed.replace('## Conclusion\n', '## Conclusion\n\nAll well.\n')), true);
    assert.equal(isEdited(setReviewFields(sealed, { reviewed: '2026-03-09' })), true);
  });

  it('does not mind line ends, aligned tables, approver, an earlier next review and what is ticked off', () => {
    assert.equal(isEdited(sealed.replaceAll('\n', '\r\n')), undefined);
    const aligned = sealed.replace(/^\| - \|.*$/gm, (line) => line.replaceAll('-', '-----'));
    assert.notEqual(aligned, sealed);
    assert.equal(isEdited(aligned), undefined);
    assert.equal(isEdited(setReviewFields(sealed, { approver: 'Lee Moran' })), undefined);
    assert.equal(isEdited(setReviewFields(sealed, { nextReview: '2026-12-01' })), undefined);
    const open = complete(DRAFT.replace('*None noted yet.', '- [ ] ask for the plan\n\n*None noted yet.'));
    assert.equal(isEdited(open.replace('- [ ] ask', '- [x] ask')), undefined);
    assert.equal(isEdited(open.replace('ask for the plan', 'ask for nothing')), true);
  });

  it('is set anew when the review is completed again', () => {
    const edited = sealed.replace('## Conclusion\n', '## Conclusion\n\nAll well.\n');
    assert.equal(isEdited(complete(edited)), undefined);
  });

  it('makes an edited review the vendor’s business until a later one supersedes it', () => {
    const edited = parseReview(path, setReviewFields(sealed, { reviewed: '2026-03-09' }));
    const reasons = (reviews: (typeof edited)[]): string[] =>
      standingOn({ ...OF, reviews }, DEFAULT_POLICY, day('2026-04-01')).reasons.map(({ text }) => text);
    assert.ok(reasons([edited]).includes('review edited after completion'));
    const later = parseReview('reviews/northlake/later.md', complete(DRAFT, { reviewed: day('2026-03-20') }));
    assert.ok(!reasons([edited, later]).includes('review edited after completion'));
  });
});
