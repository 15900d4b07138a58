// The bundled pdf.js reads of a font's program what text depends on: the names of its characters. It doesn't make a
// font of it that a browser could draw with, which takes longer than reading the pages of a short report.
import type { Change } from './bundled.ts';

/** The changes to pdf.js's worker. */
export const UNDRAWN_FONTS: readonly Change[] = [
  // A TrueType program isn't even unpacked when the PDF tells what its codes mean.
  {
    before: '    let data;\n    try {\n      switch (type) {\n        case "MMType1":',
    after: `    let data;
    const isTold = properties.composite || properties.hasIncludedToUnicodeMap || properties.hasEncoding || !this.isSymbolicFont;
    try {
      switch (isTold && isTrueTypeFile(file) ? "told" : type) {
        case "told":
          data = null;
          break;
        case "MMType1":`,
  },
  // TrueType and OpenType otherwise: once the tables without which the font is replaced by another are known to be there.
  {
    before: '    const hintsValid = sanitizeTTPrograms(',
    after: `    if (!tables.head || !tables.hhea) {
      throw new FormatError("Required table is not found");
    }
    if (tables.name && !properties.composite) {
      adjustTrueTypeToUnicode(properties, this.isSymbolicFont, readNameTable(tables.name)[1]);
    }
    return null;
    const hintsValid = sanitizeTTPrograms(`,
  },
  // CFF and Type 1; of CFF, not one outline is looked at.
  {
    before: '    const charStringsAndSeacs = this.parseCharStrings({',
    after: `    cff.charStrings = charStringIndex;
    return cff;
    const charStringsAndSeacs = this.parseCharStrings({`,
  },
  {
    before: '    let glyphZeroId = 1;\n    if (font instanceof CFFFont) {',
    after: '    return null;\n    let glyphZeroId = 1;\n    if (font instanceof CFFFont) {',
  },
  {
    before:
      '    this.cff.duplicateFirstGlyph();\n    const compiler = new CFFCompiler(this.cff);\n    this.seacs = this.cff.seacs;\n    try {\n      this.data = compiler.compile();\n    } catch {\n      warn("Failed to compile font " + properties.loadedName);\n      this.data = file;\n    }',
    after: '',
  },
];
