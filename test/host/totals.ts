/** How many tests a stage ran, by outcome. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
}

export const none: Totals = { passed: 0, failed: 0 };

export function add(a: Totals, b: Totals): Totals {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

/** A stage that ran nothing proves nothing. */
export function succeeded(totals: Totals): boolean {
  return totals.failed === 0 && totals.passed > 0;
}
