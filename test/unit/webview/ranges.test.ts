import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cutOut, endsOfFile, splitRange } from '../../../src/webview/report-viewer/ranges.ts';

describe('splitRange', () => {
  it('cuts into pieces of at most so many bytes', () => {
    assert.deepEqual(splitRange({ begin: 10, end: 35 }, 10), [
      { begin: 10, end: 20 },
      { begin: 20, end: 30 },
      { begin: 30, end: 35 },
    ]);
    assert.deepEqual(splitRange({ begin: 5, end: 5 }, 10), []);
  });

  it('leaves nothing out and reads nothing twice', () => {
    fc.assert(
      fc.property(
        fc.nat(5000),
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 700 }),
        (begin, size, most) => {
          const pieces = splitRange({ begin, end: begin + size }, most);
          assert.equal(pieces[0]?.begin, begin);
          assert.equal(pieces.at(-1)?.end, begin + size);
          for (const [index, piece] of pieces.entries()) {
            assert.ok(piece.end - piece.begin <= most);
            if (index > 0) assert.equal(piece.begin, pieces[index - 1]?.end);
          }
        },
      ),
    );
  });
});

describe('endsOfFile', () => {
  it('takes a small file whole', () => {
    assert.deepEqual(endsOfFile(0, 64), []);
    assert.deepEqual(endsOfFile(1, 64), [{ begin: 0, end: 1 }]);
    assert.deepEqual(endsOfFile(512, 64), [{ begin: 0, end: 512 }]);
  });

  it('takes the head and the tail of a larger one, cut where pdf.js asks for them', () => {
    assert.deepEqual(endsOfFile(513, 64), [
      { begin: 0, end: 64 },
      { begin: 320, end: 513 },
    ]);
    assert.deepEqual(endsOfFile(1024, 64), [
      { begin: 0, end: 64 },
      { begin: 768, end: 1024 },
    ]);
  });
});

describe('cutOut', () => {
  const held = { begin: 100, end: 104, bytes: Uint8Array.of(1, 2, 3, 4) };

  it('answers what it holds', () => {
    assert.deepEqual(cutOut(held, { begin: 101, end: 103 }), Uint8Array.of(2, 3));
    assert.deepEqual(cutOut(held, { begin: 100, end: 104 }), held.bytes);
  });

  it('answers nothing in part', () => {
    assert.equal(cutOut(held, { begin: 99, end: 101 }), null);
    assert.equal(cutOut(held, { begin: 103, end: 105 }), null);
  });

  it('gives bytes away without losing them', () => {
    const given = cutOut(held, { begin: 100, end: 104 });
    given?.fill(0);
    assert.deepEqual(held.bytes, Uint8Array.of(1, 2, 3, 4));
  });
});
