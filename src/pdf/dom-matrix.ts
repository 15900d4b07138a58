/**
 * The part of the web's DOMMatrix that pdf.js uses when it reads text: two-dimensional matrices
 * `| a c e | b d f |`, as the Geometry Interfaces standard defines them. pdf.js makes one when it is loaded and
 * computes with them for Type 3 fonts, so an empty class would not do.
 */
export class DOMMatrix {
  a = 1;
  b = 0;
  c = 0;
  d = 1;
  e = 0;
  f = 0;

  /** @param init six numbers a–f, or sixteen of a three-dimensional matrix, of which the plane is taken. */
  constructor(init?: Iterable<number>) {
    if (init === undefined) return;
    const numbers = [...init];
    if (numbers.length === 6) this.#set(numbers);
    else if (numbers.length === 16) this.#set([0, 1, 4, 5, 12, 13].map((index) => numbers[index] ?? NaN));
    else throw new TypeError(`A matrix has 6 or 16 numbers, not ${numbers.length}.`);
  }

  get is2D(): boolean {
    return true;
  }

  get isIdentity(): boolean {
    const { a, b, c, d, e, f } = this;
    return a === 1 && b === 0 && c === 0 && d === 1 && e === 0 && f === 0;
  }

  multiplySelf(other: DOMMatrix): this {
    return this.#product(this, other);
  }

  preMultiplySelf(other: DOMMatrix): this {
    return this.#product(other, this);
  }

  translateSelf(x = 0, y = 0): this {
    return this.multiplySelf(new DOMMatrix([1, 0, 0, 1, x, y]));
  }

  scaleSelf(x = 1, y = x): this {
    return this.multiplySelf(new DOMMatrix([x, 0, 0, y, 0, 0]));
  }

  /** A matrix without an inverse becomes NaN throughout, as the standard says. */
  invertSelf(): this {
    const { a, b, c, d, e, f } = this;
    const determinant = a * d - b * c;
    if (determinant === 0 || !Number.isFinite(determinant)) return this.#set([NaN, NaN, NaN, NaN, NaN, NaN]);
    return this.#set([
      d / determinant,
      -b / determinant,
      -c / determinant,
      a / determinant,
      (c * f - d * e) / determinant,
      (b * e - a * f) / determinant,
    ]);
  }

  multiply(other: DOMMatrix): DOMMatrix {
    return this.#copy().multiplySelf(other);
  }

  translate(x?: number, y?: number): DOMMatrix {
    return this.#copy().translateSelf(x, y);
  }

  scale(x?: number, y?: number): DOMMatrix {
    return this.#copy().scaleSelf(x, y);
  }

  inverse(): DOMMatrix {
    return this.#copy().invertSelf();
  }

  transformPoint({ x = 0, y = 0 }: { x?: number; y?: number }): { x: number; y: number } {
    return { x: this.a * x + this.c * y + this.e, y: this.b * x + this.d * y + this.f };
  }

  #copy(): DOMMatrix {
    const { a, b, c, d, e, f } = this;
    return new DOMMatrix([a, b, c, d, e, f]);
  }

  #product(left: DOMMatrix, right: DOMMatrix): this {
    return this.#set([
      left.a * right.a + left.c * right.b,
      left.b * right.a + left.d * right.b,
      left.a * right.c + left.c * right.d,
      left.b * right.c + left.d * right.d,
      left.a * right.e + left.c * right.f + left.e,
      left.b * right.e + left.d * right.f + left.f,
    ]);
  }

  #set(numbers: readonly number[]): this {
    [this.a = NaN, this.b = NaN, this.c = NaN, this.d = NaN, this.e = NaN, this.f = NaN] = numbers;
    return this;
  }
}
