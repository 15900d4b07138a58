const LINES = 2000;

/** A long review, of which every line says whose it is, so that a part or a mixture shows. */
export const reviewText = (number: number, writer: string): string =>
  `---\nvendor: Vendor ${number}\n---\n${`Review ${number} by ${writer}.\n`.repeat(LINES)}`;

/** True for a text that is whole, and by one writer. */
export const isWhole = (text: string, number: number, writers: readonly string[]): boolean =>
  writers.some((writer) => text === reviewText(number, writer));
