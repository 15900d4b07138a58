/** Part of one piece of text; offsets are UTF-16 units of the piece as it is, `end` is not included. */
export interface QuoteSpan {
  readonly piece: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds a quote in a page's text. Both come from the same PDF, but through different doors: white space, line
 * ends, ligatures, kinds of quotation mark and dash, soft hyphens and invisible characters don't count.
 *
 * @param pieces the texts of a page, in the order of the PDF's content, in which quotes are cut
 * @returns the parts of the pieces that make up the quote, in order, or null when it isn't there. Where a quote
 *   occurs more than once, the first that isn't part of a longer word.
 */
export function matchQuote(pieces: readonly string[], quote: string): QuoteSpan[] | null {
  return find(pieces, quote, fold) ?? find(pieces, quote, foldWithoutHyphens);
}

type Fold = (character: string) => string;

/** A text with everything left out that doesn't count, and where each of its characters came from. */
interface Folded {
  readonly text: string;
  readonly piece: readonly number[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** Positions before which the original has white space or a new piece begins. */
  readonly breaks: ReadonlySet<number>;
}

function find(pieces: readonly string[], quote: string, fold: Fold): QuoteSpan[] | null {
  const wanted = foldPieces([quote], fold).text;
  if (wanted === '') return null;
  const page = foldPieces(pieces, fold);
  let first = -1;
  for (let at = page.text.indexOf(wanted); at >= 0; at = page.text.indexOf(wanted, at + 1)) {
    if (isWhole(page, at, at + wanted.length)) return spans(pieces, page, at, at + wanted.length);
    if (first < 0) first = at;
  }
  return first < 0 ? null : spans(pieces, page, first, first + wanted.length);
}

function foldPieces(pieces: readonly string[], fold: Fold): Folded {
  let text = '';
  const piece: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const breaks = new Set<number>();
  for (const [index, original] of pieces.entries()) {
    breaks.add(text.length);
    let offset = 0;
    for (const character of original) {
      const folded = fold(character);
      if (folded === '' && character.trim() === '') breaks.add(text.length);
      for (let unit = 0; unit < folded.length; unit++) {
        piece.push(index);
        start.push(offset);
        end.push(offset + character.length);
      }
      text += folded;
      offset += character.length;
    }
  }
  return { text, piece, start, end, breaks };
}

const isWordCharacter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

function isWhole({ text, breaks }: Folded, from: number, to: number): boolean {
  const cutsBefore = (at: number) =>
    at === 0 ||
    at === text.length ||
    breaks.has(at) ||
    !isWordCharacter(text.charAt(at - 1)) ||
    !isWordCharacter(text.charAt(at));
  return cutsBefore(from) && cutsBefore(to);
}

/** Everything between the first and the last character, with what doesn't count. */
function spans(pieces: readonly string[], page: Folded, from: number, to: number): QuoteSpan[] {
  const first = page.piece[from] ?? 0;
  const last = page.piece[to - 1] ?? first;
  return pieces
    .slice(first, last + 1)
    .map((text, index) => ({
      piece: first + index,
      start: index === 0 ? (page.start[from] ?? 0) : 0,
      end: first + index === last ? (page.end[to - 1] ?? 0) : text.length,
    }))
    .filter(({ start, end }) => end > start);
}

const ALIKE: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
};

/** White space, controls, formatting characters (soft hyphen, zero widths, directions) and what no font knew. */
const UNCOUNTED = /[\s\p{Cc}\p{Cf}\uFFFD]/gu;

function fold(character: string): string {
  // Most of any report is ASCII, where nothing is to be normalised.
  if (character > '!' && character < '\x7f') return character;
  return (ALIKE[character] ?? character.normalize('NFKC')).replaceAll(UNCOUNTED, '');
}

/** For words that were hyphenated at a line's end in one of the two. */
const foldWithoutHyphens: Fold = (character) => fold(character).replaceAll('-', '');
