import type { Spent } from './spent.ts';

/** The environment variable that names the file into which the probe writes its figures. */
export const FIGURES_FILE = 'SOC_REVIEW_BENCH_FIGURES';

/** What was measured in the extension host: its main thread in milliseconds, the whole process in megabytes. */
export interface HostFigures {
  /** Reading and compiling the extension's bundle. */
  readonly load: Spent;
  readonly activate: Spent;
  /** From the command until every file's facts are known, with the views open. */
  readonly firstTree: Spent;
  /** Until every page of every report is read. */
  readonly index: Spent;
  readonly documents: number;
  /** The longest times for which it could do nothing else: that on the clock, and that on the processor. */
  readonly stall: Spent;
  /** Before the index was begun, of the editor's own. */
  readonly megabytesAtRest: number;
  readonly peakMegabytes: number;
}
