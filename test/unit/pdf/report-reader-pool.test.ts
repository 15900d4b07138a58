import assert from 'node:assert/strict';
import { BroadcastChannel, type Worker } from 'node:worker_threads';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { CancelSignal } from '../../../src/core/library/ports.ts';
import type { DocumentReading } from '../../../src/core/report/reading.ts';
import { ReportReaderPool, type ReportReaderPoolOptions } from '../../../src/pdf/report-reader-pool.ts';
import { LONG_REPORTS } from './misbehaving-worker.ts';
import { bytesOf } from '../../fixtures/zoo/make-pdf.ts';

let pool: ReportReaderPool | undefined;

const makePool = (options: Partial<ReportReaderPoolOptions> = {}): ReportReaderPool => {
  pool = new ReportReaderPool({
    workerScript: new URL('./misbehaving-worker.ts', import.meta.url),
    threads: 2,
    ...options,
  });
  return pool;
};

const read = (behaviour: string, signal?: CancelSignal): Promise<DocumentReading> => {
  assert.ok(pool);
  return pool.read(bytesOf(behaviour), { depth: 'full', ...(signal === undefined ? {} : { signal }) });
};

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/** The threads that the test has started so far: each resolves when it has ended. */
let threads: Promise<unknown>[] = [];
const onThread = (thread: Worker): void => {
  threads.push(new Promise((resolve) => thread.once('exit', resolve)));
};

before(() => process.on('worker', onThread));
after(() => process.off('worker', onThread));

beforeEach(() => {
  threads = [];
});

afterEach(async () => {
  await pool?.dispose();
});

describe('the pool of report readers', () => {
  it('reads many files', async () => {
    makePool();
    const readings = await Promise.all(Array.from({ length: 20 }, () => read('read')));
    assert.deepEqual(new Set(readings.map(({ reason }) => reason)), new Set(['read']));
  });

  it('moves the bytes instead of copying them', async () => {
    makePool();
    const bytes = bytesOf('read');
    await pool?.read(bytes, { depth: 'full' });
    assert.equal(bytes.length, 0);
  });

  it('leaves other bytes in the same buffer alone', async () => {
    makePool();
    const shared = bytesOf('-read-');
    const reading = await pool?.read(shared.subarray(1, 5), { depth: 'full' });
    assert.equal(reading?.reason, 'read');
    assert.equal(new TextDecoder().decode(shared), '-read-');
  });

  it('is not stopped by bytes that were handed over before', async () => {
    makePool({ threads: 1 });
    const bytes = bytesOf('read');
    await pool?.read(bytes, { depth: 'full' });
    await pool?.read(bytes, { depth: 'full' });
    assert.equal((await read('read')).reason, 'read');
  });

  const failures = [
    { behaviour: 'hang', reason: /took longer than 4 seconds/ },
    { behaviour: 'stall', reason: /took longer than 4 seconds/ },
    { behaviour: 'exit', reason: /made the reader fail/ },
    { behaviour: 'throw', reason: /made the reader fail/ },
    { behaviour: 'throw later', reason: /made the reader fail/ },
  ];
  for (const { behaviour, reason } of failures) {
    it(`replaces a thread that does this: ${behaviour}`, async () => {
      makePool({ fileTimeLimit: 4000, threads: 1 });
      const [bad, good] = await Promise.all([read(behaviour), read('read')]);
      assert.equal(bad.kind, 'unreadable');
      assert.match(bad.reason ?? '', reason);
      assert.equal(good.reason, 'read');
    });
  }

  for (const behaviour of ['fill the heap', 'fill the heap in leaps', 'fill buffers']) {
    it(`replaces a thread that takes too much memory: ${behaviour}`, async () => {
      makePool({ fileMemoryLimit: 64, threads: 1 });
      const [bad, good] = await Promise.all([read(behaviour), read('read')]);
      assert.equal(bad.kind, 'unreadable');
      assert.match(bad.reason ?? '', /more than 64 MB of memory/);
      assert.equal(good.reason, 'read');
    });
  }

  it('takes up new limits with the next file', async () => {
    makePool({ threads: 1, fileTimeLimit: 60_000 });
    assert.equal((await read('read')).reason, 'read');
    pool?.limit({ fileTimeLimit: 300, fileMemoryLimit: 128, fileSizeLimit: 1 });
    assert.match((await read('stall')).reason ?? '', /took longer than 0.3 seconds/);
    assert.equal(pool?.largestFile, 2 ** 20);
    assert.match(pool.limits, /^300 ms, 128 MB/);
  });

  it('says when the worker is missing', async () => {
    makePool({ workerScript: '/nowhere/pdf-worker.mjs' });
    await assert.rejects(read('read'), { code: 'ERR_READER_MISSING' });
  });

  it('ends a running file and drops waiting ones when nobody needs them any more', async () => {
    makePool({ threads: 1 });
    const controller = new AbortController();
    const running = read('hang', controller.signal);
    const waiting = read('read', controller.signal);
    const other = read('read');
    await wait(100);
    controller.abort();
    await Promise.all([assert.rejects(running, isAbort), assert.rejects(waiting, isAbort)]);
    assert.equal((await other).reason, 'read');
  });

  it('does not begin for one who has gone already', async () => {
    makePool();
    await assert.rejects(read('read', AbortSignal.abort()), isAbort);
  });

  it('forgets who asked once the file is read', async () => {
    makePool();
    const listeners = new Set<() => void>();
    const signal: CancelSignal = {
      aborted: false,
      addEventListener: (_, listener) => void listeners.add(listener),
      removeEventListener: (_, listener) => void listeners.delete(listener),
    };
    await read('read', signal);
    assert.equal(listeners.size, 0);
  });

  it('settles everything when it is disposed of', async () => {
    makePool({ threads: 1 });
    const readings = Promise.all(
      [read('hang'), read('stall'), read('read')].map((reading) => assert.rejects(reading, isAbort)),
    );
    await wait(50);
    await pool?.dispose();
    await readings;
    await assert.rejects(read('read'), isAbort);
  });

  it('reads a very long report alone, and goes on after it', async () => {
    makePool();
    const channel = new BroadcastChannel(LONG_REPORTS);
    const begun = new Promise((resolve) => (channel.onmessage = resolve));
    const order: string[] = [];
    const note = ({ reason }: DocumentReading): void => void order.push(reason ?? '');
    const long = read('long').then(note);
    await begun;
    // By now the thread has been heard.
    await setImmediate();
    const others = [read('read').then(note), read('read').then(note)];
    await wait(100);
    assert.deepEqual(order, []);
    assert.equal(threads.length, 1);
    channel.postMessage('end');
    await Promise.all([long, ...others]);
    channel.close();
    assert.deepEqual(order, ['long', 'read', 'read']);
    // Its memory is given back.
    await threads[0];
  });

  it('reads a very long report in a new thread, and others again after it', async () => {
    makePool({ threads: 1 });
    await read('read');
    const readings = await Promise.all([read('long, for a new thread'), read('read')]);
    assert.deepEqual(
      readings.map(({ reason }) => reason),
      ['read in a new thread', 'read'],
    );
    // One for the first, one for the long report alone, and one for what follows.
    assert.equal(threads.length, 3);
  });

  it('goes on when a very long report is no longer needed', async () => {
    makePool();
    const channel = new BroadcastChannel(LONG_REPORTS);
    const begun = new Promise((resolve) => (channel.onmessage = resolve));
    const controller = new AbortController();
    const long = read('long', controller.signal);
    await begun;
    channel.close();
    const other = read('read');
    controller.abort();
    await assert.rejects(long, isAbort);
    assert.equal((await other).reason, 'read');
  });

  it('reads the first file in the one thread that was started before it came', async () => {
    makePool().prepare();
    pool?.prepare();
    assert.equal((await read('read')).reason, 'read');
    assert.equal(threads.length, 1);
    await Promise.all([read('read'), read('read')]);
    assert.equal(threads.length, 2);
  });

  it('has no thread left after a time without work, and starts again', async () => {
    makePool({ idleTime: 20 });
    await Promise.all([read('read'), read('read')]);
    assert.equal(threads.length, 2);
    await Promise.all(threads);
    assert.equal((await read('read')).reason, 'read');
  });
});
