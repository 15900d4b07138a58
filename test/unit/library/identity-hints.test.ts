import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { identityHints } from '../../../src/core/library/identity-hints.ts';
import { VendorJoin } from '../../../src/core/library/join.ts';
import type { LibraryDocument } from '../../../src/core/library/snapshot.ts';
import { parseRegister } from '../../../src/core/register/parse-register.ts';
import { readingOf, type FakePdf } from './memory-ports.ts';

const REGISTER = `
vendors:
  - name: Interlude
    aliases: [Crown Realty]
    files: ["contracts/interlude/**"]
  - name: Summit Mail
  - name: Northern Data Halls
`;

/** The questions asked about documents, in a few words each. */
function questions(documents: Readonly<Record<string, FakePdf>>, register = REGISTER): string[] {
  const list = Object.entries(documents).map(([path, content]): LibraryDocument => {
    return { path, sha256: path, bytes: 1, reading: readingOf(content, 'facts') };
  });
  return identityHints(new VendorJoin().join(list, parseRegister(register), [])).map((hint) =>
    hint.kind === 'same-vendor'
      ? `${hint.unregistered.name} = ${hint.registered.name}? (${hint.because})`
      : `${hint.document.path}: ${hint.printed.name} among ${hint.among.name}`,
  );
}

describe('a name that only reports print', () => {
  it('is asked about when it goes on where one of the register ends, or the other way round', () => {
    assert.deepEqual(questions({ 'a.pdf': { vendor: 'InterLude Holding N.V.' } }), [
      'InterLude Holding N.V. = Interlude? (name)',
    ]);
    assert.deepEqual(questions({ 'a.pdf': { vendor: 'Crown Realty Trust, L.P.' } }), [
      'Crown Realty Trust, L.P. = Interlude? (name)',
    ]);
    assert.deepEqual(questions({ 'a.pdf': { vendor: 'Northern Data' } }), [
      'Northern Data = Northern Data Halls? (name)',
    ]);
  });

  it('is asked about when it differs in a letter, or is made of initials', () => {
    assert.deepEqual(questions({ 'a.pdf': { vendor: 'Sumit Mail Inc.' } }), [
      'Sumit Mail Inc. = Summit Mail? (name)',
    ]);
    assert.deepEqual(questions({ 'a.pdf': { vendor: 'NDH' } }), ['NDH = Northern Data Halls? (name)']);
  });

  it('is asked about by the other names that its reports print', () => {
    assert.deepEqual(
      questions({ 'a.pdf': { vendor: 'Great Postal Group', aliases: ['Summit Mail Services'] } }),
      ['Great Postal Group = Summit Mail? (name)'],
    );
  });

  it('is asked about when its reports lie in the folder of a registered vendor', () => {
    assert.deepEqual(questions({ 'vendors/summit-mail/2025/a.pdf': { vendor: 'Quarry Cloud' } }), [
      'Quarry Cloud = Summit Mail? (folder)',
    ]);
  });

  it('is left in peace otherwise', () => {
    assert.deepEqual(questions({ 'a.pdf': { vendor: 'Quarry Cloud' }, 'b.pdf': { vendor: 'The Inn' } }), []);
    assert.deepEqual(
      questions({ 'a.pdf': { vendor: 'Quarry' }, 'b.pdf': { vendor: 'Quarry Cloud' } }, ''),
      [],
    );
  });
});

describe('a report of one vendor among the files of another', () => {
  it('is pointed out in the other’s folder', () => {
    assert.deepEqual(questions({ 'vendors/summit mail/a.pdf': { vendor: 'Interlude B.V.' } }), [
      'vendors/summit mail/a.pdf: Interlude among Summit Mail',
    ]);
  });

  it('is pointed out where the register gives it to the other by a file pattern', () => {
    assert.deepEqual(questions({ 'contracts/interlude/a.pdf': { vendor: 'Summit Mail' } }), [
      'contracts/interlude/a.pdf: Summit Mail among Interlude',
    ]);
  });

  it('is none in its own folder, by whatever name', () => {
    assert.deepEqual(
      questions({
        'vendors/crown-realty/a.pdf': { vendor: 'Interlude' },
        'contracts/interlude/b.pdf': { vendor: 'Crown Realty' },
        'contracts/interlude/c.pdf': { vendor: 'Unheard Of' },
        'contracts/interlude/d.pdf': {},
      }),
      [],
    );
  });
});
