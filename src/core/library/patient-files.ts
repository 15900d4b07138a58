import { inTime, type Timers } from './in-time.ts';
import type { LibraryFiles } from './ports.ts';

/** How long each may take, in milliseconds. A sound drive takes a thousandth of it. */
const PATIENCE = { stat: 60_000, readText: 60_000, readBytes: 300_000, list: 300_000 };

/** The same files, of which none is waited for without end: a drive that stalls is a problem, not a standstill. */
export const patientFiles = (files: LibraryFiles, timers: Timers): LibraryFiles => ({
  stat: (path) => inTime(files.stat(path), PATIENCE.stat, timers),
  readText: (path) => inTime(files.readText(path), PATIENCE.readText, timers),
  readBytes: (path) => inTime(files.readBytes(path), PATIENCE.readBytes, timers),
  list: (signal) => inTime(files.list(signal), PATIENCE.list, timers),
});
