import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import workerpool from 'workerpool';
import type { ReadOptions, ReportReader } from '../core/library/ports.ts';
import { emptyReading, type DocumentReading } from '../core/report/reading.ts';
import { whyWorkerFailed } from './worker-failure.ts';
import type { ReadTask } from './read-task.ts';

export interface ReportReaderPoolOptions {
  /** The bundled worker, `dist/pdf-worker.mjs`: an absolute path or a file URL. */
  readonly workerScript: string | URL;
  /** How many files are read at once; by default one per core, at most four. */
  readonly threads?: number;
  /** How long reading one file may take, in milliseconds. */
  readonly fileTimeLimit?: number;
  /** How much memory reading one file may take, in MB. */
  readonly fileMemoryLimit?: number;
  /** How long threads are kept without work, in milliseconds. */
  readonly idleTime?: number;
}

type Pool = ReturnType<typeof workerpool.pool>;

const DEFAULTS = { fileTimeLimit: 60_000, fileMemoryLimit: 512, idleTime: 10_000 };
const MOST_THREADS = 4;

/** How long a thread that is to end may take to do so by itself, in milliseconds. */
const GRACE = 200;

/**
 * Reads reports in worker threads, which are started when there is work and gone when there is none. A thread that
 * hangs, crashes or takes too much memory is ended and replaced; its file is `unreadable`, the others go on.
 */
export class ReportReaderPool implements ReportReader {
  /** How many files are read at once; handing over more at a time only keeps their bytes waiting. */
  readonly threads: number;
  readonly #script: string;
  readonly #limits: typeof DEFAULTS;
  #pool: Pool | null = null;
  #working = 0;
  #idleTimer: NodeJS.Timeout | undefined;
  #disposed = false;

  constructor({ workerScript, threads, ...limits }: ReportReaderPoolOptions) {
    this.#script = workerScript instanceof URL ? fileURLToPath(workerScript) : workerScript;
    this.threads = threads ?? Math.min(availableParallelism(), MOST_THREADS);
    this.#limits = { ...DEFAULTS, ...limits };
  }

  async read(
    bytes: Uint8Array<ArrayBuffer>,
    { depth, password, signal }: ReadOptions,
  ): Promise<DocumentReading> {
    if (signal?.aborted === true) throw aborted();
    if (this.#disposed) return emptyReading('unreadable', 'The program was closed before the file was read.');
    this.#working++;
    clearTimeout(this.#idleTimer);
    try {
      return await this.#run({ bytes: alone(bytes), depth, password }, signal);
    } finally {
      this.#working--;
      if (this.#working === 0) this.#endWhenIdle();
    }
  }

  /** Ends all threads. Files that are still being read come out as unreadable. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    await this.#end();
  }

  async #run(task: ReadTask, signal: ReadOptions['signal']): Promise<DocumentReading> {
    this.#pool ??= this.#start();
    const result = this.#pool.exec('read', [task], {
      transfer: task.bytes.length === 0 ? [] : [task.bytes.buffer],
    });
    const cancel = () => void result.cancel();
    signal?.addEventListener('abort', cancel);
    try {
      return (await result.timeout(this.#limits.fileTimeLimit)) as DocumentReading;
    } catch (error) {
      if (signal?.aborted === true) throw aborted();
      return emptyReading('unreadable', whyWorkerFailed(error, this.#limits));
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  #start(): Pool {
    return workerpool.pool(this.#script, {
      workerType: 'thread',
      maxWorkers: this.threads,
      workerTerminateTimeout: GRACE,
      workerThreadOpts: { resourceLimits: { maxOldGenerationSizeMb: this.#limits.fileMemoryLimit } },
    });
  }

  #endWhenIdle(): void {
    if (this.#disposed) return;
    this.#idleTimer = setTimeout(() => void this.#end(), this.#limits.idleTime);
  }

  async #end(): Promise<void> {
    clearTimeout(this.#idleTimer);
    const pool = this.#pool;
    this.#pool = null;
    // A thread that refuses to end in time is killed all the same: there is nobody to tell.
    await pool?.terminate(true).catch(() => undefined);
  }
}

/** Bytes that share their buffer with others can't be moved to another thread without taking those too. */
const alone = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();

const aborted = (): DOMException => new DOMException('No longer needed.', 'AbortError');
