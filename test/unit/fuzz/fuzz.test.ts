import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fuzz } from '../../fuzz/fuzz.ts';

describe('fuzzing', () => {
  it('notices what goes wrong, and goes on with the next case', async () => {
    const module = new URL('./misbehaving-targets.ts', import.meta.url).href;
    const results = await fuzz({ count: 20, seed: 'any', module, hangsAfter: 2000 });
    assert.deepEqual(
      results.map(({ name, cases, stopped, findings }) => [
        name,
        cases,
        stopped,
        ...findings.map(({ index, what }) => `${what} in ${index}`),
      ]),
      [
        ['throws', 4, 0, 'crash in 1'],
        // Each starts again behind the case that took its thread away, and counts anew.
        ['hangs', 4, 0, 'hang in 1', 'hang in 3'],
        ['loses', 4, 0, 'lost in 1'],
        ['dies', 4, 0, 'crash in 1', 'crash in 3'],
        ['is stopped', 4, 1],
      ],
    );
  });

  it('finds nothing in a hundred cases: no crash, no hang, nothing lost', async () => {
    const results = await fuzz({ count: 100, seed: 'npm test' });
    assert.deepEqual(
      results.flatMap(({ name, findings }) => findings.map((finding) => ({ name, ...finding }))),
      [],
    );
    assert.ok(results.length >= 5);
    assert.ok(results.reduce((sum, { cases }) => sum + cases, 0) >= 100);
  });
});
