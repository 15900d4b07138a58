import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileProblem } from '../../../src/core/library/file-problem.ts';
import { inTime, Stalled, type After } from '../../../src/core/library/in-time.ts';

let running = 0;
const after: After = (milliseconds, callBack) => {
  running++;
  const end = (): void => void running--;
  const timer = setTimeout(() => (end(), callBack()), milliseconds);
  return () => (end(), clearTimeout(timer));
};

describe('work that must answer in time', () => {
  it('gives its result or its failure, and leaves no timer behind', async () => {
    assert.equal(await inTime(Promise.resolve(7), 60_000, after), 7);
    await assert.rejects(inTime(Promise.reject(new Error('gone')), 60_000, after), /gone/);
    assert.equal(running, 0);
  });

  it('is given up when it never answers, in words that say what to do', async () => {
    await assert.rejects(inTime(new Promise(() => undefined), 10, after), (error) => {
      assert.ok(error instanceof Stalled);
      assert.match(fileProblem(error), /no answer within a minute.*Check the connection/);
      return true;
    });
    assert.equal(running, 0);
  });
});
