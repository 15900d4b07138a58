import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parsePageInput } from '../../../src/webview/report-viewer/page-input.ts';

const PRINTED = [null, 'i', 'ii', '1', '2', 'A-1'];

describe('parsePageInput', () => {
  it('takes a number as the PDF page', () => {
    assert.equal(parsePageInput('4', 6, PRINTED), 4);
    assert.equal(parsePageInput(' 06 ', 6, PRINTED), 6);
  });

  it('takes what is no number as the number printed on a page', () => {
    assert.equal(parsePageInput('ii', 6, PRINTED), 3);
    assert.equal(parsePageInput('a-1', 6, PRINTED), 6);
  });

  it('takes a number after "p" as the printed one', () => {
    assert.equal(parsePageInput('p2', 6, PRINTED), 5);
    assert.equal(parsePageInput('P. 1', 6, PRINTED), 4);
    assert.equal(parsePageInput('p 9', 6, PRINTED), null);
  });

  it('knows no pages outside of the report', () => {
    for (const typed of ['0', '7', '-1', '1.5', '1e1', '', ' ', 'xx', '99999999'])
      assert.equal(parsePageInput(typed, 6, PRINTED), null, typed);
  });

  it('does without printed numbers', () => {
    assert.equal(parsePageInput('ii', 6, []), null);
  });
});
