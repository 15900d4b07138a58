/** A time in milliseconds. */
export interface Spent {
  /** What passed on the clock, which on a busy machine counts others' work as well. */
  readonly clock: number;
  /** How much of the processor this thread took. */
  readonly processor: number;
}

/** Begins to measure; what it returns tells what was spent since. */
export function measuring(): () => Spent {
  const started = performance.now();
  const before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return { clock: performance.now() - started, processor: (user + system) / 1000 };
  };
}
