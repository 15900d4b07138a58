// What runs in each thread of the pool: one file at a time, from bytes to reading, so that neither parsing nor
// reading ever blocks the editor.
import { parentPort } from 'node:worker_threads';
import { readReportBytes } from './read-report-bytes.ts';
import { IS_LONG, type ReadAnswer, type ReadTask } from './read-task.ts';

const cMapFolder = new URL('webview/cmaps/', import.meta.url);

// Work that pdf.js abandons with a damaged file may fail later; the next file must not pay for it.
process.on('unhandledRejection', () => undefined);

const answer = (message: ReadAnswer): void => parentPort?.postMessage(message);

parentPort?.on('message', (task: ReadTask) => {
  const onLong = (): void => {
    answer(IS_LONG);
  };
  void readReportBytes(task.bytes, { ...task, cMapFolder, onLong }).then(answer);
});
