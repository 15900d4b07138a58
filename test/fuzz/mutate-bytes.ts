import type { Random } from '../fixtures/random.ts';

const TELLING = [0x00, 0x0a, 0x20, 0x25, 0x28, 0x3c, 0x5b, 0x7f, 0x80, 0xff];
const MOST_CHANGES = 24;

/** The same bytes with some of them changed, moved, doubled or gone, as disks, lines and attackers do it. */
export function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  let result = new Uint8Array(bytes);
  for (let changes = random.int(1, MOST_CHANGES); changes > 0; changes--) {
    if (result.length === 0) return result;
    result = random.pick(CHANGES)(result, random);
  }
  return result;
}

type Change = (bytes: Uint8Array<ArrayBuffer>, random: Random) => Uint8Array<ArrayBuffer>;

const place = (bytes: Uint8Array, random: Random): number => random.int(0, Math.max(0, bytes.length - 1));

const joined = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(parts));

/** Where a stretch of a length that is often short and seldom long begins and ends. */
function stretch(bytes: Uint8Array, random: Random): [number, number] {
  const from = place(bytes, random);
  const longest = random.chance(0.1) ? bytes.length : 64;
  return [from, Math.min(bytes.length, from + random.int(1, longest))];
}

const CHANGES: readonly Change[] = [
  (bytes, random) => {
    const at = place(bytes, random);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
    return bytes;
  },
  (bytes, random) => {
    bytes[place(bytes, random)] = random.chance(0.5) ? random.pick(TELLING) : random.int(0, 255);
    return bytes;
  },
  (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return joined(bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to));
  },
  (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return bytes.fill(random.pick(TELLING), from, to);
  },
  (bytes, random) => {
    const [from, to] = stretch(bytes, random);
    return bytes.copyWithin(place(bytes, random), from, to);
  },
  (bytes, random) => (random.chance(0.1) ? bytes.slice(0, place(bytes, random)) : bytes),
];
