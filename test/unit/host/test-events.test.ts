import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { TestEvent } from '../../extension/protocol.ts';
import { TestEventReader } from '../../host/test-events.ts';
import { none } from '../../host/totals.ts';

describe('The events of the tests in the extension host', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soc-review-events-'));
  });
  after(() => rm(folder, { recursive: true }));

  const passed: TestEvent = { kind: 'passed', title: 'works', depth: 1, milliseconds: 3 };
  const line = (event: TestEvent): string => `${JSON.stringify(event)}\n`;

  it('are counted while they come, whatever the pieces that the file grows by', async () => {
    const file = join(folder, 'whole.jsonl');
    const printed: string[] = [];
    const reader = new TestEventReader(file, (words) => printed.push(words));
    const text = [
      line({ kind: 'suite', title: 'A suite', depth: 0 }),
      line(passed),
      line(passed),
      line({ kind: 'failed', title: 'breaks', depth: 1, error: 'Error: here' }),
      line({ kind: 'pending', title: 'is off', depth: 1 }),
      line({ kind: 'end' }),
    ].join('');
    const write = async (): Promise<void> => {
      for (let at = 0; at < text.length; at += 37) {
        await appendFile(file, text.slice(at, at + 37));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    await reader.follow(write());
    assert.deepEqual(reader.totals, {
      passed: 2,
      failed: 1,
      failures: [{ test: 'breaks', words: 'Error: here' }],
      unsteady: [],
    });
    assert.equal(reader.ended, true);
    assert.deepEqual(printed, [
      '  A suite',
      '    ✔ works (3 ms)',
      '    ✔ works (3 ms)',
      '    ✖ breaks\n      Error: here',
      '    – is off (switched off)',
    ]);
  });

  it('tell that the host ended before its tests did', async () => {
    const file = join(folder, 'broken.jsonl');
    const reader = new TestEventReader(file, () => undefined);
    await reader.follow(appendFile(file, line(passed)));
    assert.deepEqual(reader.totals, { passed: 1, failed: 0, failures: [], unsteady: [] });
    assert.equal(reader.ended, false);
  });

  it('may never come', async () => {
    const reader = new TestEventReader(join(folder, 'none.jsonl'));
    await reader.follow(Promise.resolve());
    assert.deepEqual(reader.totals, none);
    await assert.rejects(reader.follow(Promise.reject(new Error('the host broke'))), /the host broke/u);
  });
});
