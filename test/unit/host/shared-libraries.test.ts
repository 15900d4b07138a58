import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { missingLibraries, missingLibrariesError } from '../../host/shared-libraries.ts';

describe('Missing shared libraries', () => {
  it('are read from what ldd says', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007f3145a8d000)',
      '\tlibnspr4.so => not found',
      '\tlibnss3.so => not found',
      '\tlibm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f3138dc7000)',
    ].join('\n');
    assert.deepEqual(missingLibraries(output), ['libnspr4.so', 'libnss3.so']);
    assert.deepEqual(missingLibraries('not a dynamic executable'), []);
  });

  it('are named with the packages that bring them', () => {
    const { message } = missingLibrariesError(['libnss3.so', 'libnspr4.so']);
    assert.match(message, /libnss3\.so, libnspr4\.so/u);
    assert.match(message, /apt-get install libnss3 libnspr4$/mu);
    assert.match(message, /dnf install nss nspr$/mu);
  });

  it('are named even when no package is known', () => {
    const { message } = missingLibrariesError(['libodd.so.1']);
    assert.match(message, /libodd\.so\.1/u);
    assert.doesNotMatch(message, /apt-get/u);
  });
});
