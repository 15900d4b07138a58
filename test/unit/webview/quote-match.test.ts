import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { matchQuote } from '../../../src/webview/report-viewer/quote-match.ts';

/** The words that a match marks, piece by piece. */
const marked = (pieces: readonly string[], quote: string) =>
  matchQuote(pieces, quote)?.map(({ piece, start, end }) => pieces[piece]?.slice(start, end)) ?? null;

describe('matchQuote', () => {
  it('marks part of one piece', () => {
    assert.deepEqual(
      marked(['To the Management of Harbour Lane Data Centers:'], 'Harbour Lane Data Centers'),
      ['Harbour Lane Data Centers'],
    );
  });

  it('goes over line ends, and over spaces that only one side has', () => {
    const pieces = ['throughout the perio', 'd October 1, 2024', 'to September 30,', ' ', '2025, to provide'];
    assert.deepEqual(marked(pieces, 'the period October 1, 2024 to September 30, 2025'), [
      'the perio',
      'd October 1, 2024',
      'to September 30,',
      ' ',
      '2025',
    ]);
  });

  it('takes letters for what they stand for', () => {
    assert.deepEqual(marked(['The auditor’s “ofﬁce” – north'], `auditor's "office" - north`), [
      'auditor’s “ofﬁce” – north',
    ]);
    assert.deepEqual(marked(['confi\u00ADdential\u200B data'], 'confidential data'), [
      'confi\u00ADdential\u200B data',
    ]);
  });

  it('forgives a hyphen at a line end', () => {
    assert.deepEqual(marked(['suitably de-', 'signed controls'], 'suitably designed'), [
      'suitably de-',
      'signed',
    ]);
  });

  it('marks whole characters, also when only part of one matches', () => {
    assert.deepEqual(marked(['in the ofﬁce'], 'off'), ['ofﬁ']);
  });

  it('prefers whole words over parts of longer ones', () => {
    assert.deepEqual(matchQuote(['Type 22 and Type 2'], 'Type 2'), [{ piece: 0, start: 12, end: 18 }]);
    assert.deepEqual(matchQuote(['cybersecurity, then security'], 'security'), [
      { piece: 0, start: 20, end: 28 },
    ]);
    assert.deepEqual(matchQuote(['cybersecurity only'], 'security'), [{ piece: 0, start: 5, end: 13 }]);
  });

  it('finds nothing where there is nothing', () => {
    assert.equal(matchQuote(['Some page'], 'Another page'), null);
    assert.equal(matchQuote(['Some page'], ' \n'), null);
    assert.equal(matchQuote([], 'x'), null);
    assert.equal(matchQuote(['some page'], 'Some'), null);
  });

  it('finds any cut of a page, however the page is split and spaced', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9.,;()]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        fc.array(fc.nat(), { minLength: 2, maxLength: 8 }),
        (words, cuts) => {
          const text = words.join(' ');
          const [from = 0, to = 0, ...splits] = cuts;
          const start = from % text.length;
          const quote = text.slice(start, start + 1 + (to % (text.length - start)));
          const at = [0, ...splits.map((split) => split % text.length).sort((a, b) => a - b), text.length];
          const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
          const found = marked(pieces, quote.replaceAll(' ', ' \n '));
          const wanted = quote.replaceAll(' ', '');
          assert.equal(found?.join('').replaceAll(' ', '') ?? '', wanted);
        },
      ),
    );
  });
});
