import type { Random } from '../fixtures/random.ts';

/**
 * What became of one case.
 * - `ok`: it was answered as promised.
 * - `stopped`: a limit of time or memory ended it, and it was answered with that reason.
 * - `crash`: something was thrown that nobody promised, or a thread died.
 * - `lost`: a file was not listed, or a text that a person wrote was lost.
 */
export type Verdict = 'ok' | 'stopped' | 'crash' | 'lost';

export interface Outcome {
  readonly verdict: Verdict;
  /** For a person who has to find out why; empty when all is well. */
  readonly detail: string;
}

export const OK: Outcome = { verdict: 'ok', detail: '' };

/** Takes mutated input; everything that it draws comes from `random`, so that a case can be run again. */
export interface PreparedTarget {
  run(random: Random): Promise<Outcome>;
  close(): Promise<void>;
}

/** Something that takes input from strangers. */
export interface FuzzTarget {
  readonly name: string;
  /** Its share of the cases. */
  readonly weight: number;
  prepare(): Promise<PreparedTarget>;
}

/** Something without anything to open or close, whose check throws when something is wrong. */
export const plain = (check: (random: Random) => Outcome): PreparedTarget => ({
  run: (random) => Promise.resolve(random).then(check),
  close: () => Promise.resolve(),
});
