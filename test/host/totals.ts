/** A test that failed. */
export interface Failure {
  readonly test: string;
  /** What went wrong, as the test's error tells it. */
  readonly words: string;
}

/** How many tests a stage ran, by outcome. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  /** Those that failed, as far as each is known by name. */
  readonly failures: readonly Failure[];
  /** Those that passed, but only when they were tried once more: how they failed first. */
  readonly unsteady: readonly Failure[];
}

export const none: Totals = { passed: 0, failed: 0, failures: [], unsteady: [] };

export function add(a: Totals, b: Totals): Totals {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    failures: [...a.failures, ...b.failures],
    unsteady: [...a.unsteady, ...b.unsteady],
  };
}

/** One more failure. */
export function addFailure(totals: Totals, test: string, words: string): Totals {
  return add(totals, { ...none, failed: 1, failures: [{ test, words }] });
}

/** A stage that ran nothing proves nothing. */
export function succeeded(totals: Totals): boolean {
  return totals.failed === 0 && totals.passed > 0;
}
