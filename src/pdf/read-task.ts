import type { DocumentReading } from '../core/report/reading.ts';
import type { ReadingDepth } from '../core/report/read-report.ts';

/** What the pool sends to a worker thread. */
export interface ReadTask {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly depth: ReadingDepth;
  readonly password: string | undefined;
}

/** What a worker thread says of a report that is so long that no other should be read beside it. */
export const IS_LONG = 'long';

/** What a thread gives back unread: a very long report, after it has read others. */
export interface GivenBack {
  readonly kind: 'given-back';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a worker thread sends to the pool: the reading, and before it perhaps that it will take much. */
export type ReadAnswer = DocumentReading | typeof IS_LONG | GivenBack;

/** Bytes that share their buffer with others can't be moved to another thread without taking those too. */
export const alone = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
