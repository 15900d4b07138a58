import type { Random } from '../fixtures/random.ts';
import { bytesOf } from '../fixtures/zoo/make-pdf.ts';

const NUMBERS = [
  '0',
  '-1',
  '1',
  '65536',
  '2147483648',
  '-2147483649',
  '1e30',
  '0.0000001',
  '99999999999999999999',
];
const TOKENS = [
  ...[
    '<<',
    '>>',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '%',
    '/',
    'null',
    'true',
    'endobj',
    'endstream',
    'stream',
    'R',
  ],
  ...[
    '/Type /Pages',
    '/Kids [2 0 R]',
    '/Count -1',
    '/Parent 3 0 R',
    '/Filter /FlateDecode',
    '/Filter /LZWDecode',
  ],
  ...[
    '/Filter [/FlateDecode /FlateDecode /ASCII85Decode]',
    '/DecodeParms << /Predictor 15 /Columns 99999 >>',
  ],
  ...['/Encrypt << /Filter /Standard /V 4 >>', '/Contents [4 0 R 4 0 R]', '/Rotate 45', '/UserUnit 0'],
  ...['/MediaBox [0 0 0 0]', '/MediaBox [1e30 -1e30 nan 3]', '/Length 0', '/ToUnicode 1 0 R', '/Font 2 0 R'],
  ...['\u00fe\u00ff\u00d8\u0000', '<FEFFD800>', '(\\777\\8)', '/#00#ff', '/'.padEnd(300, 'A')],
];
const MOST_CHANGES = 12;

type Change = (pdf: string, random: Random) => string;

/** Replaces one of the places where a pattern is met. */
function replaceOne(pdf: string, pattern: RegExp, by: (found: string) => string, random: Random): string {
  const found = [...pdf.matchAll(pattern)];
  if (found.length === 0) return pdf;
  const { index, 0: text } = random.pick(found);
  return pdf.slice(0, index) + by(text) + pdf.slice(index + text.length);
}

/**
 * The same PDF with its structure broken: references that lead elsewhere, values of another kind or size, objects
 * that are gone, doubled or swapped, and a cross-reference table that is wrong.
 */
export function mutatePdf(bytes: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  let pdf = Buffer.from(bytes).toString('latin1');
  for (let changes = random.int(1, MOST_CHANGES); changes > 0; changes--) {
    pdf = random.pick(CHANGES)(pdf, random);
  }
  return bytesOf(pdf);
}

const OBJECT = /\d+ 0 obj\b[^]*?endobj\s/g;

const CHANGES: readonly Change[] = [
  (pdf, random) => replaceOne(pdf, /\b\d+ 0 R\b/g, () => `${random.int(0, 40)} 0 R`, random),
  (pdf, random) =>
    replaceOne(pdf, /(?<=[ [])-?\d+(?:\.\d+)?(?=[ \]/>])/g, () => random.pick(NUMBERS), random),
  (pdf, random) => replaceOne(pdf, /\/[A-Z]\w*/g, () => random.pick(TOKENS), random),
  (pdf, random) =>
    replaceOne(pdf, /<<|>>|\[|\]|\bobj\b|endobj|endstream|stream/g, () => random.pick(TOKENS), random),
  (pdf, random) => replaceOne(pdf, /<</g, (found) => `${found} ${random.pick(TOKENS)} `, random),
  (pdf, random) => replaceOne(pdf, OBJECT, () => '', random),
  (pdf, random) => replaceOne(pdf, OBJECT, (found) => found + found, random),
  (pdf, random) => replaceOne(pdf, /\d+(?= 0 obj)/g, () => String(random.int(0, 40)), random),
  (pdf, random) =>
    replaceOne(pdf, /\d{10}(?= \d{5} [nf])/g, () => String(random.int(0, 10 ** 9)).padStart(10, '0'), random),
  (pdf, random) =>
    replaceOne(pdf, /startxref\s+\d+/g, () => `startxref\n${random.int(0, pdf.length)}`, random),
  (pdf, random) => {
    const at = random.int(0, pdf.length);
    return `${pdf.slice(0, at)} ${random.pick(TOKENS)} ${pdf.slice(at)}`;
  },
];
