import { ENGLISH } from '../core/language/language.ts';
import { on, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { CancelSignal } from '../core/library/ports.ts';
import type { DocumentReading } from '../core/report/reading.ts';
import { IS_LONG, type GivenBack, type ReadAnswer, type ReadTask } from './read-task.ts';
import type { ThreadLimits } from './reading-limits.ts';
import { aborted } from './turns.ts';

/** The file made the thread fail. The message says why, and what to do. */
export class ThreadFailure extends Error {
  override readonly name = 'ThreadFailure';
}

/** The worker's script isn't there: no file can be read. */
class ReaderMissing extends Error {
  readonly code = 'ERR_READER_MISSING';
}

/**
 * In MB. What is left free to choose, V8 takes three times as much, and the threads together keep twice the memory,
 * without being faster.
 */
const YOUNG_GENERATION = 16;

/** How often a thread at work is asked what it holds, in milliseconds. */
const MEMORY_CHECK = 100;

/** Whether a thread can be asked what it holds: since Node 22.16. */
const TELLS_MEMORY = 'getHeapStatistics' in Worker.prototype;

/**
 * V8 ends a thread that reaches the limit of its heap, unless a single step takes much more at once: then it ends
 * the whole process, the editor's with it. So its limit is far above ours, which is watched from outside; where it
 * can't be, V8's has to do. Not beyond 2 GB: from there on V8 lets a heap grow to four times of what is in use
 * before it cleans up, and below that to less than twice, for the same time of the processor.
 */
const HEADROOM = TELLS_MEMORY ? 3 : 1;

/** One worker thread, which reads one file at a time. One whose task failed is of no further use: end it. */
export class ReaderThread {
  readonly limits: ThreadLimits;
  readonly #worker: Worker;
  #dead = false;

  /** @param script an absolute path */
  constructor(script: string, limits: ThreadLimits) {
    this.limits = limits;
    this.#worker = new Worker(script, {
      // What strangers' files make a library print belongs neither into our output nor into the editor's log. It
      // isn't read away either: a reader would keep the process alive.
      stdout: true,
      stderr: true,
      resourceLimits: {
        maxOldGenerationSizeMb: limits.fileMemoryLimit * HEADROOM,
        maxYoungGenerationSizeMb: YOUNG_GENERATION,
      },
    });
    for (const event of ['error', 'exit']) this.#worker.on(event, () => (this.#dead = true));
    this.#worker.unref();
  }

  get dead(): boolean {
    return this.#dead;
  }

  /**
   * Takes the task's bytes away. Always settles: rejects with a ThreadFailure, when the script is missing, or with an
   * AbortError when `signal` aborts. Only while it reads does the thread keep the process alive.
   *
   * @param onLong called when the report turns out to be so long that no other should be read beside it
   * @returns the reading; or what the thread gives back, since it is to be read in a new one
   */
  async read(
    task: ReadTask,
    onLong: () => void,
    signal?: CancelSignal,
  ): Promise<DocumentReading | GivenBack> {
    const done = new AbortController();
    this.#worker.ref();
    try {
      this.#worker.postMessage(task, [task.bytes.buffer]);
      return await Promise.race([this.#answer(onLong, done.signal), this.#failure(done.signal, signal)]);
    } catch (error) {
      throw signal?.aborted === true ? aborted() : this.#explain(error);
    } finally {
      done.abort();
      this.#worker.unref();
    }
  }

  /** Stops whatever the thread is doing. */
  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  async #answer(onLong: () => void, done: AbortSignal): Promise<DocumentReading | GivenBack> {
    const messages = on(this.#worker, 'message', { signal: done }) as AsyncIterable<[ReadAnswer]>;
    for await (const [message] of messages) {
      if (message !== IS_LONG) return message;
      onLong();
    }
    throw new ThreadFailure(FAILED);
  }

  /** Rejects when there will be no answer. An error that the thread doesn't catch rejects either of the two. */
  async #failure(done: AbortSignal, signal: CancelSignal | undefined): Promise<never> {
    throw await Promise.race([
      wait(this.limits.fileTimeLimit, undefined, { signal: done }).then(() => this.#tooLong()),
      this.#overfilled(done),
      once(this.#worker, 'exit', { signal: done }).then(() => new ThreadFailure(FAILED)),
      cancelled(signal, done).then(aborted),
    ]);
  }

  /** Resolves when the thread holds too much, in V8's heap or outside of it, where deflate bombs go. */
  async #overfilled(done: AbortSignal): Promise<ThreadFailure> {
    for (;;) {
      await wait(MEMORY_CHECK, undefined, { signal: done });
      if ((await this.#megabytes()) > this.limits.fileMemoryLimit) return this.#tooMuchMemory();
    }
  }

  /** The larger of both; 0 when the thread has just died, and where it can't tell. */
  async #megabytes(): Promise<number> {
    if (!TELLS_MEMORY) return 0;
    try {
      const { external_memory: outside, used_heap_size: heap } = await this.#worker.getHeapStatistics();
      return Math.max(outside, heap) / 2 ** 20;
    } catch {
      return 0;
    }
  }

  #tooLong(): ThreadFailure {
    const seconds = this.limits.fileTimeLimit / 1000;
    return new ThreadFailure(
      ENGLISH.count(
        seconds,
        'Reading it took longer than {0} second and was stopped. Open the PDF to see whether it is sound, or allow more time.',
        'Reading it took longer than {0} seconds and was stopped. Open the PDF to see whether it is sound, or allow more time.',
      ),
    );
  }

  #tooMuchMemory(cause?: Error): ThreadFailure {
    return new ThreadFailure(
      ENGLISH.say(
        'Reading it took more than {0} MB of memory and was stopped. Open the PDF to see whether it is sound, or allow more memory.',
        this.limits.fileMemoryLimit,
      ),
      { cause },
    );
  }

  #explain(error: unknown): Error {
    if (!(error instanceof Error)) return new ThreadFailure(FAILED, { cause: error });
    if (error instanceof ThreadFailure) return error;
    switch ('code' in error ? error.code : undefined) {
      case 'ERR_WORKER_OUT_OF_MEMORY':
        return this.#tooMuchMemory(error);
      case 'MODULE_NOT_FOUND':
      case 'ERR_MODULE_NOT_FOUND':
        return new ReaderMissing('The program that reads PDFs is missing.', { cause: error });
      default:
        return new ThreadFailure(FAILED, { cause: error });
    }
  }
}

const FAILED = ENGLISH.say('Reading it made the reader fail. Open the PDF to see whether it is sound.');

/** Resolves when `signal` aborts or has aborted, and stops listening when `done` does. */
function cancelled(signal: CancelSignal | undefined, done: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) resolve();
    const listener = (): void => {
      resolve();
    };
    signal?.addEventListener('abort', listener);
    done.addEventListener('abort', () => signal?.removeEventListener('abort', listener));
  });
}
