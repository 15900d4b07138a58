import type { PageText, TextRun } from '../core/report/page-text.ts';

/** Numbers that are kept for each run. */
const NUMBERS = 4;

/**
 * A page whose runs stand in one list of numbers and one of texts, and are made whenever somebody asks for them. Of
 * a report of two thousand pages, all runs stay until it is read, and as objects they take more than twice as much.
 */
export class PackedPage implements PageText {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly isImage: boolean;
  readonly isDamaged: boolean;
  readonly #texts: readonly string[];
  /** Of each run x, y, width and height, to the last digit. */
  readonly #numbers: Float64Array;

  constructor({ number, width, height, runs, isImage, isDamaged = false }: PageText) {
    this.number = number;
    this.width = width;
    this.height = height;
    this.isImage = isImage;
    this.isDamaged = isDamaged;
    this.#texts = runs.map(({ text }) => text);
    this.#numbers = new Float64Array(runs.length * NUMBERS);
    const numbers = this.#numbers;
    for (const [i, { x, y, width, height }] of runs.entries()) {
      const at = i * NUMBERS;
      numbers[at] = x;
      numbers[at + 1] = y;
      numbers[at + 2] = width;
      numbers[at + 3] = height;
    }
  }

  get runs(): readonly TextRun[] {
    const numbers = this.#numbers;
    return this.#texts.map((text, i) => {
      const at = i * NUMBERS;
      return {
        text,
        x: numbers[at] ?? 0,
        y: numbers[at + 1] ?? 0,
        width: numbers[at + 2] ?? 0,
        height: numbers[at + 3] ?? 0,
      };
    });
  }
}
