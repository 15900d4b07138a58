import assert from 'node:assert/strict';
import { createCipheriv } from 'node:crypto';
import { describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { AesCipher, beginningOf, inflated } from '../../../../src/pdf/pdfjs/node-codecs.ts';

const bytes = (maxLength: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ maxLength });

describe('packed data', () => {
  it('is unpacked whole, whatever follows it', () => {
    fc.assert(
      fc.property(bytes(5000), bytes(20), (plain, after) => {
        const packed = Buffer.concat([deflateRawSync(plain), after]);
        assert.deepEqual(inflated(packed), plain);
      }),
    );
  });

  it('shows how it begins without being unpacked', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 5000 }), (plain) => {
        const begins = beginningOf(deflateRawSync(plain));
        assert.ok(begins.length >= 4);
        assert.deepEqual(begins, plain.subarray(0, begins.length));
      }),
    );
    assert.equal(beginningOf(Uint8Array.of(0xff, 0xff, 0xff)).length, 0);
    assert.equal(beginningOf(new Uint8Array()).length, 0);
  });

  it('grows far beyond the usual', () => {
    const plain = new Uint8Array(3_000_000);
    assert.deepEqual(inflated(deflateRawSync(plain)), plain);
  });

  it('is left alone when it is cut off, damaged, or a bomb', () => {
    const text = Array.from({ length: 2000 }, (_, line) => `line ${line * 7919}\n`).join('');
    const packed = deflateRawSync(text);
    assert.equal(inflated(packed.subarray(0, packed.length / 2)), undefined);
    assert.equal(inflated(Uint8Array.of(0xff, 0xff, 0xff)), undefined);
    assert.equal(inflated(new Uint8Array()), undefined);
    assert.equal(inflated(deflateRawSync(new Uint8Array(2 ** 26 + 1))), undefined);
  });
});

describe('AES', () => {
  const encrypt = (key: Uint8Array, iv: Uint8Array, text: Uint8Array, padded = true): Uint8Array => {
    const cipher = createCipheriv(key.length === 16 ? 'aes-128-cbc' : 'aes-256-cbc', key, iv);
    cipher.setAutoPadding(padded);
    return Buffer.concat([iv, cipher.update(text), cipher.final()]);
  };
  const key = fc.oneof(...[16, 32].map((length) => fc.uint8Array({ minLength: length, maxLength: length })));
  const iv = fc.uint8Array({ minLength: 16, maxLength: 16 });

  it('is decrypted, with either length of the key, also when bytes too few for a block follow', () => {
    fc.assert(
      fc.property(key, iv, bytes(200), bytes(15), (key, iv, plain, after) => {
        const data = Buffer.concat([encrypt(key, iv, plain), after]);
        assert.deepEqual(new AesCipher(key).decryptBlock(data), plain);
      }),
    );
  });

  it('keeps what is no padding', () => {
    const [key, iv] = [new Uint8Array(16).fill(1), new Uint8Array(16).fill(2)];
    for (const end of [[1, 3, 3], [17], [0], [2, 3, 2]]) {
      const plain = new Uint8Array(32).fill(65);
      plain.set(end, 32 - end.length);
      assert.deepEqual(new AesCipher(key).decryptBlock(encrypt(key, iv, plain, false)), plain);
    }
  });

  it('of nothing is nothing', () => {
    for (const length of [0, 5, 16, 20])
      assert.equal(new AesCipher(new Uint8Array(16)).decryptBlock(new Uint8Array(length)).length, 0);
  });
});
