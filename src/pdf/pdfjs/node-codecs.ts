// What Node does in native code and pdf.js in JavaScript, for the bundled one (natively.ts).
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { constants, inflateRawSync } from 'node:zlib';

/**
 * The most that is unpacked in a single step, in bytes. A bomb unpacks to any size, and a step can't be stopped from
 * outside: what is larger is left to pdf.js, which takes many steps.
 */
const LARGEST = 2 ** 26;

/** Packed text becomes about so much larger. A first guess at the room that it needs. */
const USUAL_GROWTH = 4;
const SMALLEST_ROOM = 2 ** 12;

/**
 * Unpacks raw deflate data, whole.
 *
 * @returns undefined for what is damaged, cut off or very large, of which pdf.js makes what it can
 */
export function inflated(packed: Uint8Array): Uint8Array | undefined {
  try {
    const chunkSize = Math.min(Math.max(packed.length * USUAL_GROWTH, SMALLEST_ROOM), LARGEST);
    const { buffer, byteOffset, length } = inflateRawSync(packed, { chunkSize, maxOutputLength: LARGEST });
    return new Uint8Array(buffer, byteOffset, length);
  } catch {
    return undefined;
  }
}

/** So much of packed data is unpacked to see how it begins, in bytes. */
const GLANCE = 2 ** 9;

/** The first bytes of what raw deflate data unpacks to, as many as a glance shows; none when it is damaged there. */
export function beginningOf(packed: Uint8Array): Uint8Array {
  try {
    return Uint8Array.from(
      inflateRawSync(packed.subarray(0, GLANCE), { finishFlush: constants.Z_SYNC_FLUSH }),
    );
  } catch {
    return new Uint8Array();
  }
}

/** A block of AES, in bytes. */
const BLOCK = 16;
const REPEATS = 64;
const FEWEST_ROUNDS = 64;
const HASHES = ['sha256', 'sha384', 'sha512'] as const;

const hash = (name: (typeof HASHES)[number], bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash(name).update(bytes).digest());

/**
 * The hash of a password that PDF 2.0 wants to be slow, against guessing: ISO 32000-2, algorithm 2.B.
 *
 * @param userKey empty, or for the owner's password the 48 bytes of the user's key
 */
export function passwordHash(
  password: Iterable<number>,
  input: Uint8Array,
  userKey: Iterable<number>,
): Uint8Array {
  const [before, after] = [Uint8Array.from(password), Uint8Array.from(userKey)];
  let key = hash('sha256', input);
  let last = 0;
  for (let round = 0; round < FEWEST_ROUNDS || last > round - 32; round++) {
    const once = Buffer.concat([before, key, after]);
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, BLOCK), key.subarray(BLOCK, 2 * BLOCK));
    const encrypted = cipher.setAutoPadding(false).update(Buffer.concat(Array<Buffer>(REPEATS).fill(once)));
    // The first block as a number, modulo 3, is the sum of its bytes, modulo 3.
    const sum = encrypted.subarray(0, BLOCK).reduce((total, byte) => total + byte, 0);
    key = hash(HASHES[sum % HASHES.length] ?? 'sha256', encrypted);
    last = encrypted.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}

/** What pdf.js asks of a cipher with which strings and streams are encrypted, whole: their first block is the IV. */
export class AesCipher {
  readonly #key: Uint8Array;

  /** @param key of 16 or 32 bytes */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** @returns what is encrypted in the whole blocks, without the padding at its end if that is sound */
  decryptBlock(data: Uint8Array): Uint8Array {
    const blocks = data.subarray(BLOCK, data.length - (data.length % BLOCK));
    if (blocks.length === 0) return new Uint8Array();
    const algorithm = this.#key.length === BLOCK ? 'aes-128-cbc' : 'aes-256-cbc';
    const decipher = createDecipheriv(algorithm, this.#key, data.subarray(0, BLOCK)).setAutoPadding(false);
    const plain = Uint8Array.from(decipher.update(blocks));
    return plain.subarray(0, plain.length - paddingOf(plain));
  }
}

/** How many bytes of padding end the text; 0 when they aren't all what padding has to be: its own length. */
function paddingOf(plain: Uint8Array): number {
  const length = plain.at(-1) ?? 0;
  return length <= BLOCK && plain.subarray(-length).every((byte) => byte === length) ? length : 0;
}
