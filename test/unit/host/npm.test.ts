import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explainNpmFailure } from '../../host/npm.ts';

describe('What is said when npm fails', () => {
  const cases: readonly (readonly [output: string, words: RegExp])[] = [
    ['npm error code ENOTFOUND\nnpm error network request to https://example.test failed', /can't reach/u],
    ['npm error code ECONNREFUSED', /can't reach/u],
    ['npm error code EAI_AGAIN', /can't reach/u],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', /certificate/u],
    ['npm error code ENOSPC\nnpm error nospc no space left on device', /disk is full/u],
    ['npm error code EACCES\nnpm error syscall mkdir', /may not be written/u],
    ['npm error code E404', /doesn't have this version/u],
    ['npm error code ETARGET\nnpm error notarget No matching version found', /doesn't have this version/u],
    ['npm error code E403\nnpm error 403 Forbidden', /refuses access/u],
  ];
  for (const [output, words] of cases) {
    it(output.split('\n')[0], () => {
      assert.match(explainNpmFailure(output) ?? '', words);
    });
  }

  it('leaves what it does not know to npm', () => {
    assert.equal(explainNpmFailure('npm error code EUNKNOWN'), undefined);
  });
});
