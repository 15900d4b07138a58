import { PDFDataRangeTransport } from 'pdfjs-dist';
import { MAX_RANGE_BYTES } from '../protocol.ts';
import { cutOut, splitRange, type ByteRange } from './ranges.ts';

/** Reads bytes of one version of a file. Rejects when it can't, or when `signal` aborts. */
export type ReadRange = (range: ByteRange, signal: AbortSignal) => Promise<Uint8Array>;

export interface HeldBytes extends ByteRange {
  readonly bytes: Uint8Array;
}

/** Feeds pdf.js with the ranges that it asks for, and with nothing else. */
export class RangeTransport extends PDFDataRangeTransport {
  readonly #read: ReadRange;
  readonly #held: readonly HeldBytes[];
  readonly #onFailure: (error: unknown) => void;
  readonly #abort = new AbortController();

  /**
   * `held` are parts that were read already. pdf.js has no way to be told that a range failed, and waits for
   * it forever; `onFailure` is where to show it.
   */
  constructor(
    size: number,
    {
      read,
      held,
      onFailure,
    }: { read: ReadRange; held: readonly HeldBytes[]; onFailure: (error: unknown) => void },
  ) {
    super(size, null);
    this.#read = read;
    this.#held = held;
    this.#onFailure = onFailure;
  }

  override requestDataRange(begin: number, end: number): void {
    void this.#deliver({ begin, end });
  }

  override abort(): void {
    this.#abort.abort();
  }

  async #deliver(range: ByteRange): Promise<void> {
    try {
      const bytes = await this.#bytes(range);
      if (!this.#abort.signal.aborted) this.onDataRange(range.begin, bytes);
    } catch (error) {
      if (!this.#abort.signal.aborted) this.#onFailure(error);
    }
  }

  async #bytes(range: ByteRange): Promise<Uint8Array> {
    for (const held of this.#held) {
      const bytes = cutOut(held, range);
      if (bytes) return Promise.resolve(bytes);
    }
    const pieces = splitRange(range, MAX_RANGE_BYTES);
    const parts = await Promise.all(pieces.map((piece) => this.#read(piece, this.#abort.signal)));
    const [only] = parts;
    if (only && parts.length === 1) return only;
    const whole = new Uint8Array(range.end - range.begin);
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.byteLength;
    }
    return whole;
  }
}
