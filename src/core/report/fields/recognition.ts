import type { Fact } from '../fact.ts';

/** What a recogniser found, and what a person should know about it. */
export interface Recognition<T> {
  readonly fact: Fact<T> | null;
  readonly warnings: readonly string[];
}

/** The place of a fact in words, for warnings: "page 12". */
export const placeOf = (fact: Fact<unknown>): string => `page ${String(fact.page)}`;
