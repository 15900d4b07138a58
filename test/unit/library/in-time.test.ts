import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { inTime, Stalled } from '../../../src/core/library/in-time.ts';
import { Library } from '../../../src/core/library/library.ts';
import { patientFiles } from '../../../src/core/library/patient-files.ts';
import type { LibraryFiles } from '../../../src/core/library/ports.ts';
import { memoryPorts } from './memory-ports.ts';

const never = <T>(): Promise<T> => new Promise(() => undefined);
const signal = new AbortController().signal;

describe('work that must answer in time', () => {
  it('gives its result or its failure, and leaves no timer behind', async () => {
    let running = 0;
    const timers = {
      setTimeout: () => ++running,
      clearTimeout: () => {
        running--;
      },
    };
    assert.equal(await inTime(Promise.resolve(7), 60_000, timers), 7);
    await assert.rejects(inTime(Promise.reject(new Error('gone')), 60_000, timers), /gone/);
    assert.equal(running, 0);
  });

  it('is given up when it never answers', async () => {
    await assert.rejects(inTime(never(), 10, globalThis), Stalled);
  });
});

describe('a drive that stalls', () => {
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => {
    mock.timers.reset();
  });

  /** What a library shows whose files are these, but for those that don't answer. */
  async function refreshed(stalled: Partial<LibraryFiles>) {
    const ports = memoryPorts();
    ports.files
      .write('a.pdf', { vendor: 'Acme' })
      .write('b.pdf', { vendor: 'Brightfield' })
      .write('vendors.yaml', 'vendors: [{ name: Acme }]')
      .write('reviews/acme/1.md', '---\nvendor: Acme\n---\n');
    const { files } = ports;
    const port: LibraryFiles = {
      stat: (path) => files.stat(path),
      readText: (path) => files.readText(path),
      readBytes: (path) => files.readBytes(path),
      list: (signal) => files.list(signal),
      ...stalled,
    };
    const library = new Library(
      { ...ports, files: patientFiles(port, globalThis) },
      { registerPath: 'vendors.yaml', reviewFolder: 'reviews', depth: 'full' },
    );
    let settled = false;
    const result = library.refresh({ signal }).finally(() => (settled = true));
    result.catch(() => undefined);
    for (let minutes = 0; !settled && minutes < 60; minutes++) {
      for (let turns = 0; turns < 20; turns++) await new Promise((done) => setImmediate(done));
      mock.timers.tick(60_000);
    }
    assert.ok(settled, 'it ends within an hour');
    return await result;
  }

  it('costs the file that does not answer, with the reason; the others go on', async () => {
    const { documents } = await refreshed({
      readBytes: (path) => (path === 'a.pdf' ? never() : memoryBytes({ vendor: 'Brightfield' })),
    });
    assert.match(documents[0]?.reading.reason ?? '', /no answer in time.*Check the connection/);
    assert.equal(documents[1]?.reading.kind, 'soc2');
  });

  it('is said to be the problem of the register and of reviews', async () => {
    const { register, reviews, documents } = await refreshed({ readText: never });
    assert.match(register.problems[0]?.message ?? '', /no answer in time/);
    assert.match(reviews[0]?.problems[0]?.message ?? '', /no answer in time/);
    assert.equal(reviews[0]?.state, 'invalid');
    assert.equal(documents.length, 2);
  });

  it('ends the listing of a folder that does not answer', async () => {
    await assert.rejects(refreshed({ list: never }), Stalled);
  });
});

const memoryBytes = (pdf: object): Promise<Uint8Array<ArrayBuffer>> =>
  Promise.resolve(new TextEncoder().encode(JSON.stringify(pdf)));
