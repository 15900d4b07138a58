/**
 * Text that remembers where each of its characters came from: `at[i]` is the position of `text[i]` in the text that
 * it was made from. What was put in between (a space for a gap) carries the position of its neighbour.
 */
export interface MappedText {
  readonly text: string;
  readonly at: readonly number[];
}

export const NO_TEXT: MappedText = { text: '', at: [] };

/** Collects mapped text piece by piece. */
export class MappedTextBuilder {
  private readonly pieces: string[] = [];
  private readonly positions: number[] = [];

  /** Adds `piece`; all of it came from `position`. */
  add(piece: string, position: number): void {
    this.pieces.push(piece);
    for (let i = 0; i < piece.length; i++) this.positions.push(position);
  }

  append(mapped: MappedText): void {
    this.pieces.push(mapped.text);
    for (const position of mapped.at) this.positions.push(position);
  }

  /** The position of what was added last; 0 at the beginning. */
  get lastPosition(): number {
    return this.positions.at(-1) ?? 0;
  }

  get isEmpty(): boolean {
    return this.positions.length === 0;
  }

  build(): MappedText {
    return { text: this.pieces.join(''), at: this.positions };
  }
}

export const sliceMapped = (mapped: MappedText, start: number, end?: number): MappedText => ({
  text: mapped.text.slice(start, end),
  at: mapped.at.slice(start, end),
});

/**
 * Replaces what `pattern` (a global one) matches. The replacement is a subset of the match: `keep` returns, for each
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
    builder.append(sliceMapped(mapped, done, match.index));
    for (const piece of pieces) {
      if (typeof piece === 'string')
        builder.add(piece, builder.isEmpty ? (mapped.at[match.index] ?? 0) : builder.lastPosition);
      else builder.append(sliceMapped(mapped, match.index + piece[0], match.index + piece[1]));
    }
    done = match.index + match[0].length;
  }
  if (done === 0) return mapped;
  builder.append(sliceMapped(mapped, done));
  return builder.build();
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
    builder.add(char, mapped.at[i] ?? 0);
  }
  return builder.build();
}
