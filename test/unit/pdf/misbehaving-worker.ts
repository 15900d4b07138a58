// A worker that does to the pool what a hostile PDF could do to the real one. The file's text says what.
import { once } from 'node:events';
import { BroadcastChannel, parentPort } from 'node:worker_threads';
import { emptyReading, type DocumentReading } from '../../../src/core/report/reading.ts';
import { IS_LONG, type ReadTask } from '../../../src/pdf/read-task.ts';

/** Where a test hears that a long report is begun, and says that it may end. */
export const LONG_REPORTS = 'long reports';

let hasRead = false;

const behaviours: Record<string, () => DocumentReading | Promise<DocumentReading>> = {
  read: () => emptyReading('not-soc', 'read'),
  long: async () => {
    const channel = new BroadcastChannel(LONG_REPORTS);
    parentPort?.postMessage(IS_LONG);
    channel.postMessage('begun');
    await once(channel as unknown as EventTarget, 'message');
    channel.close();
    return emptyReading('not-soc', 'long');
  },
  'long, for a new thread': async () => {
    if (!hasRead) return emptyReading('not-soc', 'read in a new thread');
    parentPort?.postMessage(IS_LONG);
    parentPort?.postMessage({
      kind: 'given-back',
      bytes: new TextEncoder().encode('long, for a new thread'),
    });
    return await new Promise(() => undefined);
  },
  hang: () => {
    for (;;);
  },
  stall: () => new Promise(() => undefined),
  'fill the heap': () => {
    const heap: object[][] = [];
    for (;;) heap.push(Array.from({ length: 10_000 }, (_, index) => ({ index })));
  },
  // Each step takes as much as all before it.
  'fill the heap in leaps': () => {
    let heap: number[] = [0.5];
    for (;;) heap = [...heap, ...heap];
  },
  'fill buffers': () => {
    const buffers: Uint8Array[] = [];
    for (;;) if (buffers.length < 32) buffers.push(new Uint8Array(4 * 1024 * 1024).fill(1));
  },
  exit: () => process.exit(3),
  throw: () => {
    throw new Error('a bug');
  },
  'throw later': () => {
    setTimeout(() => {
      throw new Error('nobody catches this');
    }, 5);
    return new Promise(() => undefined);
  },
};

parentPort?.on('message', ({ bytes }: ReadTask) => {
  const behaviour = behaviours[new TextDecoder().decode(bytes)];
  void Promise.resolve(behaviour?.() ?? emptyReading('not-soc', 'unknown')).then((reading) => {
    hasRead = true;
    parentPort?.postMessage(reading);
  });
});
