import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { UneditableError } from '../../../src/core/register/yaml-edit.ts';
import { setReviewFields, type ReviewFields } from '../../../src/core/review/edit-review.ts';
import { parseReview } from '../../../src/core/review/parse-review.ts';

const DRAFT = `---
vendor: Northlake # as in the register
report: vendors/northlake/2025/SOC2-Type2.pdf
kind: "SOC 2 Type 2"
period:   2024-10-01/2025-09-30
reviewer:
reviewed: # the day of the review
conclusion:   # acceptable | acceptable with exceptions | not acceptable

confirmed: { period: extracted }
---

# Findings

reviewed: this line is the body's
`;

describe('setReviewFields', () => {
  it('fills in what is empty, replaces what is there, adds what is missing, and leaves the rest', () => {
    const text = setReviewFields(DRAFT, {
      reviewer: 'Dana: Petit #1',
      reviewed: '2026-01-20',
      conclusion: 'acceptable',
      period: '2024-11-01/2025-09-30',
      confirmed: { period: 'extracted', auditor: 'corrected "Baker & Finch LLP"' },
      nextReview: '2027-01-20',
    });
    assert.equal(
      text,
      `---
vendor: Northlake # as in the register
report: vendors/northlake/2025/SOC2-Type2.pdf
kind: "SOC 2 Type 2"
period:   2024-11-01/2025-09-30
reviewer: "Dana: Petit #1"
reviewed: 2026-01-20 # the day of the review
conclusion: acceptable  # acceptable | acceptable with exceptions | not acceptable

confirmed: { period: extracted, auditor: corrected "Baker & Finch LLP" }
nextReview: 2027-01-20
---

# Findings

reviewed: this line is the body's
`,
    );
  });

  it('empties a value and keeps its comment', () => {
    assert.match(setReviewFields(DRAFT, { vendor: null }), /^vendor: # as in the register$/m);
    assert.equal(setReviewFields(DRAFT, { sha256: null }), DRAFT, 'nothing to empty');
  });

  it('replaces values of several lines', () => {
    const block = DRAFT.replace('{ period: extracted }', '\n  period: extracted\n  auditor: absent');
    const text = setReviewFields(block, { confirmed: { period: 'extracted' }, reviewer: 'Dana' });
    assert.deepEqual(parseReview('r.md', text).record?.confirmed, { period: 'extracted' });
    const folded = DRAFT.replace('reviewer:', 'reviewer: >\n  Dana\n  Petit');
    assert.equal(parseReview('r.md', setReviewFields(folded, { reviewer: 'Lee' })).record?.reviewer, 'Lee');
  });

  it('starts an empty front matter', () => {
    const text = setReviewFields('---\n---\nbody\n', { vendor: 'Northlake', reviewed: null });
    assert.equal(text, '---\nvendor: Northlake\nreviewed:\n---\nbody\n');
  });

  it('refuses what it can’t edit safely', () => {
    const refused = [
      'no front matter\n',
      '---\nvendor: [\n---\n',
      '---\nvendor: a\nvendor: b\n---\n',
      '---\njust text\n---\n',
      DRAFT.replace('# Findings', '<<<<<<< HEAD\n# Findings\n=======\n# Results\n>>>>>>> other'),
    ];
    for (const text of refused) {
      assert.throws(() => setReviewFields(text, { reviewer: 'Dana' }), UneditableError, text);
    }
  });

  it('sets any text, reads it back, and touches nothing else', () => {
    const value = fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
        fc.constantFrom(
          'a\nb',
          'a\n\n# b\n- c',
          'a\tb: c',
          '- a',
          '? a',
          '---',
          '*a',
          '&a',
          '!a',
          '2026-01-01',
          'null',
          '0x1f',
        ),
      )
      .filter((text) => text.trim() === text);
    const lineEnd = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(value, value, lineEnd, (reviewer, approver, end) => {
        fc.pre(!/\p{Cs}/u.test(reviewer + approver));
        const before = DRAFT.replaceAll('\n', end);
        const fields: Partial<ReviewFields> = { reviewer, approver };
        const after = setReviewFields(before, fields);
        const { record, problems } = parseReview('r.md', after);
        assert.deepEqual(problems, []);
        assert.equal(record?.reviewer, reviewer);
        assert.equal(record.approver, approver);
        const untouched = (text: string): string[] =>
          text.split(end).filter((line) => !/^(?:reviewer|approver):/.test(line));
        assert.deepEqual(untouched(after), untouched(before));
      }),
      { numRuns: 200 },
    );
  });
});
