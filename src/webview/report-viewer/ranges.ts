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

/** A file of no more chunks is read whole: it takes as long as a part of it. */
const SMALL_FILE_CHUNKS = 8;

/** How many chunks at the end are read ahead; the table of a report of 2,000 pages fits. */
const TAIL_CHUNKS = 4;

/**
 * What is read of a file before anything is known about it: its first chunk, and its last ones, where a PDF's
 * table of objects stands; or all of a small file. The tail starts at a multiple of `chunk`, as pdf.js asks for it.
 */
export function endsOfFile(size: number, chunk: number): ByteRange[] {
  if (size === 0) return [];
  if (size <= SMALL_FILE_CHUNKS * chunk) return [{ begin: 0, end: size }];
  const chunks = Math.ceil(size / chunk);
  return [
    { begin: 0, end: chunk },
    { begin: (chunks - TAIL_CHUNKS) * chunk, end: size },
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
