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
  skipDrawing,
  type PlainStream,
} from '../../../../src/pdf/pdfjs/content-bytes.ts';

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

describe('statements that draw', () => {
  /** What is left when an operator was read last, and the rest follows. */
  function leftOf(text: string): string {
    const rest = { bytes: Buffer.from(text, 'latin1'), pos: 0, end: text.length };
    skipDrawing(rest);
    return text.slice(rest.pos);
  }
  const number = fc.oneof(fc.integer(), fc.float({ noNaN: true, min: -999, max: 999 })).map((value) => {
    const text = value.toFixed(3);
    return text.replace(/^(-?)0\./, '$1.');
  });
  const space = fc.constantFrom(' ', '\n', '\r\n', '\t  ');
  const statement = fc
    .constantFrom(['m', 2], ['re', 4], ['c', 6], ['h', 0], ['f*', 0], ['W', 0], ['n', 0], ['rg', 3], ['G', 1])
    .chain(([operator, count]) =>
      fc
        .tuple(fc.array(fc.tuple(number, space), { minLength: count, maxLength: count }), space)
        .map(([operands, before]) => `${before}${operands.flat().join('')}${operator}`),
    );

  it('are passed over, up to the first that is anything else', () => {
    const others = [
      ' BT',
      ' /P <</MCID 0>> BDC',
      ' (text) Tj',
      ' 1 0 0 1 72 700 Tm',
      ' 5 Tc',
      ' % 1 g',
      ' q',
      '',
    ];
    fc.assert(
      fc.property(fc.array(statement), fc.constantFrom(...others), (drawing, other) => {
        assert.equal(leftOf(`${drawing.join('')}${other} Q`), `${other} Q`);
      }),
    );
  });

  it('stay when they are written oddly: pdf.js decides', () => {
    for (const odd of [
      '1 2 3 m ',
      '1 m ',
      '1e2 w ',
      '--1 w ',
      '1..2 w ',
      '+1 w ',
      '1 g',
      're',
      '12',
      '- g ',
      '(a) g ',
    ])
      assert.equal(leftOf(` ${odd}`), ` ${odd}`);
  });
});
