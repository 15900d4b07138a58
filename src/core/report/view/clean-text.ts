import { collapseSpaces, editMapped, MappedTextBuilder, type MappedText } from './mapped-text.ts';

/** Stands in cleaned text for every bullet, whatever glyph it is in the PDF. */
export const BULLET = '•';
/** A hyphen that shows only at a line's end. Kept until lines are joined. */
export const SOFT_HYPHEN = '\u00AD';

/** Characters that carry no text: zero widths, bidirectional controls, byte order mark, trademark signs. */
const INVISIBLE =
  /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AE\u2122\u2120\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFFD]/u;
/** Footnote marks; NFKC would make digits of them and stick them to a year. */
const SUPERSCRIPT = /[\u00B9\u00B2\u00B3\u2070\u2074-\u2079\u2020\u2021]/u;
/** Bullets in fonts of symbols stand in the private use area (U+F06E, U+F0B7). */
const BULLET_GLYPH =
  /[\uE000-\uF8FF\u2022\u2023\u2043\u204C\u204D\u2219\u25A0-\u25AB\u25B6\u25B8\u25BA\u25CB\u25CF\u25E6\u25C6\u25C7\u2756\u27A2\u2713\u2714\u2610-\u2612\u00B7]/u;
const SAME_AS = new Map<string, string>([
  ...Array.from('\u2018\u2019\u201A\u201B\u2032\u00B4\u0060').map((quote) => [quote, "'"] as const),
  ...Array.from('\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB').map((quote) => [quote, '"'] as const),
  ...Array.from('\u2010\u2011\uFE63\uFF0D').map((hyphen) => [hyphen, '-'] as const),
  ...Array.from('\u2012\u2013\u2014\u2015\u2212').map((dash) => [dash, '\u2013'] as const),
]);

function cleanCharacter(char: string): string {
  if (char === SOFT_HYPHEN) return char;
  if (char <= '\u007E' && char >= ' ' && char !== '`') return char;
  if (INVISIBLE.test(char) || SUPERSCRIPT.test(char)) return '';
  if (BULLET_GLYPH.test(char)) return BULLET;
  return SAME_AS.get(char) ?? char.normalize('NFKC');
}

/**
 * Letters that printers pull towards the next one, which some PDFs write as a space: "W ASHINGTON", "T ype 2". Only
 * pairs that are kerned, and never after a word that a single letter may follow ("Section V TESTS", "Part L").
 */
const KERNED =
  /(?<![\p{L}\d.'&-])(?<!\b(?:section|part|attachment|appendix|exhibit|annex|category|type|table|item|volume|tab) )(?:[WVY] [AEOUY]\p{L}+|T [AEORUWYH]\p{L}+|P [A]\p{Lu}+|F [AO]\p{Lu}+|L [TVYOU]\p{Lu}+)/giu;

/**
 * Small capitals set as capitals of two sizes come out as "C ONTROL O BJECTIVES". Two such words in a line of
 * capitals are enough to tell; after a word that a single letter may follow, it is that letter.
 */
const SPLIT_CAPITAL =
  /(?<![\p{L}\d.'&-])(?<!\b(?:SECTION|PART|ATTACHMENT|APPENDIX|EXHIBIT|ANNEX|CATEGORY|TYPE|TABLE|ITEM|VOLUME|TAB) )\p{Lu} \p{Lu}{2,}/gu;

function closeSmallCapitals(mapped: MappedText): MappedText {
  const { text } = mapped;
  if (/[a-z]/.test(text) || text !== text.toUpperCase() || (text.match(SPLIT_CAPITAL)?.length ?? 0) < 2)
    return mapped;
  return editMapped(mapped, SPLIT_CAPITAL, (match) => [
    [0, 1],
    [2, match[0].length],
  ]);
}

/** A capital that may be kerned, at a word's end: rare, and quicker to see than everything else. */
const MAY_BE_KERNED = /[WVYTPFL] /;

function closeKerning(mapped: MappedText): MappedText {
  if (!MAY_BE_KERNED.test(mapped.text)) return mapped;
  return editMapped(mapped, KERNED, (match) => {
    const word = match[0];
    const sameCase = word === word.toUpperCase() || word.slice(2) === word.slice(2).toLowerCase();
    const isCapital = word.charAt(0) !== word.charAt(0).toLowerCase();
    return sameCase && isCapital
      ? [
          [0, 1],
          [2, word.length],
        ]
      : null;
  });
}

const MONTHS = 'JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER';
const WORDS_BEFORE_A_DATE = new RegExp(`(?<=TO|THROUGH|PERIOD|OF)(?=(?:${MONTHS})\\s?\\d)`, 'gi');

/** True for "J U L Y 1 , 2 0 2 1": nearly every word is one character. */
function isLetterSpaced(text: string): boolean {
  if (!/^\S?\s?\S\s+\S\s/.test(text)) return false;
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.length >= 6 && words.filter((word) => word.length === 1).length >= words.length * 0.8;
}

/** Closes letter-spaced text. Words are kept where the gaps between them are wider than those between letters. */
function closeLetterSpacing(mapped: MappedText): MappedText {
  if (!isLetterSpaced(mapped.text)) return mapped;
  const hasWordGaps = /\S {2,}\S/.test(mapped.text.trim());
  const closed = editMapped(mapped, /\s+/g, ({ 0: gap }) => (hasWordGaps && gap.length > 1 ? [[0, 1]] : []));
  if (hasWordGaps) return closed;
  const numbersApart = editMapped(closed, /(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})|(?<=,)(?=\S)/gu, () => [' ']);
  return editMapped(numbersApart, WORDS_BEFORE_A_DATE, () => [' ']);
}

/**
 * Cleans the text of one cell of a line: one form of every quote, dash, bullet and ligature; no invisible
 * characters, footnote marks or trademark signs; letter spacing and kerning closed; single spaces.
 */
export function cleanText(raw: MappedText): MappedText {
  return closeKerning(closeSmallCapitals(collapseSpaces(closeLetterSpacing(oneFormOfEverything(raw)))));
}

/** Text in which there is nothing to replace: most of what there is. */
const PLAIN = /^[ !-_a-~]*$/;

function oneFormOfEverything(raw: MappedText): MappedText {
  if (PLAIN.test(raw.text)) return raw;
  const builder = new MappedTextBuilder();
  const length = raw.text.trimEnd().length;
  for (let i = 0; i < length; i++) {
    const char = raw.text.charAt(i);
    if (char === SOFT_HYPHEN && i < length - 1) continue;
    builder.add(cleanCharacter(char), raw.at.of(i));
  }
  return builder;
}
