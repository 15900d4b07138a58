import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { PageText, TextRun } from '../../../src/core/report/page-text.ts';
import { PackedPage } from '../../../src/pdf/packed-page.ts';

const anyRun: fc.Arbitrary<TextRun> = fc.record(
  { text: fc.string(), x: fc.double(), y: fc.double(), width: fc.double(), height: fc.double() },
  { noNullPrototype: true },
);
const anyPage: fc.Arbitrary<Required<PageText>> = fc.record(
  {
    number: fc.nat(),
    width: fc.double(),
    height: fc.double(),
    runs: fc.array(anyRun),
    isImage: fc.boolean(),
    isDamaged: fc.boolean(),
  },
  { noNullPrototype: true },
);

describe('a packed page', () => {
  it('gives back what was packed, to the last digit, as often as it is asked', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const { number, width, height, isImage, isDamaged, runs } = new PackedPage(page);
        assert.deepEqual({ number, width, height, runs, isImage, isDamaged }, page);
        const packed = new PackedPage(page);
        assert.deepEqual(packed.runs, packed.runs);
      }),
    );
  });
});
