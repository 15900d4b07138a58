import { Positions, type MappedText } from './mapped-text.ts';
import type { Places } from './places.ts';

/** A stretch of a line that a wide gap parts from the next: a table's cell, or the whole of an ordinary line. */
export interface Cell extends MappedText {
  /** Left edge in points. */
  readonly x: number;
  /** Right edge in points. */
  readonly right: number;
}

/** A cell, kept small: long reports have several hundred thousand. */
export class CellOfLine implements Cell {
  readonly text: string;
  /** Where the characters came from; where the first did when they follow each other, as in nearly all cells. */
  private readonly from: number | Positions;
  private readonly places: Places;
  private readonly place: number;

  constructor(
    { text, at }: MappedText,
    { x, right }: { readonly x: number; readonly right: number },
    places: Places,
  ) {
    this.text = text;
    this.from = at.ofOneStretch ?? at;
    this.places = places;
    this.place = places.add(x, right);
  }

  get at(): Positions {
    return typeof this.from === 'number' ? Positions.from(this.from) : this.from;
  }

  get x(): number {
    return this.places.first(this.place);
  }

  get right(): number {
    return this.places.second(this.place);
  }
}
