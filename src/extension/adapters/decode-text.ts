/**
 * The text of a file that another program wrote: UTF-8 or UTF-16, with or without the mark that says so, else
 * Windows-1252, which is what spreadsheets in Western Europe and America write.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  const zeros = zeroBytes(bytes.subarray(0, SAMPLE));
  if (zeros.odd > zeros.even) return decodeAs('utf-16le', bytes);
  if (zeros.even > zeros.odd) return decodeAs('utf-16be', bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeAs('windows-1252', bytes);
  }
}

const SAMPLE = 4096;

const decodeAs = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

/** Latin letters in UTF-16 have a zero byte each: behind them in one order of bytes, before them in the other. */
function zeroBytes(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  let even = 0;
  let odd = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  return { even, odd };
}
