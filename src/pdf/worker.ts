// What runs in each thread of the pool: one file at a time, from bytes to reading, so that neither parsing nor
// reading ever blocks the editor.
import { parentPort } from 'node:worker_threads';
import type { PdfPages } from './pdf-pages.ts';
import { readReportBytes } from './read-report-bytes.ts';
import { alone, IS_LONG, type ReadAnswer, type ReadTask } from './read-task.ts';

const cMapFolder = new URL('webview/cmaps/', import.meta.url);

// Work that pdf.js abandons with a damaged file may fail later; the next file must not pay for it.
process.on('unhandledRejection', () => undefined);

const answer = (message: ReadAnswer, moved: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, moved);

/** What reading others has left in this thread would come on top of what a very long report takes. */
let hasRead = false;

async function onLong(pages: PdfPages): Promise<void> {
  answer(IS_LONG);
  if (!hasRead) return;
  const bytes = alone(await pages.bytes());
  answer({ kind: 'given-back', bytes }, [bytes.buffer]);
  // Until this thread is ended.
  await new Promise(() => undefined);
}

parentPort?.on('message', (task: ReadTask) => {
  void readReportBytes(task.bytes, { ...task, cMapFolder, onLong }).then((reading) => {
    hasRead = true;
    answer(reading);
  });
});
