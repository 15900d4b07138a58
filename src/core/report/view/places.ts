/**
 * Where the cells and lines of a page stand, in points, flat: a long report has several hundred thousand, and a
 * number that isn't whole takes twice as much in an object of its own.
 */
export class Places {
  private readonly open: number[] = [];
  private numbers: ArrayLike<number> = this.open;

  /** Keeps two numbers. @returns where they are kept. */
  add(first: number, second: number): number {
    this.open.push(first, second);
    return this.open.length - 2;
  }

  first(index: number): number {
    return this.numbers[index] ?? 0;
  }

  second(index: number): number {
    return this.numbers[index + 1] ?? 0;
  }

  /** Nothing will be added. */
  close(): void {
    this.numbers = Float64Array.from(this.open);
    this.open.length = 0;
  }
}
