import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faults, tryFault } from '../../faults/faults.ts';

/** `npm run faults` tries many more. */
const SHARE = 0.03;

describe('nothing is lost by', () => {
  for (const fault of faults) {
    const cases = Math.max(3, Math.round(fault.cases * SHARE));
    it(`${fault.name}, ${cases} times`, async () => {
      assert.deepEqual((await tryFault(fault, cases, 'npm test')).losses, []);
    });
  }
});
