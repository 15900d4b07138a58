import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fill, viewerStrings } from '../../../src/webview/strings.ts';

describe('the viewer’s words', () => {
  it('all go through the translation', () => {
    const strings = viewerStrings((message) => `<${message}>`);
    const { problems, ...words } = strings;
    for (const value of [...Object.values<string>(words), ...Object.values<string>(problems)])
      assert.match(value, /^<.+>$/s);
  });

  it('take values by number, and leave what has none', () => {
    assert.equal(fill('{0} of {1}', 3, 17), '3 of 17');
    assert.equal(fill('{1} von {0}', 17, 3), '3 von 17');
    assert.equal(fill('{0} of {1}', 3), '3 of {1}');
    assert.equal(fill('{0}', '{1}', 'x'), '{1}');
  });
});
