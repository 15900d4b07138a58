// Preloaded into a measured Node process: writes, when it ends, the most memory that it held resident, in KB, and
// the longest time in milliseconds for which its main thread could do nothing else.
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const RESOLUTION_MS = 5;
const file = process.env.PEAK_MEMORY_FILE;
if (isMainThread && file !== undefined) {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  // What happens while the program is loaded is not the library's work.
  setTimeout(() => delays.enable(), 0).unref();
  process.on('exit', () => {
    const stall = Math.max(0, delays.max / 1e6 - RESOLUTION_MS);
    writeFileSync(file, JSON.stringify({ peakKilobytes: process.resourceUsage().maxRSS, stall }));
  });
}
