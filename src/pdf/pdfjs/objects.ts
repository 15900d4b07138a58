// The bundled pdf.js reads of a file's objects and of a font's table of characters no more than it is asked for.
import type { Change } from './bundled.ts';

/**
 * Objects lie packed together by the hundred. To fetch one, pdf.js reads all, of which in tagged files (Word) most
 * tell of the structure, which nobody asks for.
 */
const SINGLE_OBJECTS: readonly Change[] = [
  {
    before:
      '    const tableOffset = xrefEntry.offset;\n    const stream = this.fetch(Ref.get(tableOffset, 0));',
    after: `    const tableOffset = xrefEntry.offset;
    const known = this.objectStreams?.get(tableOffset);
    if (known !== undefined) {
      return this.fetchPacked(ref, xrefEntry, known);
    }
    const stream = this.fetch(Ref.get(tableOffset, 0));`,
  },
  {
    before: `    const entries = new Array(n);
    for (let i = 0; i < n; ++i) {
      const length = i < n - 1 ? offsets[i + 1] - offsets[i] : undefined;
      if (length < 0) {
        throw new FormatError("Invalid offset in the ObjStm stream.");
      }
      parser = new Parser({
        lexer: new Lexer(stream.makeSubStream(start + offsets[i], length, stream.dict)),
        xref: this,
        allowStreams: true
      });
      const obj = parser.getObj();
      entries[i] = obj;
      if (obj instanceof BaseStream) {
        continue;
      }
      const num = nums[i],
        entry = this.entries[num];
      if (entry && entry.offset === tableOffset && entry.gen === i) {
        this._cacheMap.set(num, obj);
      }
    }
    xrefEntry = entries[xrefEntry.gen];
    if (xrefEntry === undefined) {
      throw new XRefEntryException(\`Bad (compressed) XRef entry: \${ref}\`);
    }
    return xrefEntry;
  }`,
    after: `    const found = { stream, start, nums, offsets };
    (this.objectStreams ??= new Map()).set(tableOffset, found);
    return this.fetchPacked(ref, xrefEntry, found);
  }
  fetchPacked(ref, { offset: tableOffset, gen: i }, { stream, start, nums, offsets }) {
    if (!(i < offsets.length)) {
      throw new XRefEntryException(\`Bad (compressed) XRef entry: \${ref}\`);
    }
    const length = i < offsets.length - 1 ? offsets[i + 1] - offsets[i] : undefined;
    if (length < 0) {
      throw new FormatError("Invalid offset in the ObjStm stream.");
    }
    const parser = new Parser({
      lexer: new Lexer(stream.makeSubStream(start + offsets[i], length, stream.dict)),
      xref: this,
      allowStreams: true
    });
    const obj = parser.getObj();
    const entry = this.entries[nums[i]];
    if (!(obj instanceof BaseStream) && entry && entry.offset === tableOffset && entry.gen === i) {
      this._cacheMap.set(nums[i], obj);
    }
    return obj;
  }`,
  },
];

/** Nearly every character of a font is told by a single number of two bytes. */
const SINGLE_CHARACTERS: Change = {
  before: 'if (token.length % 2 !== 0) {\n            token = "\\u0000" + token;',
  after: `if (token.length === 2) {
            const code = token.charCodeAt(0) << 8 | token.charCodeAt(1);
            if ((code & 0xf800) !== 0xd800) {
              map[charCode] = String.fromCharCode(code);
              return;
            }
          }
          if (token.length % 2 !== 0) {
            token = "\\u0000" + token;`,
};

/** The changes to pdf.js's worker. */
export const ONLY_WHAT_IS_ASKED: readonly Change[] = [...SINGLE_OBJECTS, SINGLE_CHARACTERS];
