/** Where a value was read. No evidence, no value. */
export interface Evidence {
  /** The PDF page, counted from 1. */
  readonly page: number;
  /** The number printed on that page, where there is one: "12", "iv". */
  readonly printedPage: string | null;
  /** The passage, findable in the page's text. */
  readonly quote: string;
}

/** A value read from a report, with the passage that it was read from. */
export interface Fact<T> extends Evidence {
  readonly value: T;
  /** `likely` when the value rests on one weak mention. */
  readonly certainty: 'certain' | 'likely';
}
