import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { MappedTextBuilder, type MappedText } from '../../../src/core/report/view/mapped-text.ts';

interface Piece {
  readonly text: string;
  readonly position: number;
  readonly isStretch: boolean;
}

const anyPiece: fc.Arbitrary<Piece> = fc.record({
  text: fc.string({ minLength: 1, maxLength: 5 }),
  position: fc.nat(20),
  isStretch: fc.boolean(),
});
const anyPieces = fc.array(anyPiece, { maxLength: 8 });

function build(pieces: readonly Piece[]): MappedText {
  const builder = new MappedTextBuilder();
  for (const { text, position, isStretch } of pieces) {
    if (isStretch) builder.addStretch(text, position);
    else builder.add(text, position);
  }
  return builder;
}

/** The position of each character, kept one by one. */
const positionsOf = (pieces: readonly Piece[]): number[] =>
  pieces.flatMap(({ text, position, isStretch }) =>
    Array.from({ length: text.length }, (_, i) => (isStretch ? position + i : position)),
  );

const told = ({ text, at }: MappedText): number[] => Array.from({ length: text.length }, (_, i) => at.of(i));

describe('mapped text', () => {
  it('tells where each of its characters came from', () => {
    fc.assert(
      fc.property(anyPieces, (pieces) => {
        assert.deepEqual(told(build(pieces)), positionsOf(pieces));
      }),
    );
  });

  it('still tells it of any stretch that is taken over into another text', () => {
    fc.assert(
      fc.property(anyPieces, anyPieces, fc.nat(20), fc.nat(20), (before, pieces, from, length) => {
        const whole = new MappedTextBuilder();
        whole.append(build(before));
        const start = Math.min(from, positionsOf(pieces).length);
        const end = Math.min(start + length, positionsOf(pieces).length);
        whole.append(build(pieces), start, end);
        assert.deepEqual(told(whole), [...positionsOf(before), ...positionsOf(pieces).slice(start, end)]);
      }),
    );
  });
});
