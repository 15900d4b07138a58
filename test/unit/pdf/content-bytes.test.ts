import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  packOperator,
  plainHexString,
  plainName,
  plainNumber,
  plainOperator,
  plainString,
  type PlainStream,
} from '../../../src/pdf/content-bytes.ts';

/** The stream when its first character has become the lexer's current one. */
function streamOf(text: string): PlainStream {
  const bytes = Buffer.from(text, 'latin1');
  return { bytes, pos: 1, end: bytes.length };
}

/** What a reader makes of a text, and what it leaves unread. */
function readWith<T>(reader: (stream: PlainStream) => T, text: string): [T, string] {
  const stream = streamOf(text);
  const result = reader(stream);
  return [result, text.slice(stream.pos)];
}

describe('tokens straight from the bytes', () => {
  it('are numbers in decimal digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999, max: 99_999 }), fc.nat(999), (whole, part) => {
        assert.deepEqual(readWith(plainNumber, `${whole} Td`), [whole, ' Td']);
        assert.deepEqual(readWith(plainNumber, `${whole}.${part}]`)[0], Number(`${whole}.${part}`));
      }),
    );
    assert.deepEqual(readWith(plainNumber, '.5 '), [0.5, ' ']);
  });

  it('are no numbers that are written in any other way, or that may go on', () => {
    for (const text of ['1e5 ', '--3 ', '+3 ', '4-5 ', '1.2.3 ', '- ', '. ', '12'])
      assert.deepEqual(readWith(plainNumber, text), [NaN, text.slice(1)]);
  });

  it('are strings without anything special in them', () => {
    assert.deepEqual(readWith(plainHexString, '4a6F>Tj'), ['Jo', 'Tj']);
    assert.deepEqual(readWith(plainString, '(No exceptions)Tj'), ['No exceptions', 'Tj']);
    for (const text of ['4a 6f>', '4a6>', '4a6', '4ag0>'])
      assert.deepEqual(readWith(plainHexString, text), [undefined, text.slice(1)]);
    for (const text of ['(a(b)c)', '(a\\)b)', '(a'])
      assert.deepEqual(readWith(plainString, text), [undefined, text.slice(1)]);
  });

  it('are names and operators', () => {
    assert.deepEqual(readWith(plainName, '/F1 12'), ['F1', ' 12']);
    assert.deepEqual(readWith(plainName, '/A#20B '), [undefined, 'A#20B ']);
    for (const operator of ['q', 'Tj', 'T*', 'BDC', "'"])
      assert.equal(plainOperator(streamOf(`${operator} `)), packOperator(operator));
    for (const text of ['true ', 'Tj']) assert.equal(plainOperator(streamOf(text)), 0);
  });
});
