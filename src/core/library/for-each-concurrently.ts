import type { CancelSignal } from './ports.ts';

/**
 * Works on `items` in their order, at most `limit` at a time, and starts no further one once `signal` is aborted
 * or a piece of work has failed. Resolves when everything that was started has ended; rejects with the first
 * failure.
 */
export async function forEachConcurrently<T>(
  items: Iterable<T>,
  limit: number,
  signal: CancelSignal,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const failures: unknown[] = [];
  const left = { isNone: false };
  const worker = async (): Promise<void> => {
    while (!signal.aborted && failures.length === 0) {
      const next = waiting.next();
      if (next.done === true) {
        left.isNone = true;
        return;
      }
      try {
        await work(next.value);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  const workers = [worker()];
  // A worker takes its first item at once: none is started that would find nothing to do.
  while (workers.length < limit && !left.isNone) workers.push(worker());
  await Promise.all(workers);
  if (failures.length > 0) throw failures[0];
}
