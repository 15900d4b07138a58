import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import manifest from '../../../package.json' with { type: 'json' };
import { Library } from '../../../src/core/library/library.ts';
import { DEFAULT_LIMITS } from '../../../src/pdf/reading-limits.ts';
import { memoryPorts, type MemoryPorts } from './memory-ports.ts';

const signal = new AbortController().signal;
const TEN_MEGABYTES = 10 * 2 ** 20;

/** What a session sees whose reader has these limits. */
async function session(ports: MemoryPorts, limits: string): Promise<Map<string, string | null>> {
  const limited = Object.assign(ports.reader, { limits, largestFile: TEN_MEGABYTES });
  const library = new Library(
    { ...ports, reader: limited },
    { registerPath: 'vendors.yaml', reviewFolder: 'reviews', depth: 'full' },
  );
  const { documents } = await library.refresh({ signal });
  library.dispose();
  return new Map(documents.map(({ path, reading }) => [path, reading.reason]));
}

describe('the limits of reading', () => {
  it('keep a file that is too large from being opened, and say so', async () => {
    const ports = memoryPorts();
    ports.files.write('large.pdf', 'x'.repeat(TEN_MEGABYTES + 1)).write('small.pdf', { vendor: 'Acme' });
    const seen = await session(ports, 'some');
    assert.match(seen.get('large.pdf') ?? '', /larger than 10 MB and was not opened/);
    assert.equal(seen.get('small.pdf'), null);
    assert.deepEqual(ports.files.readPaths, ['small.pdf']);
  });

  it('have what was unreadable looked at again only when they are others', async () => {
    const first = memoryPorts();
    first.files
      .write('stopped.pdf', { kind: 'unreadable', salt: 'it took too long' })
      .write('sound.pdf', { vendor: 'Acme' });
    await session(first, 'few seconds');
    const again = memoryPorts(first);
    await session(again, 'few seconds');
    assert.deepEqual(again.reader.reads, []);
    const more = memoryPorts(first);
    await session(more, 'many seconds');
    assert.deepEqual(
      more.reader.reads.map(({ salt }) => salt),
      ['it took too long'],
    );
  });

  it('are the same in the settings, for the command line and by default', () => {
    const settings = manifest.contributes.configuration.properties;
    assert.deepEqual(
      {
        fileTimeLimit: settings['socReview.limits.secondsPerFile'].default * 1000,
        fileMemoryLimit: settings['socReview.limits.memoryPerFile'].default,
        fileSizeLimit: settings['socReview.limits.largestFile'].default,
      },
      DEFAULT_LIMITS,
    );
  });

  it('and where the cache lies are decided by the user, never by the settings of a repository', () => {
    const settings = manifest.contributes.configuration.properties;
    for (const [id, { scope }] of Object.entries(settings)) {
      if (/\.limits\.|\.cache$/.test(id)) assert.equal(scope, 'machine', id);
    }
  });
});
