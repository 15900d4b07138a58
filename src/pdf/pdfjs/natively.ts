// What the bundled pdf.js leaves to Node's native code. Damaged and hostile data go pdf.js's own way.
import { fileURLToPath } from 'node:url';
import type { Change } from './bundled.ts';

const CODECS = fileURLToPath(new URL('node-codecs.ts', import.meta.url));

/** Flate, in which nearly every stream of a PDF is packed: all at once, or a glance at how it begins. */
const UNPACKING: readonly Change[] = [
  {
    before: 'class FlateStream extends DecodeStream {',
    after: `import * as codecs from ${JSON.stringify(CODECS)};
class FlateStream extends DecodeStream {
  unpackAtOnce() {
    this.isTried = true;
    const packed = this.str.getBytes();
    const bytes = codecs.inflated(packed);
    if (bytes === undefined) {
      this.str = new Stream(packed, 0, packed.length, this.dict);
      return false;
    }
    this.buffer = bytes;
    this.bufferLength = bytes.length;
    return this.eof = true;
  }
  get isEmpty() {
    return this.glance().length === 0 && super.isEmpty;
  }
  peekBytes(length) {
    const first = this.pos === 0 ? this.glance() : [];
    return length > 0 && length <= first.length ? first.subarray(0, length) : super.peekBytes(length);
  }
  glance() {
    if (this.isTried || this.str.constructor !== Stream) {
      return [];
    }
    return this.first ??= codecs.beginningOf(this.str.getBytes());
  }`,
  },
  {
    before: 'readBlock() {\n    let buffer, hdr, len;',
    after: 'readBlock() {\n    if (!this.isTried && this.unpackAtOnce()) return;\n    let buffer, hdr, len;',
  },
];

/** AES, in which the portals that hand out reports encrypt them for their readers. */
const DECRYPTION: readonly Change[] = [
  {
    before: '_hash(password, input, userBytes) {\n    let k = calculateSHA256',
    after:
      '_hash(password, input, userBytes) {\n    return codecs.passwordHash(password, input, userBytes);\n    let k = calculateSHA256',
  },
  {
    before: 'return new AES128Cipher(self.#buildObjectKey',
    after: 'return new codecs.AesCipher(self.#buildObjectKey',
  },
  { before: 'return new AES256Cipher(key);', after: 'return new codecs.AesCipher(key);' },
  // A stream in one piece, not in hundreds.
  {
    before: 'chunk = this.str.getBytes(chunkSize);',
    after: 'chunk = this.str.getBytes(this.str.length || chunkSize);',
  },
];

/** The changes to pdf.js's worker. */
export const NATIVELY: readonly Change[] = [...UNPACKING, ...DECRYPTION];
