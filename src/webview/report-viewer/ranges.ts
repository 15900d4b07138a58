/** Part of a file, in bytes; `end` is not included. */
export interface ByteRange {
  readonly begin: number;
  readonly end: number;
}

/** Cuts a range into pieces of at most `most` bytes, in order. */
export function splitRange({ begin, end }: ByteRange, most: number): ByteRange[] {
  const pieces: ByteRange[] = [];
  for (let at = begin; at < end; at += most) pieces.push({ begin: at, end: Math.min(at + most, end) });
  return pieces;
}

/**
 * The first and the last chunk of a file, where a PDF's header and its table of objects stand; one range when
 * they meet. The last one starts at a multiple of `chunk`, as pdf.js asks for it; when little is left there,
 * the chunk before it comes along, since the table rarely fits into a few bytes.
 */
export function endsOfFile(size: number, chunk: number): ByteRange[] {
  if (size <= chunk) return size > 0 ? [{ begin: 0, end: size }] : [];
  const lastChunk = Math.floor((size - 1) / chunk) * chunk;
  const tail = size - lastChunk < chunk / 4 ? lastChunk - chunk : lastChunk;
  return [
    { begin: 0, end: chunk },
    { begin: Math.max(tail, chunk), end: size },
  ];
}

/** The part of `held` that answers `wanted`, when all of it is there. */
export function cutOut(
  held: ByteRange & { readonly bytes: Uint8Array },
  wanted: ByteRange,
): Uint8Array | null {
  if (wanted.begin < held.begin || wanted.end > held.end) return null;
  return held.bytes.slice(wanted.begin - held.begin, wanted.end - held.begin);
}
