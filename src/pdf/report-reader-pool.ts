import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { ReadOptions, ReportReader } from '../core/library/ports.ts';
import { emptyReading, type DocumentReading } from '../core/report/reading.ts';
import { alone, type ReadTask } from './read-task.ts';
import { ReaderThread, ThreadFailure } from './reader-thread.ts';
import { DEFAULT_LIMITS, type ReadingLimits } from './reading-limits.ts';
import { aborted, Turns } from './turns.ts';

export interface ReportReaderPoolOptions extends Partial<ReadingLimits> {
  /** The bundled worker, `dist/pdf-worker.mjs`: an absolute path or a file URL. */
  readonly workerScript: string | URL;
  /** How many files are read at once; by default one per core, at most four. */
  readonly threads?: number;
  /** How long threads are kept without work, in milliseconds. */
  readonly idleTime?: number;
}

const DEFAULT_IDLE_TIME = 10_000;
const MOST_THREADS = 4;

/**
 * Reads reports in worker threads, which are started when there is work and gone when there is none. A thread that
 * hangs, crashes or takes too much memory is ended and replaced; its file is `unreadable`, the others go on. While a
 * very long report is read, no other is begun, it has a thread of its own, and those without work give their memory
 * back.
 *
 * Not a published pool: after a thread's crash, the queue of workerpool 10 stands still for good, and piscina and
 * tinypool start files of their own, which a bundle doesn't have.
 */
export class ReportReaderPool implements ReportReader {
  /** How many files are read at once. To hand over many more at a time only keeps their bytes waiting. */
  readonly threads: number;
  readonly #script: string;
  #limits: ReadingLimits;
  readonly #idleTime: number;
  readonly #turns: Turns;
  readonly #idle: ReaderThread[] = [];
  readonly #busy = new Set<ReaderThread>();
  #idleTimer: NodeJS.Timeout | undefined;
  #disposed = false;

  constructor({ workerScript, threads, idleTime = DEFAULT_IDLE_TIME, ...limits }: ReportReaderPoolOptions) {
    this.#script = workerScript instanceof URL ? fileURLToPath(workerScript) : workerScript;
    this.threads = threads ?? Math.min(availableParallelism(), MOST_THREADS);
    this.#idleTime = idleTime;
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
    this.#turns = new Turns(this.threads);
  }

  /** The largest file that is read, in bytes. */
  get largestFile(): number {
    return this.#limits.fileSizeLimit * 2 ** 20;
  }

  get limits(): string {
    const { fileTimeLimit, fileMemoryLimit, fileSizeLimit } = this.#limits;
    return `${fileTimeLimit} ms, ${fileMemoryLimit} MB, up to ${fileSizeLimit} MB`;
  }

  /** Holds for every file that is begun from now on. */
  limit(limits: ReadingLimits): void {
    this.#limits = limits;
    this.#endIdleThreads();
  }

  async read(
    bytes: Uint8Array<ArrayBuffer>,
    { depth, password, signal }: ReadOptions,
  ): Promise<DocumentReading> {
    await this.#turns.take(signal);
    try {
      if (this.#disposed) throw aborted();
      return await this.#read({ bytes: alone(bytes), depth, password }, signal);
    } finally {
      this.#turns.release();
      this.#endIdleThreadsLater();
    }
  }

  /** Starts a thread for a file that is about to come, so that it loads while the file is looked for. */
  prepare(): void {
    if (this.#disposed || this.#idle.length + this.#busy.size > 0) return;
    this.#idle.push(new ReaderThread(this.#script, this.#limits));
    this.#endIdleThreadsLater();
  }

  /** Ends all threads. What is being read or waiting rejects with an AbortError. */
  async dispose(): Promise<void> {
    this.#disposed = true;
    clearTimeout(this.#idleTimer);
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((thread) => thread.end()));
  }

  async #read(task: ReadTask, signal: ReadOptions['signal']): Promise<DocumentReading> {
    const thread = this.#takeThread();
    let goOn = (): void => undefined;
    const onLong = (): void => {
      goOn = this.#turns.hold();
      this.#endIdleThreads();
    };
    try {
      const reading = await thread.read(task, onLong, signal);
      if (reading.kind === 'given-back') {
        // Ended before the next one begins, which then takes over the memory.
        await thread.end();
        return await this.#read({ ...task, bytes: reading.bytes }, signal);
      }
      if (thread.limits === this.#limits && !this.#turns.isHeld) this.#idle.push(thread);
      else void thread.end();
      return reading;
    } catch (error) {
      await thread.end();
      if (this.#disposed) throw aborted();
      if (error instanceof ThreadFailure) return emptyReading('unreadable', error.message);
      throw error;
    } finally {
      this.#busy.delete(thread);
      goOn();
    }
  }

  #takeThread(): ReaderThread {
    let thread = this.#idle.pop();
    while (thread?.dead === true) thread = this.#idle.pop();
    thread ??= new ReaderThread(this.#script, this.#limits);
    this.#busy.add(thread);
    return thread;
  }

  #endIdleThreadsLater(): void {
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      this.#endIdleThreads();
    }, this.#idleTime).unref();
  }

  #endIdleThreads(): void {
    for (const thread of this.#idle.splice(0)) void thread.end();
  }
}
