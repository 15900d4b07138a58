/**
 * Text that remembers where each of its characters came from. What was put in between (a space for a gap) carries
 * the position of its neighbour.
 */
export interface MappedText {
  readonly text: string;
  readonly at: Positions;
}

/** Where a stretch begins in a text, and where its first character came from, one after the other: flat, and small. */
type Stretches = number[];

/**
 * The positions of a text's characters in what it was made from. Nearly all text is taken over in long stretches, so
 * only where a stretch begins is kept: its characters came from the place kept for it and those after that, up to the
 * next stretch. Most texts are a single stretch, and of a long report hundreds of thousands are kept: that one costs
 * no list.
 */
export class Positions {
  /** Where the text's first character came from; undefined while there is none. */
  private first: number | undefined;
  private further: Stretches | undefined;

  /** Those of a text whose first character came from `position`, and the others from the places after it. */
  static from(position: number): Positions {
    const positions = new Positions();
    positions.mark(0, position);
    return positions;
  }

  /** The position of the first character when the others follow it; undefined when they don't. */
  get ofOneStretch(): number | undefined {
    return this.further === undefined ? this.first : undefined;
  }

  /** The position of the character at `offset`; 0 in an empty text. */
  of(offset: number): number {
    if (this.first === undefined) return 0;
    const stretch = this.stretchAt(offset);
    return this.positionOf(stretch) + offset - this.offsetOf(stretch);
  }

  /** Says that the characters from `offset` on came from `position` and the places after it. The first is at 0. */
  mark(offset: number, position: number): void {
    if (this.first === undefined) {
      this.first = position - offset;
      return;
    }
    const last = this.count - 1;
    if (this.positionOf(last) + offset - this.offsetOf(last) === position) return;
    if (this.further === undefined) this.further = [offset, position];
    else this.further.push(offset, position);
  }

  /** Says of the characters from `offset` on what is known of another text's characters from `start` to `end`. */
  markLike(offset: number, other: Positions, start: number, end: number): void {
    if (start >= end) return;
    this.mark(offset, other.of(start));
    for (let stretch = other.stretchAt(start) + 1; stretch < other.count; stretch++) {
      const begins = other.offsetOf(stretch);
      if (begins >= end) break;
      this.mark(offset + begins - start, other.positionOf(stretch));
    }
  }

  /** How many stretches there are, when there is one. */
  private get count(): number {
    return 1 + (this.further?.length ?? 0) / 2;
  }

  private offsetOf(stretch: number): number {
    return stretch === 0 ? 0 : (this.further?.[2 * stretch - 2] ?? 0);
  }

  private positionOf(stretch: number): number {
    return (stretch === 0 ? this.first : this.further?.[2 * stretch - 1]) ?? 0;
  }

  /** The index of the last stretch that begins at or before `offset`. */
  private stretchAt(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.offsetOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Collects mapped text piece by piece. */
export class MappedTextBuilder implements MappedText {
  text = '';
  readonly at = new Positions();

  /** Adds `piece`; all of it came from `position`. */
  add(piece: string, position: number): void {
    for (let i = 0; i < piece.length; i++) this.at.mark(this.text.length + i, position);
    this.text += piece;
  }

  /** Adds `piece`; its first character came from `position`, the others from the places after it. */
  addStretch(piece: string, position: number): void {
    this.at.mark(this.text.length, position);
    this.text += piece;
  }

  append({ text, at }: MappedText, start = 0, end = text.length): void {
    this.at.markLike(this.text.length, at, start, end);
    this.text += text.slice(start, end);
  }

  /** The position of what was added last; 0 at the beginning. */
  get lastPosition(): number {
    return this.at.of(this.text.length - 1);
  }

  get isEmpty(): boolean {
    return this.text === '';
  }
}

/**
 * Replaces what `pattern` (a global one) matches. The replacement is a subset of the match: `edit` returns, for each
 * match, the pieces that stay, as offsets into the match, with what is to stand between them.
 */
export function editMapped(
  mapped: MappedText,
  pattern: RegExp,
  edit: (match: RegExpExecArray) => readonly (string | readonly [from: number, to: number])[] | null,
): MappedText {
  const builder = new MappedTextBuilder();
  let done = 0;
  for (const match of mapped.text.matchAll(pattern)) {
    const pieces = edit(match);
    if (pieces === null) continue;
    builder.append(mapped, done, match.index);
    for (const piece of pieces) {
      if (typeof piece === 'string')
        builder.add(piece, builder.isEmpty ? mapped.at.of(match.index) : builder.lastPosition);
      else builder.append(mapped, match.index + piece[0], match.index + piece[1]);
    }
    done = match.index + match[0].length;
  }
  if (done === 0) return mapped;
  builder.append(mapped, done);
  return builder;
}

/** Collapses white space to single spaces and trims. */
export function collapseSpaces(mapped: MappedText): MappedText {
  if (!/^\s|\s$|\s\s|[^\S ]/.test(mapped.text)) return mapped;
  const builder = new MappedTextBuilder();
  let pendingSpace = false;
  for (let i = 0; i < mapped.text.length; i++) {
    const char = mapped.text.charAt(i);
    if (char.trim() === '') {
      pendingSpace = !builder.isEmpty;
      continue;
    }
    if (pendingSpace) builder.add(' ', builder.lastPosition);
    pendingSpace = false;
    builder.add(char, mapped.at.of(i));
  }
  return builder;
}
