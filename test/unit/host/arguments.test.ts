import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startArguments } from '../../host/arguments.ts';
import { PlainError } from '../../host/plain-error.ts';

describe('The arguments of npm start', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'soc-review-arguments-'));
  });
  after(() => rm(folder, { recursive: true }));

  it('may be left out', () => {
    assert.deepEqual(startArguments([]), { folder: undefined, port: undefined });
  });

  it('name a folder and a port, in any order', () => {
    const expected = { folder, port: 9123 };
    assert.deepEqual(startArguments([folder, '--port', '9123']), expected);
    assert.deepEqual(startArguments(['--port=9123', folder]), expected);
  });

  const wrong: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['a folder that is not there', ['/no/such/folder'], /There is no folder \/no\/such\/folder/u],
    ['a port that is none', ['--port', 'http'], /http is not a port number/u],
    ['a port out of range', ['--port', '70000'], /70000 is not a port number/u],
    ['two folders', ['a', 'b'], /Only one folder/u],
    ['an unknown option', ['--prot', '1'], /--prot/u],
  ];
  for (const [name, args, words] of wrong) {
    it(`are refused with the usage: ${name}`, () => {
      assert.throws(
        () => startArguments(args),
        (error) => error instanceof PlainError && words.test(error.message) && /Usage:/u.test(error.message),
      );
    });
  }
});
