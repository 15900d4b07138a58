import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { confirmedEntry, confirmedValues } from '../../../src/core/review/confirmed.ts';
import { withConfirmed } from '../../../src/core/review/edit-confirmed.ts';
import { parseReview } from '../../../src/core/review/parse-review.ts';

const review = (confirmed: string): string =>
  `---\nvendor: Northlake # ours\nreviewer: Dana Petit\nconfirmed:${confirmed}\n---\n\n# Body | stays\n`;

const saidIn = (text: string) => {
  const { record, problems } = parseReview('review.md', text);
  assert.deepEqual(problems, []);
  return record?.confirmed;
};

describe('what a reviewer says of a value, in the front matter', () => {
  it('is written beside what is there, and leaves everything else', () => {
    const text = withConfirmed(review(''), 'auditor', { is: 'corrected', value: 'Baker & Finch LLP' });
    assert.deepEqual(saidIn(text), { auditor: 'corrected "Baker & Finch LLP"' });
    const more = withConfirmed(text, 'system', { is: 'absent' });
    assert.deepEqual(saidIn(more), { auditor: 'corrected "Baker & Finch LLP"', system: 'absent' });
    assert.ok(more.startsWith('---\nvendor: Northlake # ours\n') && more.endsWith('# Body | stays\n'));
  });

  it('is taken back to the text that there was', () => {
    const before = review(' { vendor: extracted }');
    const text = withConfirmed(before, 'opinion', { is: 'confirmed', value: 'qualified' });
    assert.deepEqual(saidIn(text), { vendor: 'extracted', opinion: 'extracted' });
    assert.equal(withConfirmed(text, 'opinion', null), before);
  });

  it('parts the period when only one of its days is meant', () => {
    const text = withConfirmed(review(' { period: extracted }'), 'periodEnd', {
      is: 'corrected',
      value: '2025-12-31' as never,
    });
    assert.deepEqual(saidIn(text), { periodStart: 'extracted', periodEnd: 'corrected "2025-12-31"' });
    const corrected = withConfirmed(review(' { period: corrected 2025-01-01/2025-12-30 }'), 'periodStart', {
      is: 'confirmed',
      value: '2025-01-01' as never,
    });
    assert.deepEqual(saidIn(corrected), { periodStart: 'extracted', periodEnd: 'corrected 2025-12-30' });
  });

  it('reads back with page and passage, whatever they say', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one.trim() === one);
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9999 }), text, (value, page, quote) => {
        const entry = confirmedEntry({ is: 'corrected', value, page, quote });
        const record = parseReview('review.md', review('')).record;
        assert.ok(record);
        const { facts } = confirmedValues({ ...record, confirmed: { auditor: entry } });
        assert.deepEqual(facts.auditor, { is: 'corrected', value, page, quote });
      }),
    );
  });
});
