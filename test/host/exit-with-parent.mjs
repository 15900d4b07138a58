// Loaded into the VS Code server's process: ends it and everything it started when the process that started
// it is gone, even when that one was killed and could not clean up.
import process from 'node:process';

// The server's own children inherit this preload, but not the parent.
if (process.env.SOC_REVIEW_HOST_PARENT === String(process.ppid)) {
  process.once('disconnect', () => process.kill(-process.pid, 'SIGKILL'));
}
