import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Library } from '../../../src/core/library/library.ts';
import { memoryPorts, type FakePdf, type MemoryPorts } from './memory-ports.ts';

const signal = new AbortController().signal;
const REGISTER = 'vendors:\n  - name: Alder\n    aliases: [Birch]\n';

const file = fc.record({
  vendor: fc.constantFrom('Alder Inc.', 'Birch', 'Cedar', 'Cedar LLC', undefined),
  kind: fc.constantFrom('soc1', 'soc2', 'bridge-letter', 'not-soc'),
  end: fc.constantFrom('2024-12-31', '2025-12-31', undefined),
  delay: fc.nat(6),
});

const portsWith = (
  files: { vendor: string | undefined; kind: string; end: string | undefined }[],
): MemoryPorts => {
  const ports = memoryPorts();
  ports.files.write('vendors.yaml', REGISTER);
  for (const [index, { vendor, kind, end }] of files.entries()) {
    ports.files.write(`alder/${String(index)}.pdf`, {
      kind: kind as NonNullable<FakePdf['kind']>,
      salt: String(index),
      ...(vendor === undefined ? {} : { vendor }),
      ...(end === undefined ? {} : { end }),
    });
  }
  return ports;
};

const libraryOver = (ports: MemoryPorts): Library =>
  new Library(ports, { registerPath: 'vendors.yaml', reviewFolder: 'reviews', depth: 'facts' });

describe('what the library shows', () => {
  it('doesn’t depend on which file was read first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(file, { maxLength: 12 }), async (files) => {
        const prompt = await libraryOver(portsWith(files)).refresh({ signal });
        const ports = portsWith(files);
        ports.reader.delay = ({ salt }) => files[Number(salt)]!.delay;
        assert.deepEqual(await libraryOver(ports).refresh({ signal }), prompt);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same after any history of changes as from a fresh start', async () => {
    const change = fc.record({ at: fc.nat(7), to: fc.option(file, { nil: undefined }), batch: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(file, { maxLength: 6 }),
        fc.array(change, { maxLength: 10 }),
        async (files, changes) => {
          const ports = portsWith(files);
          const library = libraryOver(ports);
          await library.refresh({ signal });
          let pending: string[] = [];
          for (const { at, to, batch } of changes) {
            const path = `alder/${String(at)}.pdf`;
            if (to === undefined) ports.files.remove(path);
            else {
              ports.files.write(path, {
                kind: to.kind as NonNullable<FakePdf['kind']>,
                ...(to.vendor === undefined ? {} : { vendor: to.vendor }),
                ...(to.end === undefined ? {} : { end: to.end }),
              });
            }
            pending.push(path);
            if (batch) continue;
            await library.filesChanged(pending, signal);
            pending = [];
          }
          await library.filesChanged(pending, signal);
          const fresh = libraryOver({ ...memoryPorts({ files: ports.files }) });
          assert.deepEqual(library.snapshot, await fresh.refresh({ signal }));
        },
      ),
      { numRuns: 40 },
    );
  });
});
