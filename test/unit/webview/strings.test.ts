import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fill, viewerStrings } from '../../../src/webview/strings.ts';

describe('the viewer’s words', () => {
  it('all go through the translation', () => {
    const wordsOf = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [value];
    const words = wordsOf(viewerStrings((message) => `<${message}>`));
    assert.ok(words.length > 50);
    for (const word of words) assert.match(String(word), /^<.+>$/s);
  });

  it('take values by number, and leave what has none', () => {
    assert.equal(fill('{0} of {1}', 3, 17), '3 of 17');
    assert.equal(fill('{1} von {0}', 17, 3), '3 von 17');
    assert.equal(fill('{0} of {1}', 3), '3 of {1}');
    assert.equal(fill('{0}', '{1}', 'x'), '{1}');
  });
});
