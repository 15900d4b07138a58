import type { ReadingDepth } from '../core/report/read-report.ts';

/** What the pool sends to a worker thread. */
export interface ReadTask {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly depth: ReadingDepth;
  readonly password: string | undefined;
}
