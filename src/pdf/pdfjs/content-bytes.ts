/*
 * The tokens of a page's content, read straight from its bytes. pdf.js's own lexer asks its stream for one character
 * at a time and collects strings letter by letter, which is a third of the time that reading text takes. The bundled
 * one (speed.ts) tries these first, and where they decline, as for everything unusual, goes on as ever.
 */

/** The part of pdf.js's plain stream that counts here. `bytes[pos - 1]` is the lexer's current character. */
export interface PlainStream {
  readonly bytes: Uint8Array;
  pos: number;
  readonly end: number;
}

/** Longer strings are left to pdf.js: a call takes only so many arguments. */
const LONGEST = 4096;
/** Operators that are longer are rare. */
const LONGEST_OPERATOR = 3;

const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
const MINUS = 0x2d;

/** White space and delimiters, as PDF has them: what ends a name or an operator. */
const ENDS_TOKEN = new Uint8Array(256);
for (const char of '\0\t\n\f\r %()/<>[]{}') ENDS_TOKEN[char.charCodeAt(0)] = 1;

/** The values of hexadecimal digits; 255 for what is none. */
const HEX = new Uint8Array(256).fill(255);
for (const char of '0123456789abcdefABCDEF') HEX[char.charCodeAt(0)] = Number.parseInt(char, 16);

/** The bytes of the string that is being read. */
const codes: number[] = [];

const textOf = (): string => String.fromCharCode.apply(null, codes);

/** A number in decimal digits; NaN, and the stream where it was, when it is written in any other way. */
export function plainNumber(stream: PlainStream): number {
  const { bytes, end } = stream;
  let at = stream.pos - 1;
  const isNegative = bytes[at] === MINUS;
  if (isNegative) at++;
  let value = 0;
  let divideBy = 0;
  let digits = 0;
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= ZERO && byte <= NINE) {
      value = value * 10 + byte - ZERO;
      if (divideBy !== 0) divideBy *= 10;
      digits++;
    } else if (byte === POINT && divideBy === 0) divideBy = 1;
    else if (ENDS_TOKEN[byte] === 1) break;
    else return NaN;
  }
  if (digits === 0 || at >= end) return NaN;
  stream.pos = at;
  if (divideBy !== 0) value /= divideBy;
  return isNegative ? -value : value;
}

/** What stands between angle brackets, two digits a character; undefined when it is anything else. */
export function plainHexString(stream: PlainStream): string | undefined {
  const { bytes, end } = stream;
  codes.length = 0;
  let at = stream.pos - 1;
  for (; at + 1 < end && codes.length < LONGEST; at += 2) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x3e) {
      stream.pos = at + 1;
      return textOf();
    }
    const high = HEX[byte] ?? 255;
    const low = HEX[bytes[at + 1] ?? 0] ?? 255;
    if (high === 255 || low === 255) return undefined;
    codes.push((high << 4) | low);
  }
  return undefined;
}

/** What stands between parentheses, without escapes and further parentheses in it; undefined when it has some. */
export function plainString(stream: PlainStream): string | undefined {
  const { bytes, end } = stream;
  codes.length = 0;
  for (let at = stream.pos; at < end && codes.length < LONGEST; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x29) {
      stream.pos = at + 1;
      return textOf();
    }
    if (byte === 0x28 || byte === 0x5c) return undefined;
    codes.push(byte);
  }
  return undefined;
}

/** A name, without its slash; undefined when something in it is escaped, or when it is too long for one. */
export function plainName(stream: PlainStream): string | undefined {
  const { bytes, end } = stream;
  let name = '';
  for (let at = stream.pos; at < end && name.length < 127; at++) {
    const byte = bytes[at] ?? 0;
    if (ENDS_TOKEN[byte] === 1) {
      stream.pos = at;
      return name;
    }
    if (byte === 0x23) return undefined;
    name += String.fromCharCode(byte);
  }
  return undefined;
}

/** An operator of up to three characters, its characters packed into a number; 0 when the token is longer. */
export const plainOperator = ({ bytes, pos, end }: PlainStream): number => operatorAt(bytes, pos - 1, end);

function operatorAt(bytes: Uint8Array, start: number, end: number): number {
  let packed = 0;
  for (let at = start; at < end && at <= start + LONGEST_OPERATOR; at++) {
    const byte = bytes[at] ?? 0;
    if (ENDS_TOKEN[byte] === 1) return packed;
    packed = (packed << 8) | byte;
  }
  return 0;
}

/** How many characters are packed into it. */
const lengthOf = (operator: number): number => (operator > 0xffff ? 3 : operator > 0xff ? 2 : 1);

/** The number that `plainOperator` gives for an operator. */
export const packOperator = (operator: string): number =>
  Array.from(operator).reduce((packed, char) => (packed << 8) | char.charCodeAt(0), 0);

/** Operators that draw, clip and colour, by how many numbers they take: nothing of it moves or changes text. */
const DRAWING = [
  'h S s f F f* B B* b b* n W W*',
  'g G sc SC scn SCN w J j M i',
  'm l',
  'rg RG sc SC scn SCN',
  're v y k K sc SC scn SCN',
  '',
  'c',
].map((operators) => new Set(operators.split(' ').map(packOperator)));

const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0;

const isNumeric = (byte: number): boolean =>
  (byte >= ZERO && byte <= NINE) || byte === POINT || byte === MINUS;

/**
 * Goes past the statements that draw and stand next, if an operator was read last: of a page with tables, they are
 * half. `bytes[pos]` is the next to be read, before and after. What isn't plain is left where it is.
 */
export function skipDrawing(stream: PlainStream): void {
  const { bytes, end } = stream;
  let at = stream.pos;
  for (;;) {
    let operands = 0;
    for (; at < end; operands++) {
      while (at < end && isSpace(bytes[at] ?? 0)) at++;
      if (!isNumeric(bytes[at] ?? 0)) break;
      at = afterNumber(bytes, at, end);
    }
    const operator = operatorAt(bytes, at, end);
    if (operator === 0 || DRAWING[operands]?.has(operator) !== true) return;
    at += lengthOf(operator);
    stream.pos = at;
  }
}

/** Where a number in decimal digits ends; the last place of all when it is written in any other way. */
function afterNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = bytes[start] === MINUS ? start + 1 : start;
  let [digits, points] = [0, 0];
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= ZERO && byte <= NINE) digits++;
    else if (byte === POINT) points++;
    else break;
  }
  return digits > 0 && points <= 1 && isSpace(bytes[at] ?? 0) ? at : end;
}
