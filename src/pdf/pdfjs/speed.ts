// What makes the bundled pdf.js read text in less time. Text and places stay the same to the last digit.
import { fileURLToPath } from 'node:url';
import type { Change } from './bundled.ts';

/**
 * A saved graphics state inherits from the state before it, so that each is of a shape of its own and no access to
 * one is fast. A copy has the same values.
 */
const FLAT_TEXT_STATE: Change = {
  before: 'const clone = Object.create(this);\n    clone.textMatrix = this.textMatrix.slice();',
  after:
    'const clone = Object.assign(new TextState(), this);\n    clone.textMatrix = this.textMatrix.slice();',
};

/**
 * The place of each glyph is a product of three matrices, made of three arrays. The first has only three numbers
 * that aren't zero, so two of the arrays needn't be: the same sums, half of all the time that reading text takes.
 */
const LEAN_GLYPH_MATRIX: Change = {
  before:
    'return Util.transform(textState.ctm, Util.transform(textState.textMatrix, tsm));\n    }\n    function ensure',
  after: `const m = textState.ctm, t = textState.textMatrix, x = tsm[0], y = tsm[3], rise = tsm[5];
      const a = t[0] * x, b = t[1] * x, c = t[2] * y, d = t[3] * y, e = t[2] * rise + t[4], f = t[3] * rise + t[5];
      return [m[0] * a + m[2] * b, m[1] * a + m[3] * b, m[0] * c + m[2] * d, m[1] * c + m[3] * d,
        m[0] * e + m[2] * f + m[4], m[1] * e + m[3] * f + m[5]];
    }
    function ensure`,
};

/**
 * For each glyph, its whole matrix is made to see whether it stands where the one before it ended, as nearly all do.
 * For that, its place will do: the last two numbers of the matrix.
 */
const PLACE_BEFORE_MATRIX: Change = {
  before: `      const currentTransform = getCurrentTextTransform();
      let posX = currentTransform[4];
      let posY = currentTransform[5];`,
  after: `      const m = textState.ctm, t = textState.textMatrix, rise = textState.textRise;
      const e = t[2] * rise + t[4], f = t[3] * rise + t[5];
      let posX = m[0] * e + m[2] * f + m[4];
      let posY = m[1] * e + m[3] * f + m[5];`,
};
const MATRIX_ELSEWHERE: Change = {
  before: `      if (lastPosX === posX && lastPosY === posY) {
        return true;
      }`,
  after: `      if (lastPosX === posX && lastPosY === posY) {
        return true;
      }
      const currentTransform = getCurrentTextTransform();`,
};

/**
 * Text goes from one half of pdf.js to the other ten items at a time, with a message there and one back, and from a
 * hundred items on that wait to be fetched, each operator waits too. All text of a page is handed over at its end.
 */
const ONE_BATCH: readonly Change[] = [
  { before: 'const TEXT_CHUNK_BATCH_SIZE = 10;', after: 'const TEXT_CHUNK_BATCH_SIZE = Infinity;' },
  {
    before: `        if (textContent.items.length >= (sink?.desiredSize ?? 1)) {
          stop = true;
          break;
        }
      }
      if (stop) {
        next(deferred);
        return;
      }
      flushTextContentItem();`,
    after: `      }
      if (stop) {
        next(deferred);
        return;
      }
      flushTextContentItem();`,
  },
];

/** Fonts are sent to the half that draws, which here draws nothing. */
const KEEP_FONTS: Change = {
  before: '    const fontData = this.font.exportData();\n    const transfer = [];',
  after: '    return;\n    const fontData = this.font.exportData();\n    const transfer = [];',
};

/** Every change of the font waits for promises, also when the font has long been there. */
const FONTS_AT_HAND: readonly Change[] = [
  {
    before: `      textState.fontMatrix = translated.font.fontMatrix || FONT_IDENTITY_MATRIX;
    }
    function applyInverseRotation`,
    after: `      textState.fontMatrix = translated.font.fontMatrix || FONT_IDENTITY_MATRIX;
      if (fontName !== null) fontsAtHand.set(fontName, translated);
    }
    const fontsAtHand = new Map();
    function applyInverseRotation`,
  },
  {
    before: `            textState.fontSize = fontSizeArg;
            next(handleSetFont(fontNameArg, null));`,
    after: `            textState.fontSize = fontSizeArg;
            const atHand = fontsAtHand.get(fontNameArg);
            if (atHand !== undefined) {
              textState.loadedName = atHand.loadedName;
              textState.font = atHand.font;
              textState.fontMatrix = atHand.font.fontMatrix || FONT_IDENTITY_MATRIX;
              break;
            }
            next(handleSetFont(fontNameArg, null));`,
  },
];

/** Nearly all text is in characters that need neither composing nor turning round. */
const PLAIN_TEXT: readonly Change[] = [
  {
    before: 'if (!disableNormalization) {\n        text = normalizeUnicode(text);',
    after:
      'if (!disableNormalization && /[^\\x00-\\x7f]/.test(text)) {\n        text = normalizeUnicode(text);',
  },
  {
    before: 'if (strLength === 0 || vertical) {\n    return createBidiText',
    after:
      'if (strLength === 0 || vertical || !/[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff]/.test(str)) {\n    return createBidiText',
  },
];

const TOKENS = fileURLToPath(new URL('content-bytes.ts', import.meta.url));

/** The content of a page is unpacked at once, and its usual tokens are read, or passed over, by content-bytes.ts. */
const PLAIN_TOKENS: readonly Change[] = [
  {
    before: 'class Lexer {\n  constructor(stream, knownCommands = null) {\n    this.stream = stream;',
    after: `import * as tokens from ${JSON.stringify(TOKENS)};
let plainOperators = null;
function operatorAt(stream, knownCommands) {
  plainOperators ??= new Map(Object.keys(knownCommands)
    .filter((name) => knownCommands[name] !== null && name.length <= 3 && name !== "BI")
    .map((name) => [tokens.packOperator(name), Cmd.get(name)]));
  return plainOperators.get(tokens.plainOperator(stream));
}
class Lexer {
  constructor(stream, knownCommands = null) {
    this.isPlain = stream.constructor === Stream;
    this.stream = stream;`,
  },
  {
    before: 'lexer: new Lexer(stream, EvaluatorPreprocessor.opMap),',
    after:
      'lexer: new Lexer(stream instanceof DecodeStream ? new Stream(stream.getBytes()) : stream, EvaluatorPreprocessor.opMap),',
  },
  {
    before: 'getNumber() {\n    let ch = this.currentChar;\n    let eNotation = false;',
    after: `getNumber() {
    if (this.isPlain) {
      const number = tokens.plainNumber(this.stream);
      if (number === number) {
        this.nextChar();
        return number;
      }
    }
    let ch = this.currentChar;
    let eNotation = false;`,
  },
  {
    before: 'getString() {\n    let numParen = 1;',
    after: `getString() {
    if (this.isPlain) {
      const string = tokens.plainString(this.stream);
      if (string !== undefined) {
        this.nextChar();
        return string;
      }
    }
    let numParen = 1;`,
  },
  {
    before: 'getName() {\n    let ch, previousCh;',
    after: `getName() {
    if (this.isPlain) {
      const name = tokens.plainName(this.stream);
      if (name !== undefined) {
        this.nextChar();
        return Name.get(name);
      }
    }
    let ch, previousCh;`,
  },
  {
    before: 'getHexString() {\n    const strBuf = this.strBuf;',
    after: `getHexString() {
    if (this.isPlain) {
      const string = tokens.plainHexString(this.stream);
      if (string !== undefined) {
        this.nextChar();
        return string;
      }
    }
    const strBuf = this.strBuf;`,
  },
  {
    before: 'let str = String.fromCharCode(ch);\n    if (ch < 0x20 || ch > 0x7f) {',
    after: `if (this.isPlain && this.knownCommands !== null) {
      const operator = operatorAt(this.stream, this.knownCommands);
      if (operator !== undefined) {
        this.stream.pos += operator.cmd.length - 1;
        tokens.skipDrawing(this.stream);
        this.nextChar();
        return operator;
      }
    }
    let str = String.fromCharCode(ch);
    if (ch < 0x20 || ch > 0x7f) {`,
  },
];

/** The changes to pdf.js's worker. */
export const FASTER: readonly Change[] = [
  FLAT_TEXT_STATE,
  LEAN_GLYPH_MATRIX,
  PLACE_BEFORE_MATRIX,
  MATRIX_ELSEWHERE,
  ...ONE_BATCH,
  KEEP_FONTS,
  ...FONTS_AT_HAND,
  ...PLAIN_TEXT,
  ...PLAIN_TOKENS,
];
