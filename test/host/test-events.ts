import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { TestEvent } from '../extension/protocol.ts';
import { addFailure, none, type Totals } from './totals.ts';

const pollInterval = 150;

/** Follows the file of events that the tests in the extension host write, and prints them as they come. */
export class TestEventReader {
  readonly #file: string;
  readonly #print: (line: string) => void;
  #totals: Totals = none;
  #ended = false;
  #offset = 0;
  #rest = '';

  constructor(file: string, print: (line: string) => void = console.log) {
    this.#file = file;
    this.#print = print;
  }

  get totals(): Totals {
    return this.#totals;
  }

  /** True when the tests came to their end: without it, something ended them. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Prints events until the host has finished. */
  async follow(host: Promise<unknown>): Promise<void> {
    let finished = false;
    const settled = host.finally(() => {
      finished = true;
    });
    // The caller's await sees a rejection; this one must not count as unhandled while polling.
    settled.catch(() => undefined);
    while (!finished) {
      await this.#read();
      await new Promise((resolve) => setTimeout(resolve, pollInterval));
    }
    await this.#read();
    await settled;
  }

  async #read(): Promise<void> {
    if (!existsSync(this.#file)) return;
    const handle = await open(this.#file);
    try {
      const { size } = await handle.stat();
      const buffer = Buffer.alloc(size - this.#offset);
      await handle.read(buffer, 0, buffer.length, this.#offset);
      this.#offset = size;
      const lines = (this.#rest + buffer.toString()).split('\n');
      this.#rest = lines.pop() ?? '';
      for (const line of lines) this.#take(JSON.parse(line) as TestEvent);
    } finally {
      await handle.close();
    }
  }

  #take(event: TestEvent): void {
    if (event.kind === 'end') {
      this.#ended = true;
      return;
    }
    const indent = '  '.repeat(event.depth + 1);
    if (event.kind === 'suite') this.#print(`${indent}${event.title}`);
    if (event.kind === 'passed') {
      this.#totals = { ...this.#totals, passed: this.#totals.passed + 1 };
      this.#print(`${indent}✔ ${event.title} (${event.milliseconds} ms)`);
    }
    if (event.kind === 'failed') {
      this.#totals = addFailure(this.#totals, event.title, event.error);
      this.#print(`${indent}✖ ${event.title}\n${event.error.replaceAll(/^/gmu, `${indent}  `)}`);
    }
    if (event.kind === 'pending') this.#print(`${indent}– ${event.title} (switched off)`);
  }
}
