import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DOMMatrix } from '../../../src/pdf/dom-matrix.ts';

const numbersOf = ({ a, b, c, d, e, f }: DOMMatrix): number[] => [a, b, c, d, e, f];

const matrices = fc
  .tuple(...Array.from({ length: 6 }, () => fc.integer({ min: -9, max: 9 })))
  .map((numbers) => new DOMMatrix(numbers));
const points = fc.record({ x: fc.integer({ min: -99, max: 99 }), y: fc.integer({ min: -99, max: 99 }) });

describe('the matrix that pdf.js computes with', () => {
  it('begins as the identity', () => {
    assert.deepEqual(numbersOf(new DOMMatrix()), [1, 0, 0, 1, 0, 0]);
    assert.ok(new DOMMatrix().isIdentity);
  });

  it('takes the plane of a three-dimensional matrix, and refuses other counts of numbers', () => {
    const numbers = [1, 2, 0, 0, 3, 4, 0, 0, 0, 0, 1, 0, 5, 6, 0, 1];
    assert.deepEqual(numbersOf(new DOMMatrix(numbers)), [1, 2, 3, 4, 5, 6]);
    assert.throws(() => new DOMMatrix([1, 2, 3]), TypeError);
  });

  it('maps a point through a product as through its right factor, then its left one', () => {
    fc.assert(
      fc.property(matrices, matrices, points, (left, right, point) => {
        assert.deepEqual(
          left.multiply(right).transformPoint(point),
          left.transformPoint(right.transformPoint(point)),
        );
      }),
    );
  });

  it('multiplies from the left too', () => {
    fc.assert(
      fc.property(matrices, matrices, (left, right) => {
        const expected = numbersOf(left.multiply(right));
        assert.deepEqual(numbersOf(right.preMultiplySelf(left)), expected);
      }),
    );
  });

  it('moves, then scales, in its own units', () => {
    const matrix = new DOMMatrix([1, 0, 0, 1, 10, 20]).scale(2, 3).translate(4, 5);
    assert.deepEqual(matrix.transformPoint({ x: 1, y: 1 }), { x: 20, y: 38 });
  });

  it('has an inverse that leads back, or is NaN throughout', () => {
    fc.assert(
      fc.property(matrices, points, (matrix, point) => {
        const inverse = matrix.inverse();
        if (matrix.a * matrix.d === matrix.b * matrix.c) {
          assert.ok(numbersOf(inverse).every(Number.isNaN));
          return;
        }
        const back = inverse.transformPoint(matrix.transformPoint(point));
        assert.ok(Math.abs(back.x - point.x) < 1e-6 && Math.abs(back.y - point.y) < 1e-6);
      }),
    );
  });

  it('leaves itself as it was, unless the name says "Self"', () => {
    const matrix = new DOMMatrix([1, 2, 3, 4, 5, 6]);
    matrix.multiply(matrix).scale(2).translate(1).inverse();
    assert.deepEqual(numbersOf(matrix), [1, 2, 3, 4, 5, 6]);
  });
});
