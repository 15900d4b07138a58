import { inTime, type Timers } from './in-time.ts';
import type { LibraryFiles } from './ports.ts';

/** How long each may take, in milliseconds. A sound drive takes a thousandth of it. */
const PATIENCE = { stat: 60_000, readText: 60_000, readBytes: 300_000, list: 300_000 };

export type Patience = typeof PATIENCE;

/** The same files, of which none is waited for without end: a drive that stalls is a problem, not a standstill. */
export const patientFiles = (
  files: LibraryFiles,
  timers: Timers,
  patience: Patience = PATIENCE,
): LibraryFiles => ({
  stat: (path) => inTime(files.stat(path), patience.stat, timers),
  readText: (path) => inTime(files.readText(path), patience.readText, timers),
  readBytes: (path) => inTime(files.readBytes(path), patience.readBytes, timers),
  list: (signal) => inTime(files.list(signal), patience.list, timers),
});
