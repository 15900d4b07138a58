import type { Place } from '../../core/summary/align-reports.ts';

/** A file, as far as it has to be known here: a URI is one. */
interface Named {
  toString(): string;
}

/** A report of a pair, and where in it stands what the other one shows. */
interface Side<File extends Named> {
  readonly file: File;
  readonly placeOf: (other: Place) => Place;
}

/** Reports that are shown side by side, whose scrolling is kept in step. A report is in one pair at most. */
export class SideBySide<File extends Named> {
  readonly #others = new Map<string, Side<File>>();

  pair(left: Side<File>, right: Side<File>): void {
    for (const { file } of [left, right]) this.part(file);
    this.#others.set(left.file.toString(), right);
    this.#others.set(right.file.toString(), left);
  }

  /** Ends the pair of a report. @returns the other one of it. */
  part(file: File): File | undefined {
    const other = this.#others.get(file.toString());
    if (other === undefined) return undefined;
    this.#others.delete(file.toString());
    this.#others.delete(other.file.toString());
    return other.file;
  }

  isPaired(file: File): boolean {
    return this.#others.has(file.toString());
  }

  /** Where the other report of the pair has to go, when this one is at a place. */
  follow(file: File, place: Place): { readonly file: File; readonly place: Place } | undefined {
    const other = this.#others.get(file.toString());
    return other && { file: other.file, place: other.placeOf(place) };
  }
}
